import { AppError } from '../errors.ts';
import { codes } from './client-error.ts';
import type { PartCursor } from './part-cursor.ts';
import { SerialQueue } from './serial-queue.ts';

export interface LiveTurn {
  turnId: string;
  startedAt: number;
  control: AbortController;
}

/** What this process holds of a session while someone listens or something runs. Nothing here is the truth; the store is. */
export class LiveSession {
  readonly id: string;
  /** Requests in the order they came, until they are durable. */
  readonly intake = new SerialQueue();
  /** Turns, edits and folding: one at a time. */
  readonly work = new SerialQueue();
  readonly cursors = new Set<PartCursor>();
  /** Waiting or running, oldest first. */
  readonly turns: LiveTurn[] = [];
  foldQueued = false;
  #newestStart = 0;

  constructor(id: string) {
    this.id = id;
  }

  get idle(): boolean {
    return this.intake.size === 0 && this.work.size === 0 && this.cursors.size === 0;
  }

  /** A start time later than all others of the session, so that turns have one order. */
  stampStart(now: number): number {
    this.#newestStart = Math.max(now, this.#newestStart + 1);
    return this.#newestStart;
  }

  /** The newest turn stays; every older one ends. */
  addTurn(turn: LiveTurn): void {
    this.turns.push(turn);
    this.turns.sort((a, b) => a.startedAt - b.startedAt);
    this.supersede(this.turns.at(-1)?.turnId ?? '');
  }

  supersede(byTurnId: string): void {
    for (const turn of this.turns) {
      if (turn.turnId === byTurnId) continue;
      turn.control.abort(new AppError(codes.superseded, 'A newer message took the place of this one.'));
    }
  }

  cancel(turnId: string): boolean {
    const turn = this.turns.find((candidate) => candidate.turnId === turnId);
    turn?.control.abort(new AppError(codes.cancelled, 'Stopped, as you asked.'));
    return turn !== undefined;
  }

  removeTurn(turn: LiveTurn): void {
    const index = this.turns.indexOf(turn);
    if (index >= 0) this.turns.splice(index, 1);
  }
}
