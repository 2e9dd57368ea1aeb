import { AppError } from '../errors.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

/** Throws `unknown_session` when it has been deleted meanwhile. */
export async function loadSession(store: SessionStore, sessionId: string): Promise<StoredSession> {
  const session = await store.loadSession(sessionId);
  if (session === undefined) throw new AppError('unknown_session', 'This session is gone. Please reload the page.');
  return session;
}
