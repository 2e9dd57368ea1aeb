import { randomUUID } from 'node:crypto';
import type { SessionReady } from '../contract/index.ts';
import { emptyMemory } from '../domain/session-memory.ts';
import type { Assistant } from '../turn/turn.ts';
import type { Log } from './log.ts';
import { parseLocale, presentReady } from './present-ready.ts';
import type { SessionStore, StoredSession } from './session-store.ts';
import { readSessionToken, signSessionToken } from './session-token.ts';

export interface OpenRequest {
  /** From outside, so anything. */
  token?: unknown;
  /** The newest part the client has. */
  lastSeq?: number;
  locale?: string;
}

export interface OpenedSession {
  sessionId: string;
  ready: SessionReady;
  /** Where this receiver's parts begin: behind what it has, or at the end. */
  after: number;
}

export interface SessionOpenerParts {
  store: SessionStore;
  assistant: Assistant;
  log: Log;
  now: () => number;
  defaultLocale: string;
  secrets: readonly string[];
}

const summarisedTurns = 200;

/** Resumes the session of a good token; anything else gives a fresh one. */
export async function openSession(request: OpenRequest, parts: SessionOpenerParts): Promise<OpenedSession> {
  const { store, assistant, now, secrets, defaultLocale } = parts;
  const locale = parseLocale(request.locale);
  const known = await resumeSession(request.token, locale, parts);
  const session = known ?? (await createSession(locale ?? defaultLocale, parts));
  const turns = known ? await store.readTurns(session.id, summarisedTurns) : [];
  const token = signSessionToken(secrets, session.id, now());
  const ready = presentReady({ session, turns, token, resumed: known !== undefined, catalog: assistant.catalog() });
  const after = known ? Math.min(request.lastSeq ?? session.lastSeq, session.lastSeq) : 0;
  return { sessionId: session.id, ready, after };
}

async function resumeSession(
  token: unknown,
  locale: string | undefined,
  { store, log, secrets }: SessionOpenerParts,
): Promise<StoredSession | undefined> {
  if (token === undefined || token === null || token === '') return undefined;
  const reading = readSessionToken(secrets, token);
  if (!reading.ok) {
    log.warn({ reason: reading.reason }, 'a session token was not accepted; the client gets a fresh session');
    return undefined;
  }
  const session = await store.loadSession(reading.sessionId);
  if (session === undefined) {
    log.warn({ sessionId: reading.sessionId }, 'the session of a good token is gone; the client gets a fresh session');
    return undefined;
  }
  if (locale === undefined || locale === session.locale) return session;
  await store.setLocale(session.id, locale);
  return { ...session, locale };
}

async function createSession(locale: string, { store, now }: SessionOpenerParts): Promise<StoredSession> {
  const session = { id: randomUUID(), locale, createdAt: now(), memory: emptyMemory() };
  await store.createSession(session);
  return { ...session, lastSeq: 0, version: 0 };
}
