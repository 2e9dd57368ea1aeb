import { randomUUID } from 'node:crypto';
import type { InterestsEdit } from '../contract/index.ts';
import { foldInteractions } from './fold-interactions.ts';
import type { LiveSession } from './live-session.ts';
import { loadSession } from './load-session.ts';
import type { SessionFeed } from './session-feed.ts';
import type { SessionHubParts } from './session-hub-parts.ts';

export interface MemoryChangesParts extends SessionHubParts {
  feed: SessionFeed;
}

/** Changes of a session's memory that are no turn. Each is to be called when nothing else works on the session. */
export class MemoryChanges {
  readonly #parts: MemoryChangesParts;

  constructor(parts: MemoryChangesParts) {
    this.#parts = parts;
  }

  /** Takes in all interactions that came so far. */
  async fold(live: LiveSession): Promise<void> {
    live.foldQueued = false;
    const session = await loadSession(this.#parts.store, live.id);
    await foldInteractions(session, this.#parts.feed.openLog(live, session), this.#parts);
  }

  async editInterests(live: LiveSession, edit: InterestsEdit): Promise<void> {
    const { store, assistant, presentInterests, feed } = this.#parts;
    for (;;) {
      const stored = await loadSession(store, live.id);
      const log = feed.openLog(live, stored);
      const session = await foldInteractions(stored, log, this.#parts);
      const value = await assistant.editInterests(session.memory, edit);
      const turnId = (await store.readTurns(live.id, 1))[0]?.turnId ?? randomUUID();
      const memory = { value, expectedVersion: session.version };
      const part = { type: 'interests' as const, profile: presentInterests(value) };
      if ((await log.append({ turnId, parts: [part], memory })) !== 'stale') return;
    }
  }
}
