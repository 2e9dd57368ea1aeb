import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { InteractionRecord, SequencedPart, TurnPart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { SessionSchema } from './session-schema.ts';
import type {
  Lease,
  SessionChange,
  SessionStore,
  StoredInteraction,
  StoredSession,
  StoredTurn,
  TurnRequest,
  TurnStatus,
  WriteResult,
} from './session-store.ts';

/** Rows in one insert: far below the parameter limits of both databases. */
const insertBatch = 200;

/** Thrown inside a transaction so that Kysely rolls it back; never leaves this file. */
class Rollback extends Error {
  readonly result: WriteResult;

  constructor(result: WriteResult) {
    super(result);
    this.result = result;
  }
}

/** Sessions in SQLite or PostgreSQL: the same statements for both. */
export class KyselySessionStore implements SessionStore {
  readonly #db: Kysely<SessionSchema>;

  constructor(db: Kysely<SessionSchema>) {
    this.#db = db;
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

  async beginTurn(
    turn: { sessionId: string; turnId: string; request: TurnRequest; startedAt: number },
    lease: Lease,
  ): Promise<'begun' | 'known'> {
    const result = await this.#db
      .insertInto('turns')
      .values({
        session_id: turn.sessionId,
        turn_id: turn.turnId,
        request: JSON.stringify(turn.request),
        status: 'started',
        started_at: turn.startedAt,
        owner: lease.owner,
        lease_until: lease.until,
        attempts: 1,
      })
      .onConflict((conflict) => conflict.columns(['session_id', 'turn_id']).doNothing())
      .executeTakeFirstOrThrow();
    return result.numInsertedOrUpdatedRows === 0n ? 'known' : 'begun';
  }

  async write(change: SessionChange): Promise<WriteResult> {
    try {
      await this.#db.transaction().execute(async (transaction) => {
        // The session first, always: it is the lock that keeps two writers of one session apart.
        await writeSession(transaction, change);
        await writeTurn(transaction, change);
        await writeParts(transaction, change.parts, change.sessionId);
        if (change.foldedInteractions?.length) {
          const ids = change.foldedInteractions;
          await transaction.updateTable('interactions').set({ folded: 1 }).where('id', 'in', ids).execute();
        }
      });
      return 'written';
    } catch (error) {
      if (error instanceof Rollback) return error.result;
      throw error;
    }
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
    return rows.map((row) => ({ turnId: row.turn_id, seq: row.seq, part: JSON.parse(row.part) as TurnPart }));
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
      .limit(insertBatch)
      .execute();
    return rows.map(readInteraction);
  }

  async claimTurns(lease: Lease, now: number, includeOwn: boolean): Promise<StoredTurn[]> {
    const rows = await this.#db
      .updateTable('turns')
      .set({ owner: lease.owner, lease_until: lease.until, attempts: sql<number>`attempts + 1` })
      .where('status', '=', sql.lit('started'))
      .where((where) =>
        includeOwn
          ? where.or([where('lease_until', '<', now), where('owner', '=', lease.owner)])
          : where('lease_until', '<', now),
      )
      .returningAll()
      .execute();
    return rows.map(readTurn).sort((a, b) => a.startedAt - b.startedAt);
  }

  async extendLeases(lease: Lease, turnIds: readonly string[]): Promise<void> {
    for (let start = 0; start < turnIds.length; start += insertBatch) {
      await this.#db
        .updateTable('turns')
        .set({ lease_until: lease.until })
        .where('status', '=', sql.lit('started'))
        .where('owner', '=', lease.owner)
        .where('turn_id', 'in', turnIds.slice(start, start + insertBatch))
        .execute();
    }
  }

  async releaseLeases(owner: string): Promise<void> {
    await this.#db
      .updateTable('turns')
      .set({ lease_until: 0 })
      .where('status', '=', sql.lit('started'))
      .where('owner', '=', owner)
      .execute();
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

async function writeSession(transaction: Transaction<SessionSchema>, change: SessionChange): Promise<void> {
  let update = transaction
    .updateTable('sessions')
    .set({ last_seq: change.expectedLastSeq + change.parts.length, updated_at: change.at })
    .where('id', '=', change.sessionId)
    .where('last_seq', '=', change.expectedLastSeq);
  if (change.memory !== undefined) {
    update = update
      .set({ memory: JSON.stringify(change.memory.value), version: change.memory.expectedVersion + 1 })
      .where('version', '=', change.memory.expectedVersion);
  }
  const { numUpdatedRows } = await update.executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Rollback('conflict');
}

async function writeTurn(transaction: Transaction<SessionSchema>, change: SessionChange): Promise<void> {
  if (change.turn === undefined) return;
  const { turnId, owner, ending } = change.turn;
  const { status, ...details } = ending ?? { status: 'started' };
  const { numUpdatedRows } = await transaction
    .updateTable('turns')
    .set(ending ? { status, ended_at: change.at, ending: JSON.stringify(details) } : { status })
    .where('session_id', '=', change.sessionId)
    .where('turn_id', '=', turnId)
    .where('owner', '=', owner)
    .where('status', '=', 'started')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Rollback('lost');
}

async function writeParts(
  transaction: Transaction<SessionSchema>,
  parts: readonly SequencedPart[],
  sessionId: string,
): Promise<void> {
  for (let start = 0; start < parts.length; start += insertBatch) {
    const rows = parts.slice(start, start + insertBatch).map(({ seq, turnId, part }) => ({
      session_id: sessionId,
      seq,
      turn_id: turnId,
      part: JSON.stringify(part),
    }));
    await transaction.insertInto('parts').values(rows).execute();
  }
}

function readSession(row: Selectable<SessionSchema['sessions']>): StoredSession {
  return {
    id: row.id,
    locale: row.locale,
    createdAt: row.created_at,
    lastSeq: row.last_seq,
    memory: JSON.parse(row.memory) as SessionMemory,
    version: row.version,
  };
}

function readTurn(row: Selectable<SessionSchema['turns']>): StoredTurn {
  return {
    sessionId: row.session_id,
    turnId: row.turn_id,
    request: JSON.parse(row.request) as TurnRequest,
    status: row.status as TurnStatus,
    startedAt: row.started_at,
    attempts: row.attempts,
  };
}

function readInteraction(row: Selectable<SessionSchema['interactions']>): StoredInteraction {
  return {
    id: row.id,
    kind: row.kind as InteractionRecord['kind'],
    itemId: row.item_id,
    turnId: row.turn_id ?? undefined,
    position: row.position ?? undefined,
  };
}
