import type { RequestHandler } from 'express';
import { AppError } from '../errors.ts';
import { isAllowedOrigin } from '../session/client-address.ts';
import { codes } from '../session/client-error.ts';

/** Pictures and media come from wherever the catalog says; everything else only from here. The chat may be framed: it lives inside a shop. */
const contentPolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: https: http:",
  "media-src 'self' blob: https: http:",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

export const securityHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': contentPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': 'camera=(), microphone=(self), geolocation=()',
  });
  next();
};

/** A page of another origin may call only when it is on the list; the answer then says so to the browser. */
export function createOriginPolicy(allowedOrigins: readonly string[]): RequestHandler {
  return (request, response, next) => {
    const { origin, host } = request.headers;
    if (!isAllowedOrigin(origin, host, allowedOrigins)) {
      throw new AppError(codes.forbidden, 'Pages of this origin may not call: add it to ALLOWED_ORIGINS.');
    }
    response.vary('Origin');
    if (origin !== undefined) {
      response.set('Access-Control-Allow-Origin', origin);
      response.set('Access-Control-Expose-Headers', 'x-aisle-session, retry-after');
    }
    if (request.method !== 'OPTIONS') return next();
    response.set({
      'Access-Control-Allow-Methods': 'POST',
      'Access-Control-Allow-Headers': 'content-type, x-aisle-session',
      'Access-Control-Max-Age': '600',
    });
    response.status(204).end();
  };
}
