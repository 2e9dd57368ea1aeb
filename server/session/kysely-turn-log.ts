import type { Kysely, Selectable } from 'kysely';
import type { InteractionKind, TurnPart } from '../contract/index.ts';
import type { TurnRecord } from '../insights/turn-record.ts';
import { readTurn } from './read-session-rows.ts';
import type { SessionSchema } from './session-schema.ts';
import type { StoredTurn, TurnChange } from './session-store.ts';
import type { LoggedInteraction, LoggedTurn, RecordedTurn, TimeWindow, TurnLog } from './turn-log.ts';

/** The log over the tables of the sessions, in SQLite and PostgreSQL by the same statements. */
export class KyselyTurnLog implements TurnLog {
  readonly #db: Kysely<SessionSchema>;

  constructor(db: Kysely<SessionSchema>) {
    this.#db = db;
  }

  async readRecords(
    { since, until }: TimeWindow,
    after: Pick<RecordedTurn, 'startedAt' | 'turnId'> | undefined,
    limit: number,
  ): Promise<RecordedTurn[]> {
    let query = this.#db
      .selectFrom('turn_records')
      .selectAll()
      .where('started_at', '>=', after?.startedAt ?? since)
      .where('started_at', '<', until);
    if (after !== undefined) {
      const { startedAt, turnId } = after;
      query = query.where((where) => where.or([where('started_at', '>', startedAt), where('turn_id', '>', turnId)]));
    }
    const rows = await query.orderBy('started_at').orderBy('turn_id').limit(limit).execute();
    return rows.map((row) => ({
      sessionId: row.session_id,
      turnId: row.turn_id,
      startedAt: row.started_at,
      record: JSON.parse(row.record) as TurnRecord,
    }));
  }

  async readInteractions(
    { since, until }: TimeWindow,
    after: Pick<LoggedInteraction, 'at' | 'id'> | undefined,
    limit: number,
  ): Promise<LoggedInteraction[]> {
    let query = this.#db
      .selectFrom('interactions')
      .select(['id', 'session_id', 'kind', 'item_id', 'at'])
      .where('at', '>=', after?.at ?? since)
      .where('at', '<', until);
    if (after !== undefined) {
      const { at, id } = after;
      query = query.where((where) => where.or([where('at', '>', at), where('id', '>', id)]));
    }
    const rows = await query.orderBy('at').orderBy('id').limit(limit).execute();
    return rows.map(({ id, session_id, kind, item_id, at }) => ({
      id,
      sessionId: session_id,
      kind: kind as InteractionKind,
      itemId: item_id,
      at,
    }));
  }

  async findTurn(turnId: string): Promise<LoggedTurn | undefined> {
    const query = this.#db.selectFrom('turns').selectAll().where('turn_id', '=', turnId);
    const row = await query.orderBy('started_at', 'desc').limit(1).executeTakeFirst();
    return row && readLoggedTurn(row);
  }

  async findTurnBefore({
    sessionId,
    startedAt,
  }: Pick<StoredTurn, 'sessionId' | 'startedAt'>): Promise<LoggedTurn | undefined> {
    const query = this.#db
      .selectFrom('turns')
      .selectAll()
      .where('session_id', '=', sessionId)
      .where('started_at', '<', startedAt);
    const row = await query.orderBy('started_at', 'desc').limit(1).executeTakeFirst();
    return row && readLoggedTurn(row);
  }

  async readTurnParts({ sessionId, turnId }: Pick<StoredTurn, 'sessionId' | 'turnId'>): Promise<TurnPart[]> {
    const query = this.#db.selectFrom('parts').select('part').where('session_id', '=', sessionId);
    const rows = await query.where('turn_id', '=', turnId).orderBy('seq').execute();
    return rows.map(({ part }) => JSON.parse(part) as TurnPart);
  }
}

function readLoggedTurn(row: Selectable<SessionSchema['turns']>): LoggedTurn {
  const ending = JSON.parse(row.ending ?? '{}') as Partial<NonNullable<TurnChange['ending']>>;
  const { errorCode, timings, degraded = [] } = ending;
  return { ...readTurn(row), endedAt: row.ended_at ?? undefined, errorCode, timings, degraded };
}
