import type { Assistant } from '../turn/turn.ts';
import { loadSession } from './load-session.ts';
import type { Log } from './log.ts';
import type { SessionLog } from './session-log.ts';
import type { SessionStore, StoredInteraction, StoredSession } from './session-store.ts';

interface FoldContext {
  store: SessionStore;
  assistant: Assistant;
  log: Log;
}

/** Interactions belong to no turn of this write; the log needs a turn only for parts, and there are none. */
const noTurn = '';

/**
 * Takes the interactions that are stored but not yet part of the memory into it, each exactly once, also after a crash.
 * Returns the session as it then stands.
 */
export async function foldInteractions(
  stored: StoredSession,
  log: SessionLog,
  context: FoldContext,
): Promise<StoredSession> {
  let session = stored;
  for (;;) {
    const pending = await context.store.readUnfoldedInteractions(session.id);
    if (pending.length === 0) return session;
    const value = await fold(session, pending, context);
    const memory = { value, expectedVersion: session.version };
    const ids = pending.map((interaction) => interaction.id);
    const result = await log.append({ turnId: noTurn, parts: [], memory, foldedInteractions: ids });
    if (result === 'written') session = { ...session, memory: value, version: session.version + 1 };
    else session = await loadSession(context.store, session.id);
  }
}

async function fold(session: StoredSession, pending: StoredInteraction[], { assistant, log }: FoldContext) {
  let memory = session.memory;
  for (const { id, ...interaction } of pending) {
    try {
      memory = await assistant.recordInteraction(memory, interaction);
    } catch (error) {
      // Left out for good: tried again, it would stand before every turn of this session.
      log.error({ error, sessionId: session.id, interactionId: id }, 'an interaction could not be taken into account');
    }
  }
  return memory;
}
