import type { SessionChange, SessionStore, WriteResult } from '../session-store.ts';

type Fault = (change: SessionChange, write: () => Promise<WriteResult>) => Promise<WriteResult>;

/** A real store whose writes pass through `fault`, and whose turns may be refused. */
export function createFaultyStore(store: SessionStore, fault: { write?: Fault; beginTurn?: () => Promise<'known'> }) {
  const faulty: SessionStore = {
    turnLog: store.turnLog,
    createSession: (session) => store.createSession(session),
    loadSession: (sessionId) => store.loadSession(sessionId),
    setLocale: (sessionId, locale) => store.setLocale(sessionId, locale),
    beginTurn: (turn, lease) => fault.beginTurn?.() ?? store.beginTurn(turn, lease),
    write: (change) => fault.write?.(change, () => store.write(change)) ?? store.write(change),
    readParts: (sessionId, afterSeq, limit) => store.readParts(sessionId, afterSeq, limit),
    readTurns: (sessionId, limit) => store.readTurns(sessionId, limit),
    recordInteraction: (sessionId, interaction, at) => store.recordInteraction(sessionId, interaction, at),
    readUnfoldedInteractions: (sessionId) => store.readUnfoldedInteractions(sessionId),
    claimTurns: (lease, now, includeOwn) => store.claimTurns(lease, now, includeOwn),
    extendLeases: (lease, turnIds) => store.extendLeases(lease, turnIds),
    releaseLeases: (owner) => store.releaseLeases(owner),
    prune: (before) => store.prune(before),
    ping: () => store.ping(),
    close: () => store.close(),
  };
  return faulty;
}
