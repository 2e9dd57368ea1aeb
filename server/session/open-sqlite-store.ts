import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { AppError } from '../errors.ts';
import { KyselySessionStore } from './kysely-session-store.ts';
import { migrateSessions } from './session-migrations.ts';
import type { SessionSchema } from './session-schema.ts';
import type { SessionStore } from './session-store.ts';

const pragmas = [
  'journal_mode = WAL',
  // No fsync at each commit: a kill of the process loses nothing, a power cut may lose the last turns but not the file.
  'synchronous = NORMAL',
  'foreign_keys = ON',
];

/** The embedded database in one file; `busyTimeoutMs` is the longest wait for another process's write. */
export async function openSqliteStore(options: { file: string; busyTimeoutMs: number }): Promise<SessionStore> {
  const db = new Kysely<SessionSchema>({ dialect: new SqliteDialect({ database: openDatabase(options) }) });
  await migrateSessions(db);
  return new KyselySessionStore(db);
}

function openDatabase({ file, busyTimeoutMs }: { file: string; busyTimeoutMs: number }): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true });
  let database: InstanceType<typeof Database>;
  try {
    database = new Database(file, { timeout: busyTimeoutMs });
    for (const pragma of pragmas) database.pragma(pragma);
  } catch (cause) {
    const message = `The session database ${file} cannot be opened: check that the folder is writable and the file is a SQLite database.`;
    throw new AppError('database_unavailable', message, { cause });
  }
  return cacheStatements(database);
}

/** Preparing a statement costs more than running it; the store has a few dozen different ones. */
function cacheStatements(database: InstanceType<typeof Database>): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>();
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      const known = statements.get(sql);
      if (known !== undefined) return known;
      const statement = database.prepare<[readonly unknown[]]>(sql);
      if (statements.size >= maxCachedStatements) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
}

/** Statements differ by the number of parts in one write; without a bound that would grow for ever. */
const maxCachedStatements = 500;
