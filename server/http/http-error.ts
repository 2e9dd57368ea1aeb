import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { ErrorBody } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { codes, describeForClient } from '../session/client-error.ts';
import type { Log } from '../session/log.ts';
import { RateLimited } from '../session/rate-limit.ts';

const statuses: Record<string, number> = {
  [codes.badRequest]: 400,
  unauthorized: 401,
  [codes.forbidden]: 403,
  not_found: 404,
  method_not_allowed: 405,
  too_large: 413,
  unsupported_media_type: 415,
  [codes.rateLimited]: 429,
  [codes.busy]: 503,
  [codes.shuttingDown]: 503,
  [codes.unavailable]: 503,
};
/** What a caller is told to wait when nothing better is known. */
const retryAfterSec = 2;

export const notFound: RequestHandler = (request) => {
  throw new AppError('not_found', `There is nothing at ${request.originalUrl.slice(0, 200)}.`);
};

/** Every fault of the HTTP door as `{ error: { code, message } }`. */
export function answerError(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = readBodyFault(error) ?? error;
    const body: ErrorBody = describeForClient(known, log, { path: request.path });
    // Too late for a status: the connection is cut, so that a cut answer is not taken for a whole one.
    if (response.headersSent) return next(error);
    const status = statuses[body.code] ?? 500;
    if (known instanceof RateLimited) response.set('Retry-After', `${Math.ceil(known.retryAfterMs / 1000)}`);
    else if (status === 503) response.set('Retry-After', `${retryAfterSec}`);
    response.status(status).json({ error: body });
  };
}

/** Faults of Express's own body and path reading carry a `status` and a `type`. */
function readBodyFault(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  if (error.status === 413) return new AppError('too_large', 'The request is too large: send less than 16 kB.');
  if (error.status === 415) return new AppError('unsupported_media_type', 'Send application/json in UTF-8.');
  if (error.status < 500) return new AppError(codes.badRequest, 'The request cannot be read: send one JSON object.');
  return undefined;
}
