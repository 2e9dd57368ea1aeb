import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';
import { AppError } from '../errors.ts';
import { adminHint } from './admin-gate.ts';

/** The shop's pages at their addresses. The page holds no figures: it asks for the token and then for them. */
export function createAdminPages({ clientDir, adminToken }: { clientDir: string; adminToken?: string }): Router {
  const page = join(clientDir, 'pages/index.html');
  const router = Router();
  router.get(['/insights', '/trace/:turnId'], (_request, response) => {
    if (adminToken === undefined) throw new AppError('not_found', adminHint);
    if (!existsSync(page)) throw new AppError('not_found', 'The client is not built yet: run "npm run build".');
    // Unlike the chat these pages are nobody's panel.
    response.append('Content-Security-Policy', "frame-ancestors 'none'");
    response.set('Cache-Control', 'no-cache').sendFile(page, { dotfiles: 'allow' });
  });
  return router;
}
