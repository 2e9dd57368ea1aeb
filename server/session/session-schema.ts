import type { Generated } from 'kysely';

/** One schema for SQLite and PostgreSQL: integers for time (ms), JSON as text. */
export interface SessionSchema {
  sessions: {
    id: string;
    locale: string;
    created_at: number;
    updated_at: number;
    last_seq: number;
    memory: string;
    version: number;
  };
  turns: {
    session_id: string;
    turn_id: string;
    request: string;
    status: string;
    started_at: number;
    ended_at: number | null;
    /** JSON of error code, timings and degradations. */
    ending: string | null;
    owner: string;
    lease_until: number;
    attempts: number;
  };
  /** What the shop's figures need of an ended turn; written with its end. */
  turn_records: { session_id: string; turn_id: string; started_at: number; record: string };
  parts: { session_id: string; seq: number; turn_id: string; part: string };
  interactions: {
    id: Generated<number>;
    session_id: string;
    kind: string;
    item_id: string;
    turn_id: string | null;
    position: number | null;
    at: number;
    /** 1 once the session's memory includes it. */
    folded: number;
  };
}

/** Rows or values in one statement: far below the parameter limits of both databases. */
export const rowsPerStatement = 200;
