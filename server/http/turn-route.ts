import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import { HttpTurn, type SequencedPart } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { codes, describeIssues } from '../session/client-error.ts';
import type { Log } from '../session/log.ts';
import type { DoorLimits } from '../session/rate-limit.ts';
import type { SessionHub } from '../session/session-hub.ts';

interface TurnRouteParts {
  hub: SessionHub;
  limits: DoorLimits;
  log: Log;
}

/** Far above the longest text and token together. */
const maxBody = '16kb';

/** `POST /`: one turn, its parts as newline-delimited JSON while they come. A caller that goes away cancels the turn. */
export function createTurnRoute(parts: TurnRouteParts): Router {
  const router = Router();
  router.post('/', express.json({ limit: maxBody }), (request, response) => streamTurn(request, response, parts));
  router.all('/', () => {
    throw new AppError('method_not_allowed', 'Use POST.');
  });
  return router;
}

async function streamTurn(request: Request, response: Response, { hub, limits, log }: TurnRouteParts): Promise<void> {
  const { session, text, limit } = parseHttpTurn(request);
  await limits.turnsOfAddress(request.ip ?? '');
  const { sessionId, ready } = await hub.open({ token: session ?? request.get('x-aisle-session') });
  await limits.turnsOfSession(sessionId);
  // Gone while we were looking: nobody is left to hear of a turn.
  if (response.closed) return;
  const turnId = randomUUID();
  const stream = createStream(response, turnId, () => {
    leave();
    if (response.writableEnded) return;
    hub
      .cancelTurn(sessionId, turnId)
      .catch((error: unknown) => log.warn({ error, sessionId, turnId }, 'not cancelled'));
  });
  const leave = hub.subscribe(sessionId, ready.lastSeq, stream.take, () => response.destroy());
  try {
    await hub.startTurn(sessionId, { turnId, text, limit });
  } catch (error) {
    leave();
    throw error;
  }
  stream.begin(ready.session);
}

function parseHttpTurn(request: Request): HttpTurn {
  if (!request.is('application/json')) {
    throw new AppError('unsupported_media_type', 'Send a JSON object with content-type application/json.');
  }
  const parsed = HttpTurn.safeParse(request.body);
  if (!parsed.success) throw new AppError(codes.badRequest, describeIssues(parsed.error));
  return parsed.data;
}

/** Parts may come before the turn is acknowledged; the status line waits for that, and so do they. */
function createStream(response: Response, turnId: string, onLeave: () => void) {
  const early: SequencedPart[] = [];
  const write = (part: SequencedPart) => {
    response.write(`${JSON.stringify(part)}\n`);
    if (part.part.type === 'turn-end' || part.part.type === 'error') response.end();
  };
  response.on('close', onLeave);
  return {
    take: (part: SequencedPart) => {
      if (part.turnId !== turnId || response.writableEnded) return;
      if (response.headersSent) write(part);
      else early.push(part);
    },
    begin: (session: string) => {
      response.status(200).set({
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Cache-Control': 'no-store',
        'X-Aisle-Session': session,
        // Proxies that collect answers would make a stream of it one lump.
        'X-Accel-Buffering': 'no',
      });
      response.flushHeaders();
      for (const part of early) write(part);
    },
  };
}
