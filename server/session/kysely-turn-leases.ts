import { type Kysely, sql } from 'kysely';
import { readTurn } from './read-session-rows.ts';
import { rowsPerStatement, type SessionSchema } from './session-schema.ts';
import type { Lease, NewTurn, StoredTurn } from './session-store.ts';

/** Which process runs which turn, and until when the others believe it. */
export class KyselyTurnLeases {
  readonly #db: Kysely<SessionSchema>;

  constructor(db: Kysely<SessionSchema>) {
    this.#db = db;
  }

  async begin(turn: NewTurn, lease: Lease): Promise<'begun' | 'known'> {
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

  async claim(lease: Lease, now: number, includeOwn: boolean): Promise<StoredTurn[]> {
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

  async extend(lease: Lease, turnIds: readonly string[]): Promise<void> {
    for (let start = 0; start < turnIds.length; start += rowsPerStatement) {
      await this.#db
        .updateTable('turns')
        .set({ lease_until: lease.until })
        .where('status', '=', sql.lit('started'))
        .where('owner', '=', lease.owner)
        .where('turn_id', 'in', turnIds.slice(start, start + rowsPerStatement))
        .execute();
    }
  }

  async release(owner: string): Promise<void> {
    await this.#db
      .updateTable('turns')
      .set({ lease_until: 0 })
      .where('status', '=', sql.lit('started'))
      .where('owner', '=', owner)
      .execute();
  }
}
