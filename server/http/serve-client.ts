import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { Router } from 'express';
import { AppError } from '../errors.ts';
import { notFound } from './http-error.ts';

/** Built assets carry a hash of their content in the name: the same name is the same file for ever. */
const assetAgeMs = 365 * 24 * 3_600_000;

/** The built client: hashed assets for a year, the page itself always asked for anew, and the page for every path of its own. */
export function serveClient(clientDir: string): Router {
  const page = join(clientDir, 'index.html');
  const router = Router();
  // A shop's page loads `aisle.js` and its parts as modules, which browsers fetch with CORS. They are the same for everyone.
  router.use((_request, response, next) => {
    response.set('Access-Control-Allow-Origin', '*');
    next();
  });
  router.use(
    '/assets',
    express.static(join(clientDir, 'assets'), { index: false, immutable: true, maxAge: assetAgeMs }),
    notFound,
  );
  router.use(
    express.static(clientDir, { index: false, setHeaders: (response) => response.set('Cache-Control', 'no-cache') }),
  );
  router.use((request, response, next) => {
    const isPage = (request.method === 'GET' || request.method === 'HEAD') && extname(request.path) === '';
    if (!isPage) return next();
    if (!existsSync(page)) throw new AppError('not_found', 'The client is not built yet: run "npm run build".');
    response.set('Cache-Control', 'no-cache').sendFile(page, { dotfiles: 'allow' });
  });
  router.use(notFound);
  return router;
}
