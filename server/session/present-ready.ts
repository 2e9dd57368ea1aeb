import type { SessionReady } from '../contract/index.ts';
import type { StoredSession, StoredTurn } from './session-store.ts';

/** The first thing a client hears: enough to show the conversation again. */
export function presentReady(input: {
  session: StoredSession;
  turns: StoredTurn[];
  token: string;
  resumed: boolean;
  catalog: SessionReady['catalog'];
}): SessionReady {
  const { session, turns, token, resumed, catalog } = input;
  const { wishes, past } = session.memory.dialogue;
  return {
    session: token,
    sessionId: session.id,
    resumed,
    lastSeq: session.lastSeq,
    state: {
      constraints: wishes.constraints,
      turns: turns.map(({ turnId, request: { text, edit }, startedAt }) => ({ turnId, text, edit, startedAt })),
      canUndo: past.length > 0,
    },
    catalog,
  };
}

/** A locale that `Intl` takes, or nothing. */
export function parseLocale(locale: string | undefined): string | undefined {
  try {
    return locale === undefined ? undefined : Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}
