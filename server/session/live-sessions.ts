import { setTimeout as sleep } from 'node:timers/promises';
import type { AppError } from '../errors.ts';
import { LiveSession } from './live-session.ts';

/** The sessions this process has to do with at the moment; one is forgotten as soon as nothing listens and nothing runs. */
export class LiveSessions {
  readonly #sessions = new Map<string, LiveSession>();

  get size(): number {
    return this.#sessions.size;
  }

  get turnIds(): string[] {
    return [...this.#sessions.values()].flatMap((live) => live.turns.map((turn) => turn.turnId));
  }

  /** The session, if this process has to do with it. */
  find(sessionId: string): LiveSession | undefined {
    return this.#sessions.get(sessionId);
  }

  get(sessionId: string): LiveSession {
    const known = this.#sessions.get(sessionId);
    if (known !== undefined) return known;
    const live = new LiveSession(sessionId);
    this.#sessions.set(sessionId, live);
    return live;
  }

  release(live: LiveSession): void {
    if (live.idle) this.#sessions.delete(live.id);
  }

  /** Requests become durable in the order they came. */
  intake<Result>(sessionId: string, job: (live: LiveSession) => Promise<Result>): Promise<Result> {
    return this.#inLine('intake', sessionId, job);
  }

  /** Turns, edits and folding: one at a time. */
  work<Result>(sessionId: string, job: (live: LiveSession) => Promise<Result>): Promise<Result> {
    return this.#inLine('work', sessionId, job);
  }

  abortTurns(reason: AppError): void {
    for (const live of this.#sessions.values()) for (const turn of live.turns) turn.control.abort(reason);
  }

  /** Resolves when all that was asked for by now is done, or after `limitMs`. */
  async settled(limitMs: number): Promise<void> {
    const sessions = [...this.#sessions.values()];
    const done = Promise.all(sessions.map((live) => live.work.add(async () => undefined)));
    const stop = new AbortController();
    const late = sleep(limitMs, undefined, { signal: stop.signal }).catch(() => undefined);
    await Promise.race([done, late]);
    stop.abort();
  }

  async #inLine<Result>(
    queue: 'intake' | 'work',
    sessionId: string,
    job: (live: LiveSession) => Promise<Result>,
  ): Promise<Result> {
    const live = this.get(sessionId);
    try {
      return await live[queue].add(() => job(live));
    } finally {
      this.release(live);
    }
  }
}
