import { setTimeout as sleep } from 'node:timers/promises';
import { Router } from 'express';
import type { Registry } from 'prom-client';
import { AppError } from '../errors.ts';
import type { Log } from '../session/log.ts';
import { isBearer } from './admin-token.ts';

export type ReadinessChecks = Record<string, () => Promise<unknown>>;

/** A probe that waits longer than its caller is as good as a failed one. */
const checkTimeoutMs = 2_000;

export function createProbes(parts: {
  checks: ReadinessChecks;
  registry: Registry;
  adminToken?: string;
  log: Log;
}): Router {
  const { checks, registry, adminToken, log } = parts;
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ ok: true });
  });
  router.get('/readyz', async (_request, response) => {
    const notReady = await findNotReady(checks, log);
    const ok = Object.keys(notReady).length === 0;
    response.set('Cache-Control', 'no-store').status(ok ? 200 : 503);
    response.json(ok ? { ok } : { ok, notReady });
  });
  router.get('/metrics', async (request, response) => {
    if (adminToken !== undefined && !isBearer(request.headers.authorization, adminToken)) {
      throw new AppError('unauthorized', 'Send the admin token: "Authorization: Bearer ...".');
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return router;
}

async function findNotReady(checks: ReadinessChecks, log: Log): Promise<Record<string, string>> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      try {
        await withTimeout(check());
        return [];
      } catch (error) {
        log.warn({ check: name, error }, 'not ready');
        // Anyone may ask: the reason in words we wrote, never what a driver says of hosts and users.
        return [[name, error instanceof AppError ? error.message : 'does not answer; the log has the reason'] as const];
      }
    }),
  );
  return Object.fromEntries(results.flat());
}

async function withTimeout(work: Promise<unknown>): Promise<void> {
  const stop = new AbortController();
  const late = sleep(checkTimeoutMs, undefined, { signal: stop.signal }).then(() => {
    throw new AppError('timeout', `does not answer within ${checkTimeoutMs / 1000} s`);
  });
  // Stopping the clock rejects it as well, and nobody is left to hear that.
  late.catch(() => undefined);
  await Promise.race([work, late]).finally(() => stop.abort());
}
