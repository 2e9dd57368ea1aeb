import { describe, expect, it } from 'vitest';
import { describeWithPostgres } from '../../scripts/testing/requirements.ts';
import { openPostgresStore } from '../session/open-postgres-store.ts';
import { openTestPostgres } from '../session/testing/test-databases.ts';
import { say, upTo } from '../session/testing/test-hub.ts';
import { TestClient } from './testing/test-client.ts';
import { startTestServer } from './testing/test-server.ts';

describeWithPostgres('two nodes with one PostgreSQL', (serverUrl) => {
  describe('and a tab of one session on each', () => {
    it('show the same parts, and a newer turn or a cancel on one ends the turn on the other', async () => {
      const database = await openTestPostgres(serverUrl);
      // One pool a node, for its store and for the word between the nodes, as the application has it.
      const pools = [database.openPool(), database.openPool()];
      const stores = await Promise.all(pools.map((pool) => openPostgresStore(pool)));
      const nodes = await Promise.all(
        pools.map((cluster, index) =>
          startTestServer({ store: stores[index]!, cluster, hub: { nodeId: `node-${index}` } }),
        ),
      );
      const left = await new TestClient(nodes[0]!.url).connected();
      const right = await new TestClient(nodes[1]!.url, { session: left.session, lastSeq: 0 }).connected();
      const [older, newer, last] = [say('endless'), say('endless again'), say('last')];
      await left.send('turn:start', older);
      await right.receiver.untilType(older.turnId, 'cards');
      await right.send('turn:start', newer);
      await right.receiver.untilEnded(older.turnId);
      expect(right.receiver.types(older.turnId).at(-1)).toBe('error superseded');
      await left.receiver.untilType(newer.turnId, 'cards');
      await left.send('turn:cancel', { turnId: newer.turnId });
      await right.receiver.untilEnded(newer.turnId);
      expect(right.receiver.types(newer.turnId).at(-1)).toBe('error cancelled');
      await left.send('turn:start', last);
      await Promise.all([left, right].map(({ receiver }) => receiver.untilEnded(last.turnId)));
      expect(left.receiver.seqs).toEqual(upTo(left.receiver.parts.length));
      expect(right.receiver.parts).toEqual(left.receiver.parts);
      for (const client of [left, right]) client.close();
      for (const node of nodes) await node.close();
      for (const store of stores) await store.close();
      await database.destroy();
    });
  });
});
