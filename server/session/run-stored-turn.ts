import { setTimeout as sleep } from 'node:timers/promises';
import type { PartOf, SequencedPart, Timings } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { AppError } from '../errors.ts';
import { recordTurn } from '../insights/turn-record.ts';
import type { Assistant } from '../turn/turn.ts';
import { codes, describeForClient } from './client-error.ts';
import { foldInteractions } from './fold-interactions.ts';
import type { Log } from './log.ts';
import { PartWriter } from './part-writer.ts';
import { type AppendResult, SessionLog } from './session-log.ts';
import type { SessionObserver } from './session-observer.ts';
import type { SessionStore, StoredTurn, TurnChange } from './session-store.ts';

export interface TurnContext {
  store: SessionStore;
  assistant: Assistant;
  observer: SessionObserver;
  log: Log;
  /** This process's name in the turn's row. */
  owner: string;
  turnTimeoutMs: number;
  now: () => number;
  onWritten: (parts: SequencedPart[], writeMs: number) => void;
}

/** Tries before the turn ends with an error (the memory keeps changing) or is left for later (the store keeps failing). */
const maxTries = 4;
const firstBackoffMs = 100;

type EndPart = PartOf<'turn-end'> | PartOf<'error'>;

/** How a turn came to its end. */
type Ending = { part: EndPart; memory?: SessionMemory; status: 'done' | 'failed' | 'cancelled' };

/**
 * Runs one turn to its end: `turn-end` or `error`, durable with the memory before it is seen. When another node changed the
 * memory meanwhile, or a write failed, the turn runs again from its request, beginning with `turn-start`.
 * `lost`: the turn has ended elsewhere. Rejects when the store does not answer; the turn then stays unfinished and is taken up again when its lease runs out.
 */
export async function runStoredTurn(
  turn: StoredTurn,
  control: AbortController,
  context: TurnContext,
): Promise<'written' | 'lost'> {
  const message = 'This took too long, so it was stopped. Please try again, perhaps with fewer words.';
  const stop = () => control.abort(new AppError(codes.timeout, message));
  const timer = setTimeout(stop, context.turnTimeoutMs);
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await tryTurn(turn, control.signal, attempt === maxTries, context);
        if (result !== 'stale') return result;
      } catch (error) {
        if (attempt === maxTries) throw error;
        context.log.warn({ error, turnId: turn.turnId, attempt }, 'a turn could not be stored and is run again');
        await sleep(firstBackoffMs * 2 ** attempt);
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

async function tryTurn(
  turn: StoredTurn,
  outerSignal: AbortSignal,
  isLast: boolean,
  context: TurnContext,
): Promise<AppendResult> {
  const { store, observer, now, onWritten, owner } = context;
  const startedAt = now();
  const stored = await store.loadSession(turn.sessionId);
  if (stored === undefined) return 'lost';
  const broken = new AbortController();
  const signal = AbortSignal.any([outerSignal, broken.signal]);
  const log = new SessionLog({ store, sessionId: stored.id, lastSeq: stored.lastSeq, now, onWritten });
  const session = await foldInteractions(stored, log, context);
  const onBroken = (cause: unknown) =>
    broken.abort(new AppError(codes.unavailable, 'The turn cannot be stored.', { cause }));
  const writer = new PartWriter({ log, turnId: turn.turnId, owner, onBroken });
  const ending = isLast
    ? conflictEnding()
    : await runToEnding(turn, session.memory, session.locale, writer, signal, context, startedAt);
  if (isShutdown(signal)) {
    // No ending is written: the next process takes the turn up from its request.
    await writer.stop();
    return 'lost';
  }
  if (ending.part.type === 'error' && writer.count === 0) writer.push({ type: 'turn-start' });
  const memory = ending.memory && { value: ending.memory, expectedVersion: session.version };
  const { recorded } = writer;
  const value = recordTurn(turn.request, recorded, ending, session.memory);
  const change = { ...presentTurnChange(turn.turnId, owner, ending), record: { startedAt: turn.startedAt, value } };
  const result = await writer.finish(ending.part, { memory, turn: change });
  if (result === 'written') observeEnding(observer, ending.part, timingsSince(startedAt, now()));
  return result;
}

async function runToEnding(
  turn: StoredTurn,
  memory: SessionMemory,
  locale: string,
  writer: PartWriter,
  signal: AbortSignal,
  context: TurnContext,
  startedAt: number,
): Promise<Ending> {
  const { sessionId, turnId, request } = turn;
  let seen: SessionMemory | undefined;
  try {
    signal.throwIfAborted();
    const run = context.assistant.runTurn(
      { sessionId, turnId, ...request, locale, memory },
      (part, memoryThen) => {
        if (signal.aborted) return;
        writer.push(part);
        seen = memoryThen ?? seen;
      },
      signal,
    );
    const outcome = await untilAborted(run, signal);
    const part = writer.terminal ?? { type: 'turn-end', timings: timingsSince(startedAt, context.now()), degraded: [] };
    return { part, memory: outcome.memory, status: part.type === 'error' ? 'failed' : 'done' };
  } catch (error) {
    const reason: unknown = signal.aborted ? signal.reason : error;
    const described = describeForClient(reason, context.log, { sessionId, turnId });
    const cancelled = described.code === codes.superseded || described.code === codes.cancelled;
    return { part: { type: 'error', ...described }, memory: seen, status: cancelled ? 'cancelled' : 'failed' };
  }
}

/** An assistant that does not listen to its signal must not hold up the session; what it does afterwards is ignored. */
async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function conflictEnding(): Ending {
  const message = 'This conversation was changed elsewhere at the same moment. Please send your message again.';
  return { part: { type: 'error', code: codes.conflict, message }, status: 'failed' };
}

function isShutdown(signal: AbortSignal): boolean {
  return signal.reason instanceof AppError && signal.reason.code === codes.shuttingDown;
}

function presentTurnChange(turnId: string, owner: string, { part, status }: Ending): TurnChange {
  if (part.type === 'error') return { turnId, owner, ending: { status, errorCode: part.code } };
  return { turnId, owner, ending: { status, timings: part.timings, degraded: part.degraded } };
}

function observeEnding(observer: SessionObserver, part: EndPart, measured: Timings): void {
  if (part.type === 'turn-end') observer.turnEnded('done', part.timings, part.degraded);
  if (part.type === 'error') observer.turnEnded(part.code, measured, []);
}

function timingsSince(startedAt: number, now: number): Timings {
  return { firstCardMs: null, totalMs: now - startedAt, stages: {} };
}
