import { type Kysely, sql } from 'kysely';
import type { InteractionRecord, SequencedPart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { KyselyTurnLeases } from './kysely-turn-leases.ts';
import { KyselyTurnLog } from './kysely-turn-log.ts';
import { readInteraction, readPart, readSession, readTurn } from './read-session-rows.ts';
import { rowsPerStatement, type SessionSchema } from './session-schema.ts';
import type {
  Lease,
  NewTurn,
  SessionChange,
  SessionStore,
  StoredInteraction,
  StoredSession,
  StoredTurn,
  WriteResult,
} from './session-store.ts';
import type { TurnLog } from './turn-log.ts';
import { writeSessionChange } from './write-session-change.ts';

/** Sessions in SQLite or PostgreSQL: the same statements for both. */
export class KyselySessionStore implements SessionStore {
  readonly turnLog: TurnLog;
  readonly #db: Kysely<SessionSchema>;
  readonly #leases: KyselyTurnLeases;

  constructor(db: Kysely<SessionSchema>) {
    this.#db = db;
    this.turnLog = new KyselyTurnLog(db);
    this.#leases = new KyselyTurnLeases(db);
  }

  async createSession(session: {
    id: string;
    locale: string;
    createdAt: number;
    memory: SessionMemory;
  }): Promise<void> {
    const { id, locale, createdAt } = session;
    await this.#db
      .insertInto('sessions')
      .values({
        id,
        locale,
        created_at: createdAt,
        updated_at: createdAt,
        last_seq: 0,
        memory: JSON.stringify(session.memory),
        version: 0,
      })
      .execute();
  }

  async loadSession(sessionId: string): Promise<StoredSession | undefined> {
    const row = await this.#db.selectFrom('sessions').selectAll().where('id', '=', sessionId).executeTakeFirst();
    return row && readSession(row);
  }

  async setLocale(sessionId: string, locale: string): Promise<void> {
    await this.#db.updateTable('sessions').set({ locale }).where('id', '=', sessionId).execute();
  }

  beginTurn(turn: NewTurn, lease: Lease): Promise<'begun' | 'known'> {
    return this.#leases.begin(turn, lease);
  }

  write(change: SessionChange): Promise<WriteResult> {
    return writeSessionChange(this.#db, change);
  }

  async readParts(sessionId: string, afterSeq: number, limit: number): Promise<SequencedPart[]> {
    const rows = await this.#db
      .selectFrom('parts')
      .select(['seq', 'turn_id', 'part'])
      .where('session_id', '=', sessionId)
      .where('seq', '>', afterSeq)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(readPart);
  }

  async readTurns(sessionId: string, limit: number): Promise<StoredTurn[]> {
    const rows = await this.#db
      .selectFrom('turns')
      .selectAll()
      .where('session_id', '=', sessionId)
      .orderBy('started_at', 'desc')
      .limit(limit)
      .execute();
    return rows.reverse().map(readTurn);
  }

  async recordInteraction(sessionId: string, interaction: InteractionRecord, at: number): Promise<void> {
    const { kind, itemId, turnId = null, position = null } = interaction;
    await this.#db
      .insertInto('interactions')
      .values({ session_id: sessionId, kind, item_id: itemId, turn_id: turnId, position, at, folded: 0 })
      .execute();
  }

  async readUnfoldedInteractions(sessionId: string): Promise<StoredInteraction[]> {
    const rows = await this.#db
      .selectFrom('interactions')
      .selectAll()
      .where('session_id', '=', sessionId)
      .where('folded', '=', sql.lit(0))
      .orderBy('id')
      .limit(rowsPerStatement)
      .execute();
    return rows.map(readInteraction);
  }

  claimTurns(lease: Lease, now: number, includeOwn: boolean): Promise<StoredTurn[]> {
    return this.#leases.claim(lease, now, includeOwn);
  }

  extendLeases(lease: Lease, turnIds: readonly string[]): Promise<void> {
    return this.#leases.extend(lease, turnIds);
  }

  releaseLeases(owner: string): Promise<void> {
    return this.#leases.release(owner);
  }

  async prune(before: number): Promise<number> {
    const result = await this.#db.deleteFrom('sessions').where('updated_at', '<', before).executeTakeFirstOrThrow();
    return Number(result.numDeletedRows);
  }

  async ping(): Promise<void> {
    await sql`select 1`.execute(this.#db);
  }

  async close(): Promise<void> {
    await this.#db.destroy();
  }
}
