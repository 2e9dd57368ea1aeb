import type { Selectable } from 'kysely';
import type { InteractionRecord, SequencedPart, TurnPart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { SessionSchema } from './session-schema.ts';
import type { StoredInteraction, StoredSession, StoredTurn, TurnRequest, TurnStatus } from './session-store.ts';

export function readSession(row: Selectable<SessionSchema['sessions']>): StoredSession {
  return {
    id: row.id,
    locale: row.locale,
    createdAt: row.created_at,
    lastSeq: row.last_seq,
    memory: JSON.parse(row.memory) as SessionMemory,
    version: row.version,
  };
}

export function readTurn(row: Selectable<SessionSchema['turns']>): StoredTurn {
  return {
    sessionId: row.session_id,
    turnId: row.turn_id,
    request: JSON.parse(row.request) as TurnRequest,
    status: row.status as TurnStatus,
    startedAt: row.started_at,
    attempts: row.attempts,
  };
}

export function readInteraction(row: Selectable<SessionSchema['interactions']>): StoredInteraction {
  return {
    id: row.id,
    kind: row.kind as InteractionRecord['kind'],
    itemId: row.item_id,
    turnId: row.turn_id ?? undefined,
    position: row.position ?? undefined,
  };
}

export function readPart(row: Pick<Selectable<SessionSchema['parts']>, 'seq' | 'turn_id' | 'part'>): SequencedPart {
  return { turnId: row.turn_id, seq: row.seq, part: JSON.parse(row.part) as TurnPart };
}
