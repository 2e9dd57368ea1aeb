import type { SequencedPart, TurnPart } from '../contract/index.ts';
import type { SessionChange, SessionStore } from './session-store.ts';

export interface SessionLogOptions {
  store: SessionStore;
  sessionId: string;
  lastSeq: number;
  now: () => number;
  /** Called after the parts are durable, in order. */
  onWritten: (parts: SequencedPart[], writeMs: number) => void;
}

export interface Addition extends Pick<SessionChange, 'memory' | 'turn' | 'foldedInteractions'> {
  turnId: string;
  parts: readonly TurnPart[];
}

/** `stale`: another writer changed the memory; what was made from the old one is void. `lost`: the turn is not ours any more. */
export type AppendResult = 'written' | 'stale' | 'lost';

/** Another node may write between two of our writes; more than this in a row means something is broken. */
const maxRenumberings = 10;

/** The end of a session's log: numbers parts, makes them durable with all that belongs to them, then passes them on. */
export class SessionLog {
  readonly #options: SessionLogOptions;
  #lastSeq: number;

  constructor(options: SessionLogOptions) {
    this.#options = options;
    this.#lastSeq = options.lastSeq;
  }

  async append(addition: Addition): Promise<AppendResult> {
    const { store, sessionId, now, onWritten } = this.#options;
    const { turnId, parts, ...rest } = addition;
    for (let renumbering = 0; renumbering < maxRenumberings; renumbering += 1) {
      const at = now();
      const expectedLastSeq = this.#lastSeq;
      const numbered = parts.map((part, index) => ({ turnId, seq: expectedLastSeq + 1 + index, part }));
      const result = await store.write({ sessionId, at, expectedLastSeq, parts: numbered, ...rest });
      if (result === 'lost') return 'lost';
      if (result === 'written') {
        this.#lastSeq += numbered.length;
        if (numbered.length > 0) onWritten(numbered, now() - at);
        return 'written';
      }
      // Nobody has seen these parts yet, so they may take other numbers; what was made from an old memory may not.
      const session = await store.loadSession(sessionId);
      if (session === undefined) return 'lost';
      if (addition.memory !== undefined && session.version !== addition.memory.expectedVersion) return 'stale';
      this.#lastSeq = session.lastSeq;
    }
    return 'stale';
  }
}
