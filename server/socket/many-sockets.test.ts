import { expect, it } from 'vitest';
import { openTestSqlite } from '../session/testing/test-databases.ts';
import { say, upTo } from '../session/testing/test-hub.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestServer } from './testing/test-server.ts';

it('serves a turn to each of 1,000 sockets and loses no part', async () => {
  const database = await openTestSqlite();
  const server = await startTestServer({ store: database.store });
  const clients = upTo(1_000).map(() => new TestClient(server.url));
  await Promise.all(clients.map((client) => client.connected()));
  await Promise.all(
    clients.map(async (client, index) => {
      const turn = say(`chair ${index}`);
      expect(await client.send('turn:start', turn)).toEqual({ ok: true, turnId: turn.turnId });
      const parts = await client.receiver.untilEnded(turn.turnId);
      expect(parts.map(({ part }) => part.type)).toEqual([
        'turn-start',
        'understanding',
        'cards',
        'text-delta',
        'turn-end',
      ]);
      expect(parts.find(({ part }) => part.type === 'text-delta')?.part).toMatchObject({
        delta: `you said: chair ${index}`,
      });
      expect(client.receiver.seqs).toEqual(upTo(5));
    }),
  );
  for (const client of clients) client.close();
  await server.close();
  await database.destroy();
});
