import type { InteractionRecord, SequencedPart, StateEdit, Timings } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { TurnRecord } from '../insights/turn-record.ts';
import type { TurnLog } from './turn-log.ts';

export type TurnStatus = 'started' | 'done' | 'failed' | 'cancelled';

/** What the shopper sent; enough to run the turn again after a crash. */
export interface TurnRequest {
  text?: string;
  edit?: StateEdit;
  limit: number;
}

export interface StoredSession {
  id: string;
  locale: string;
  /** Milliseconds since 1970, like every time here. */
  createdAt: number;
  lastSeq: number;
  memory: SessionMemory;
  /** Grows by one with every change of `memory`. */
  version: number;
}

export interface NewTurn {
  sessionId: string;
  turnId: string;
  request: TurnRequest;
  startedAt: number;
}

export interface StoredTurn extends NewTurn {
  status: TurnStatus;
  /** How often a process took the turn up; more than one after a crash. */
  attempts: number;
}

export interface StoredInteraction extends InteractionRecord {
  id: number;
}

/** Who runs a turn, and until when others believe it. */
export interface Lease {
  owner: string;
  until: number;
}

export interface TurnChange {
  turnId: string;
  owner: string;
  ending?: {
    status: Exclude<TurnStatus, 'started'>;
    errorCode?: string;
    timings?: Timings;
    degraded?: string[];
  };
  /** With the ending: what the shop's figures need of the turn. */
  record?: { startedAt: number; value: TurnRecord };
}

/** Everything that becomes durable at once, or not at all. */
export interface SessionChange {
  sessionId: string;
  at: number;
  /** The change holds only while this is still the newest `seq` of the session. */
  expectedLastSeq: number;
  parts: readonly SequencedPart[];
  /** The change holds only while the memory is still of this version. */
  memory?: { value: SessionMemory; expectedVersion: number };
  /** The change holds only while this owner still runs the turn. */
  turn?: TurnChange;
  /** Interactions that `memory` now includes. */
  foldedInteractions?: readonly number[];
}

/** `conflict`: someone else wrote first, load again. `lost`: the turn has ended, or another owner runs it. */
export type WriteResult = 'written' | 'conflict' | 'lost';

/** Durable sessions. What a resolved promise says is written survives a kill of the process. */
export interface SessionStore {
  /** The same turns over all sessions, to be read. */
  readonly turnLog: TurnLog;
  createSession(session: { id: string; locale: string; createdAt: number; memory: SessionMemory }): Promise<void>;
  loadSession(sessionId: string): Promise<StoredSession | undefined>;
  setLocale(sessionId: string, locale: string): Promise<void>;
  /** `known`: the session has had this turn before; nothing was written. */
  beginTurn(turn: NewTurn, lease: Lease): Promise<'begun' | 'known'>;
  write(change: SessionChange): Promise<WriteResult>;
  /** Parts with `seq` above `afterSeq`, in order, at most `limit`. */
  readParts(sessionId: string, afterSeq: number, limit: number): Promise<SequencedPart[]>;
  /** The newest turns, oldest first. */
  readTurns(sessionId: string, limit: number): Promise<StoredTurn[]>;
  recordInteraction(sessionId: string, interaction: InteractionRecord, at: number): Promise<void>;
  /** Interactions that the memory does not include yet, oldest first. */
  readUnfoldedInteractions(sessionId: string): Promise<StoredInteraction[]>;
  /** Takes over unfinished turns whose lease has run out and, with `includeOwn`, those an earlier process left under this owner. */
  claimTurns(lease: Lease, now: number, includeOwn: boolean): Promise<StoredTurn[]>;
  extendLeases(lease: Lease, turnIds: readonly string[]): Promise<void>;
  /** Lets other owners take this owner's unfinished turns at once. */
  releaseLeases(owner: string): Promise<void>;
  /** Deletes sessions without activity since `before`; returns how many. */
  prune(before: number): Promise<number>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
