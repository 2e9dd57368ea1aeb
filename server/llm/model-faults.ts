import OpenAI from 'openai';
import { AppError } from '../errors.ts';

/** A fault that waiting may mend; `retryAfterMs` is what the endpoint asks for. */
export class TransientFault extends Error {
  readonly retryAfterMs?: number;

  constructor(message: string, options: { cause?: unknown; retryAfterMs?: number } = {}) {
    super(message, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** The endpoint does not take this way of asking for JSON; a plainer one may do. */
export class OutputModeFault extends Error {}

const MOST_PATIENCE_MS = 5_000;

/** Sorts what the client throws: worth a repeat, worth another output mode, or final. Never reads messages. */
export function readFault(error: unknown, asksForJson: boolean): Error {
  if (error instanceof TransientFault || error instanceof OutputModeFault || error instanceof AppError) return error;
  if (!(error instanceof OpenAI.APIError)) return new TransientFault('the answer broke off', { cause: error });
  const { status } = error;
  if (status === undefined || status === 408 || status === 409 || status === 429 || status >= 500)
    return new TransientFault(status ? `HTTP ${status}` : 'it cannot be reached', {
      cause: error,
      retryAfterMs: readRetryAfter(error.headers),
    });
  if (asksForJson && (status === 400 || status === 404 || status === 422)) return new OutputModeFault(`HTTP ${status}`);
  return new AppError(
    'model_refused',
    `the language model refuses the request with HTTP ${status}: check OPENAI_API_KEY, OPENAI_BASE_URL and OPENAI_MODEL`,
    { cause: error },
  );
}

function readRetryAfter(headers: Headers | undefined): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, MOST_PATIENCE_MS) : undefined;
}
