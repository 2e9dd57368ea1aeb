import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { ErrorBody } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import type { Log } from './log.ts';

/** Codes of this layer; `rate_limited`, `busy` and `unavailable` are worth another try later. */
export const codes = {
  badRequest: 'bad_request',
  busy: 'busy',
  cancelled: 'cancelled',
  conflict: 'conflict',
  forbidden: 'forbidden',
  internal: 'internal',
  rateLimited: 'rate_limited',
  shuttingDown: 'shutting_down',
  superseded: 'superseded',
  timeout: 'timeout',
  unavailable: 'unavailable',
} as const;

/** What a client may see of a fault: an `AppError` as it is; of anything else only an id under which the log has the cause. */
export function describeForClient(error: unknown, log: Log, context: object): ErrorBody {
  if (error instanceof AppError) {
    log.info({ ...context, code: error.code, error }, 'a request was refused or ended early');
    return { code: error.code, message: error.message };
  }
  const requestId = randomUUID();
  log.error({ ...context, requestId, error }, 'an unknown fault');
  return {
    code: codes.internal,
    message: `Something went wrong on our side. Please try again; if it stays, tell us the number ${requestId}.`,
  };
}

/** The first things wrong with a payload, in plain words. */
export function describeIssues(error: z.ZodError): string {
  const issues = error.issues.slice(0, 3).map((issue) => {
    const path = issue.path.join('.');
    return path === '' ? issue.message : `${path}: ${issue.message}`;
  });
  return issues.join('; ');
}
