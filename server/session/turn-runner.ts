import type { SequencedPart } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { codes } from './client-error.ts';
import type { LiveSessions } from './live-sessions.ts';
import { Places } from './places.ts';
import { runStoredTurn } from './run-stored-turn.ts';
import type { SessionFeed } from './session-feed.ts';
import type { SessionHubParts } from './session-hub-parts.ts';
import type { StoredTurn } from './session-store.ts';

export interface TurnRunnerParts extends Required<SessionHubParts> {
  live: LiveSessions;
  feed: SessionFeed;
}

/** A turn that took the process down this often is ended instead of run. */
const maxCrashes = 3;

/** Runs stored turns: one at a time in a session, a fixed number in the process. */
export class TurnRunner {
  readonly #parts: TurnRunnerParts;
  readonly #places: Places;

  constructor(parts: TurnRunnerParts) {
    this.#parts = parts;
    this.#places = new Places(parts.options.concurrentTurns);
  }

  get waiting(): number {
    return this.#places.waiting;
  }

  enqueue(turn: StoredTurn): void {
    const { options, feed } = this.#parts;
    const live = this.#parts.live.get(turn.sessionId);
    const entry = { turnId: turn.turnId, startedAt: turn.startedAt, control: new AbortController() };
    live.addTurn(entry);
    if (turn.attempts > maxCrashes) {
      entry.control.abort(
        new AppError(codes.internal, 'This message could not be answered. Please put it differently.'),
      );
    }
    const context = {
      ...this.#parts,
      owner: options.nodeId,
      turnTimeoutMs: options.turnTimeoutMs,
      onWritten: (parts: SequencedPart[], writeMs: number) => feed.deliver(live, parts, writeMs),
    };
    const run = async () => {
      await this.#places.take();
      try {
        const result = await runStoredTurn(turn, entry.control, context);
        if (result === 'lost') for (const cursor of live.cursors) cursor.catchUp();
      } finally {
        this.#places.leave();
        live.removeTurn(entry);
      }
    };
    void this.#parts.live.work(live.id, run).catch((error: unknown) => {
      const subject = { error, sessionId: live.id, turnId: turn.turnId };
      this.#parts.log.error(subject, 'a turn could not be stored and stays unfinished');
      // The clients come back by themselves, and by then the turn may have been taken up again.
      for (const cursor of [...live.cursors]) cursor.fail(error);
    });
  }
}
