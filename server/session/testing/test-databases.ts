import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openPostgresPool, openPostgresStore } from '../open-postgres-store.ts';
import { openSqliteStore } from '../open-sqlite-store.ts';
import { silentLog } from './silent-log.ts';

/** A SQLite file of its own in a new folder. */
export async function openTestSqlite() {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-sessions-'));
  const open = () => openSqliteStore({ file: join(folder, 'sessions.db'), busyTimeoutMs: 5_000 });
  const store = await open();
  const destroy = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { store, folder, reopen: open, destroy };
}

/** A database of its own on the server of `TEST_DATABASE_URL`, dropped at the end. */
export async function openTestPostgres(serverUrl: string) {
  const name = `aisle_test_${randomUUID().replaceAll('-', '')}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`create database ${name}`);
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString();
  const openPool = () => openPostgresPool({ url, timeoutMs: 10_000, log: silentLog });
  const open = () => openPostgresStore(openPool());
  const store = await open();
  const destroy = async () => {
    await store.close();
    await administer(`drop database ${name} with (force)`);
  };
  return { store, url, openPool, reopen: open, destroy };
}
