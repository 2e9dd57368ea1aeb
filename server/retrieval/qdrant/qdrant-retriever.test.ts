import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '../index/build-index.ts';
import { openEmbeddingCache } from '../index/embedding-cache.ts';
import type { Fusion } from './build-query.ts';
import { buildPointId } from './point-id.ts';
import { connectQdrant } from './qdrant-client.ts';
import { QdrantRetriever } from './qdrant-retriever.ts';
import { HashEmbedder } from './testing/hash-embedder.ts';
import { contractItems, eligible, testRetriever } from './testing/retriever-contract.ts';
import { startTestQdrant, type TestQdrant } from './testing/start-test-qdrant.ts';

const fusion: Fusion = { kind: 'rrf', k: 60 };
let qdrant: TestQdrant;
let cacheFolder: string;

beforeAll(async () => {
  qdrant = await startTestQdrant();
  cacheFolder = await mkdtemp(join(tmpdir(), 'aisle-cache-'));
});
afterAll(async () => {
  await qdrant?.close();
  await rm(cacheFolder, { recursive: true, force: true });
});

async function prepare(shop: string, embedder: HashEmbedder): Promise<QdrantRetriever> {
  const cache = await openEmbeddingCache(cacheFolder, embedder);
  const { connection } = qdrant;
  const embedding = { embedder, cache };
  const { alias } = await buildIndex({ connection, shop, version: '1', items: contractItems, embedding });
  await cache.close();
  return new QdrantRetriever({ connection, collection: alias, fusion });
}

testRetriever('QdrantRetriever', async (_, embedder) => ({
  retriever: await prepare('contract', embedder),
  close: async () => {},
}));

describe('QdrantRetriever', () => {
  const embedder = new HashEmbedder();
  let retriever: QdrantRetriever;

  beforeAll(async () => {
    retriever = await prepare('own', embedder);
  });

  it.each<[Fusion, string[]]>([
    [{ kind: 'dense' }, ['p2', 'p5']],
    [{ kind: 'sparse' }, ['p4']],
    [{ kind: 'rrf', k: 2 }, ['p4', 'p5']],
    [{ kind: 'dbsf' }, ['p4', 'p5']],
  ])('fuses as the request says: %j', async (own, expected) => {
    const [dense] = await embedder.embed(['blue desk']);
    const found = await retriever.recall({ eligible: eligible(), dense, sparse: { rug: 1 }, limit: 2, fusion: own });
    expect(found.map(({ id }) => id).sort()).toEqual(expected);
  });

  it('scores reciprocal ranks with the k given', async () => {
    const [dense] = await embedder.embed(['blue desk']);
    const recall = { eligible: eligible(), dense, sparse: { desk: 1, blue: 1 }, limit: 1 };
    const [few] = await retriever.recall({ ...recall, fusion: { kind: 'rrf', k: 1 } });
    const [many] = await retriever.recall({ ...recall, fusion: { kind: 'rrf', k: 99 } });
    expect([few?.id, many?.id]).toEqual(['p5', 'p5']);
    expect(few?.recall).toBeCloseTo(2, 5);
    expect(many?.recall).toBeCloseTo(2 / 99, 5);
  });

  it('says that the index is missing when there is none', async () => {
    const lost = new QdrantRetriever({ connection: qdrant.connection, collection: 'never-built', fusion });
    await expect(lost.count(eligible())).rejects.toMatchObject({ code: 'index_missing' });
  });

  it('says so when the index holds a record of another make', async () => {
    await qdrant.connection.call((api, init) =>
      api.deletePayload({ collection_name: 'own', wait: true, keys: ['terms'], points: [buildPointId('p2')] }, init),
    );
    await expect(retriever.items(['p2'])).rejects.toMatchObject({ code: 'index_unreadable' });
  });

  it('says that Qdrant is unavailable while it is dead, and works again when it is back', async () => {
    const mortal = await startTestQdrant();
    try {
      const impatient = connectQdrant({ url: mortal.process.url, timeoutMs: 10_000, retries: 0 });
      await buildIndex({ connection: mortal.connection, shop: 'mortal', version: '1', items: contractItems });
      const reader = new QdrantRetriever({ connection: impatient, collection: 'mortal', fusion });
      expect(await reader.count(eligible())).toBe(5);
      process.kill(mortal.process.pid() ?? 0, 'SIGKILL');
      await expect.poll(() => outcome(reader.count(eligible())), { timeout: 20_000 }).toBe('retrieval_unavailable');
      await expect.poll(() => outcome(reader.count(eligible())), { timeout: 20_000 }).toBe(5);
    } finally {
      await mortal.close();
    }
  });
});

const outcome = (count: Promise<number>) => count.catch((error) => error.code);
