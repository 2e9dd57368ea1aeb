import type { RequestHandler } from 'express';
import { AppError } from '../errors.ts';
import type { RateLimit } from '../session/rate-limit.ts';
import { isBearer } from './admin-token.ts';

/** Told to whoever asks for a page of the shop where there is none: the reason, and the way to it. */
export const adminHint =
  "The shop's own pages are off: start the server with ADMIN_TOKEN set to a secret of at least 16 characters.";

/** Lets through who has the token. Every try counts against its address, right ones too: guessing stays slow. */
export function createAdminGate(parts: { adminToken?: string; limit: RateLimit }): RequestHandler {
  const { adminToken, limit } = parts;
  return async (request, response, next) => {
    if (adminToken === undefined) throw new AppError('not_found', adminHint);
    await limit(request.ip ?? '');
    if (!isBearer(request.headers.authorization, adminToken)) {
      response.set('WWW-Authenticate', 'Bearer realm="aisle"');
      throw new AppError('unauthorized', 'Send the admin token: "Authorization: Bearer ...".');
    }
    // Figures of the shop are nothing for a cache on the way.
    response.set('Cache-Control', 'no-store');
    next();
  };
}
