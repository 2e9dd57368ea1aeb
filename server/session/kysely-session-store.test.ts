import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithPostgres } from '../../scripts/testing/requirements.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { describeSessionStore } from './session-store-contract.ts';
import { openTestPostgres, openTestSqlite } from './testing/test-databases.ts';

describeSessionStore('sessions in SQLite', openTestSqlite);

describe('opening SQLite', () => {
  it('says what is wrong with a file that is no database', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'aisle-sessions-')), 'broken.db');
    writeFileSync(file, 'this is not a database, whatever its name says. '.repeat(100));
    const opening = openSqliteStore({ file, busyTimeoutMs: 100 });
    await expect(opening).rejects.toMatchObject({ code: 'database_unavailable' });
  });
});

describeWithPostgres('with a PostgreSQL server', (serverUrl) => {
  describeSessionStore('sessions in PostgreSQL', () => openTestPostgres(serverUrl));
});
