import {
  BulkheadRejectedError,
  bulkhead,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleType,
  type IPolicy,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  retry,
  wrap,
} from 'cockatiel';
import { AppError } from '../errors.ts';
import { TransientFault } from './model-faults.ts';

export interface PolicyOptions {
  /** Repeats after a fault that waiting may mend. */
  retries: number;
  /** Faults in a row after which calls fail at once, for `restMs`. */
  breakAfter: number;
  restMs: number;
  /** Calls at work at once; as many again may wait. */
  concurrency: number;
  /** 0 (inclusive) to 1: jitter, so that many turns do not come back at the same moment. */
  random(): number;
}

const FIRST_DELAY_MS = 150;

/** Concurrency limit outside, then retries, then the breaker, so that every single failure counts for the breaker. */
export function buildModelPolicy({ retries, breakAfter, restMs, concurrency, random }: PolicyOptions): IPolicy {
  const transient = handleType(TransientFault);
  const again = retry(transient, {
    maxAttempts: retries,
    backoff: new DelegateBackoff((context) => {
      const { attempt, result } = context;
      const asked = 'error' in result && result.error instanceof TransientFault ? result.error.retryAfterMs : undefined;
      return asked ?? FIRST_DELAY_MS * 2 ** (attempt - 1) * (0.5 + random());
    }),
  });
  const breaker = circuitBreaker(transient, { halfOpenAfter: restMs, breaker: new ConsecutiveBreaker(breakAfter) });
  return wrap(bulkhead(concurrency, concurrency), again, breaker);
}

/** What a caller sees of a failed call. */
export function presentFault(error: unknown, model: string): AppError {
  if (error instanceof AppError) return error;
  if (isBulkheadRejectedError(error) || error instanceof BulkheadRejectedError)
    return new AppError('model_busy', `too many calls of ${model} at once: raise OPENAI_CONCURRENCY or wait`, {
      cause: error,
    });
  const why = isBrokenCircuitError(error) ? 'it failed several times and is left alone for a while' : reasonOf(error);
  return new AppError('model_unavailable', `the language model ${model} gives no answer: ${why}`, { cause: error });
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
