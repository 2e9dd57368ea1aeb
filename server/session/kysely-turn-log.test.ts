import { describeWithPostgres } from '../../scripts/testing/requirements.ts';
import { openTestPostgres, openTestSqlite } from './testing/test-databases.ts';
import { describeTurnLog } from './turn-log-contract.ts';

describeTurnLog('the turn log in SQLite', openTestSqlite);

describeWithPostgres('with a PostgreSQL server', (serverUrl) => {
  describeTurnLog('the turn log in PostgreSQL', () => openTestPostgres(serverUrl));
});
