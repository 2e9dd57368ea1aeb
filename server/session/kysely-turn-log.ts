import type { Kysely, Selectable } from 'kysely';
import type { InteractionKind, TurnPart } from '../contract/index.ts';
import type { TurnRecord } from '../insights/turn-record.ts';
import { readTurn } from './read-session-rows.ts';
import type { SessionSchema } from './session-schema.ts';
import type { StoredTurn, TurnChange } from './session-store.ts';
import type { InteractionCount, LoggedTurn, RecordedTurn, TimeWindow, TurnLog } from './turn-log.ts';

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
      .where('started_at', '>=', since)
      .where('started_at', '<', until);
    if (after !== undefined) {
      const { startedAt, turnId } = after;
      query = query.where((where) =>
        where.or([
          where('started_at', '>', startedAt),
          where.and([where('started_at', '=', startedAt), where('turn_id', '>', turnId)]),
        ]),
      );
    }
    const rows = await query.orderBy('started_at').orderBy('turn_id').limit(limit).execute();
    return rows.map((row) => ({
      sessionId: row.session_id,
      turnId: row.turn_id,
      startedAt: row.started_at,
      record: JSON.parse(row.record) as TurnRecord,
    }));
  }

  async countInteractions({ since, until }: TimeWindow): Promise<InteractionCount[]> {
    const inWindow = this.#db.selectFrom('interactions').where('at', '>=', since).where('at', '<', until);
    const seen = inWindow.where('kind', '=', 'impression').select(['session_id', 'item_id']).distinct();
    const times = await inWindow
      .groupBy('kind')
      .select(['kind', (count) => count.fn.countAll<number>().as('times')])
      .execute();
    const cards = await this.#db
      .selectFrom(inWindow.select(['kind', 'session_id', 'item_id']).distinct().as('done'))
      .innerJoin(seen.as('seen'), (join) =>
        join.onRef('seen.session_id', '=', 'done.session_id').onRef('seen.item_id', '=', 'done.item_id'),
      )
      .groupBy('done.kind')
      .select(['done.kind', (count) => count.fn.countAll<number>().as('cards')])
      .execute();
    const cardsOf = new Map(cards.map((row) => [row.kind, Number(row.cards)]));
    return times.map((row) => ({
      kind: row.kind as InteractionKind,
      times: Number(row.times),
      cards: cardsOf.get(row.kind) ?? 0,
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
