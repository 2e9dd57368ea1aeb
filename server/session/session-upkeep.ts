import type { LiveSessions } from './live-sessions.ts';
import type { Log } from './log.ts';
import type { Lease, SessionStore, StoredTurn } from './session-store.ts';

export interface SessionUpkeepParts {
  store: SessionStore;
  live: LiveSessions;
  log: Log;
  now: () => number;
  lease: () => Lease;
  leaseMs: number;
  /** 0 keeps sessions for ever. */
  retentionMs: number;
  enqueue: (turn: StoredTurn) => void;
}

const pruneEveryMs = 3_600_000;

/** What goes on beside the turns: taking up unfinished ones, keeping others from taking up ours, deleting old sessions. */
export class SessionUpkeep {
  readonly #parts: SessionUpkeepParts;
  readonly #timers: NodeJS.Timeout[] = [];

  constructor(parts: SessionUpkeepParts) {
    this.#parts = parts;
  }

  /** Returns how many turns an earlier process left unfinished; they run now. */
  async start(): Promise<number> {
    const { leaseMs, retentionMs } = this.#parts;
    const found = await this.#claim(true);
    this.#every(leaseMs / 3, () => this.#extendLeases());
    this.#every(leaseMs, () => this.#claim(false));
    if (retentionMs > 0) this.#every(pruneEveryMs, () => this.#prune());
    return found;
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
  }

  async #claim(includeOwn: boolean): Promise<number> {
    const { store, live, log, now, lease, enqueue } = this.#parts;
    const claimed = await store.claimTurns(lease(), now(), includeOwn);
    const unfinished = claimed.filter(
      ({ sessionId, turnId }) => !live.find(sessionId)?.turns.some((turn) => turn.turnId === turnId),
    );
    for (const turn of unfinished) enqueue(turn);
    if (unfinished.length > 0) log.warn({ turns: unfinished.length }, 'unfinished turns are run again');
    return unfinished.length;
  }

  async #extendLeases(): Promise<void> {
    const { store, live, lease } = this.#parts;
    const { turnIds } = live;
    if (turnIds.length > 0) await store.extendLeases(lease(), turnIds);
  }

  async #prune(): Promise<void> {
    const { store, now, log, retentionMs } = this.#parts;
    const sessions = await store.prune(now() - retentionMs);
    if (sessions > 0) log.info({ sessions }, 'old sessions were deleted');
  }

  #every(intervalMs: number, job: () => Promise<unknown>): void {
    const onError = (error: unknown) => this.#parts.log.warn({ error }, 'upkeep of the sessions failed, tried again');
    const timer = setInterval(() => void job().catch(onError), intervalMs);
    this.#timers.push(timer.unref());
  }
}
