import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { AppError } from '../errors.ts';
import type { SessionSchema } from './session-schema.ts';

const cascade = 'cascade' as const;

/** Every step may be repeated: SQLite has no transaction around it, so a killed first start leaves a part of it behind. */
const createTables: Migration = {
  async up(db) {
    await db.schema
      .createTable('sessions')
      .ifNotExists()
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('updated_at', 'bigint', (column) => column.notNull())
      .addColumn('last_seq', 'bigint', (column) => column.notNull())
      .addColumn('memory', 'text', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('turns')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete(cascade))
      .addColumn('turn_id', 'text', (column) => column.notNull())
      .addColumn('request', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('ended_at', 'bigint')
      .addColumn('ending', 'text')
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('turns_pk', ['session_id', 'turn_id'])
      .execute();
    await db.schema
      .createTable('parts')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete(cascade))
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('turn_id', 'text', (column) => column.notNull())
      .addColumn('part', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('parts_pk', ['session_id', 'seq'])
      .execute();
    await createInteractions(db);
    await createIndexes(db);
  },
};

const createInteractions = async (db: Kysely<unknown>): Promise<void> => {
  // The one place where the two databases differ: how a number is made for a row. SQLite numbers its integer keys itself.
  const isSqlite = !db.getExecutor().adapter.supportsTransactionalDdl;
  await db.schema
    .createTable('interactions')
    .ifNotExists()
    .addColumn('id', isSqlite ? 'integer' : 'bigserial', (column) => column.primaryKey())
    .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete(cascade))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('item_id', 'text', (column) => column.notNull())
    .addColumn('turn_id', 'text')
    .addColumn('position', 'integer')
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('folded', 'integer', (column) => column.notNull())
    .execute();
};

/** Partial indexes stay small: only what is still to be done is in them. */
const createIndexes = async (db: Kysely<unknown>): Promise<void> => {
  await sql`create index if not exists turns_unfinished on turns (lease_until) where status = 'started'`.execute(db);
  await sql`create index if not exists turns_by_start on turns (session_id, started_at)`.execute(db);
  await sql`create index if not exists interactions_unfolded on interactions (session_id, id) where folded = 0`.execute(
    db,
  );
  await sql`create index if not exists interactions_by_session on interactions (session_id)`.execute(db);
  await sql`create index if not exists sessions_by_activity on sessions (updated_at)`.execute(db);
};

const createTurnRecords: Migration = {
  async up(db) {
    await db.schema
      .createTable('turn_records')
      .ifNotExists()
      .addColumn('session_id', 'text', (column) => column.notNull().references('sessions.id').onDelete(cascade))
      .addColumn('turn_id', 'text', (column) => column.notNull())
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('record', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('turn_records_pk', ['session_id', 'turn_id'])
      .execute();
    await sql`create index if not exists turn_records_by_start on turn_records (started_at, turn_id)`.execute(db);
    await sql`create index if not exists turns_by_id on turns (turn_id)`.execute(db);
    await sql`create index if not exists interactions_by_time on interactions (at, id)`.execute(db);
  },
};

const migrations: Record<string, Migration> = { '001-sessions': createTables, '002-turn-records': createTurnRecords };

/** Brings the database to the newest schema; several nodes may call it at once. */
export const migrateSessions = async (db: Kysely<SessionSchema>): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const message =
      'The session database could not be brought to the newest schema: check that its user may create tables.';
    throw new AppError('database_migration', message, { cause: error });
  }
};
