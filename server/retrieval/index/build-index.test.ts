import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import { connectQdrant } from '../qdrant/qdrant-client.ts';
import { QdrantRetriever } from '../qdrant/qdrant-retriever.ts';
import { buildTestItem } from '../qdrant/testing/build-test-item.ts';
import { HashEmbedder } from '../qdrant/testing/hash-embedder.ts';
import { startTestQdrant, type TestQdrant } from '../qdrant/testing/start-test-qdrant.ts';
import { type BuildIndex, buildIndex, type IndexProgress } from './build-index.ts';
import { type EmbeddingCache, openEmbeddingCache } from './embedding-cache.ts';
import { removeItems, updateItems } from './update-items.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const makeItems = (count: number, suffix = '') =>
  Array.from({ length: count }, (_, index) =>
    buildTestItem({ id: `i${index}`, title: `thing ${index}${suffix}`, price: usd(index) }),
  );
const everything = { kinds: ['product' as const], criteria: [], exclude: [] };

async function* interrupted(items: IndexedItem[], after: number): AsyncGenerator<IndexedItem> {
  yield* items.slice(0, after);
  throw new Error('the machine went down');
}

let qdrant: TestQdrant;
let folder: string;
let shops = 0;

beforeAll(async () => {
  qdrant = await startTestQdrant();
});
afterAll(() => qdrant?.close());

let shop: string;
let embedder: HashEmbedder;
let cache: EmbeddingCache;

beforeEach(async () => {
  shop = `Shop ${++shops}`;
  embedder = new HashEmbedder(16);
  folder = await mkdtemp(join(tmpdir(), 'aisle-cache-'));
  cache = await openEmbeddingCache(folder, embedder);
  return async () => {
    await cache.close();
    await rm(folder, { recursive: true, force: true });
  };
});

const build = (version: string, items: BuildIndex['items'], rest: Partial<BuildIndex> = {}) =>
  buildIndex({ connection: qdrant.connection, shop, version, items, embedding: { embedder, cache }, ...rest });
const retrieverOf = (collection: string) =>
  new QdrantRetriever({ connection: qdrant.connection, collection, fusion: { kind: 'rrf', k: 60 } });
const collectionNames = async () => {
  const { collections } = await qdrant.connection.call((api, init) => api.getCollections({}, init));
  return collections.map(({ name }) => name);
};

describe('buildIndex', () => {
  it('indexes every item, reports how far it is, and says what is in use', async () => {
    const progress: IndexProgress[] = [];
    const built = await build('1', makeItems(300), { onProgress: (step) => progress.push(step) });
    expect(built).toMatchObject({ built: true, items: 300, embedded: 300, kept: 0 });
    expect(await retrieverOf(built.alias).count(everything)).toBe(300);
    expect(progress.map(({ stage, items }) => [stage, items])).toEqual([
      ['upload', 128],
      ['upload', 256],
      ['upload', 300],
      ['optimize', 300],
      ['done', 300],
    ]);
  });

  it('does nothing the second time', async () => {
    await build('1', makeItems(5));
    const again = await build('1', interrupted([], 0));
    expect(again).toMatchObject({ built: false, items: 5, embedded: 0 });
  });

  it('gives the same index from the same items', async () => {
    const items = makeItems(20);
    const one = await build('1', items);
    const before = await retrieverOf(one.alias).items(items.map(({ item }) => item.id));
    const two = await build('2', items);
    expect(await retrieverOf(two.alias).items(items.map(({ item }) => item.id))).toEqual(before);
    expect(two).toMatchObject({ built: true, embedded: 0 });
  });

  it('goes on where an interrupted build stopped', async () => {
    const items = makeItems(300);
    await expect(build('1', interrupted(items, 290))).rejects.toThrow('the machine went down');
    expect(embedder.embedded).toBe(256);
    const built = await build('1', items);
    expect(built).toMatchObject({ items: 300, kept: 256, embedded: 44 });
    expect(embedder.embedded).toBe(300);
  });

  it('stops at once when it is aborted, with the reason', async () => {
    const controller = new AbortController();
    const reason = new Error('shutting down');
    const onProgress = () => controller.abort(reason);
    await expect(build('1', makeItems(300), { signal: controller.signal, onProgress })).rejects.toBe(reason);
    expect(await build('1', makeItems(300))).toMatchObject({ items: 300, kept: 128 });
  });

  it('goes on through a kill of Qdrant', async () => {
    const items = makeItems(300);
    async function* killing() {
      for (const [index, item] of items.entries()) {
        if (index === 200) process.kill(qdrant.process.pid() ?? 0, 'SIGKILL');
        yield item;
      }
    }
    const connection = connectQdrant({ url: qdrant.process.url, timeoutMs: 60_000, retries: 20, breakAfter: 0 });
    const built = await build('1', killing(), { connection });
    expect(await retrieverOf(built.alias).count(everything)).toBe(300);
  });

  it('never shows a half index: readers see the old one until the new one is whole', async () => {
    const { alias } = await build('1', makeItems(10));
    const retriever = retrieverOf(alias);
    const counts = new Set<number>();
    let building = true;
    const reader = (async () => {
      while (building) {
        counts.add(await retriever.count(everything));
        await sleep(1);
      }
    })();
    await expect(build('2', interrupted(makeItems(500), 400))).rejects.toThrow();
    expect(await retriever.count(everything)).toBe(10);
    await build('2', makeItems(500));
    building = false;
    await reader;
    expect([...counts].filter((count) => count !== 10 && count !== 500)).toEqual([]);
    expect(await retriever.count(everything)).toBe(500);
  });

  it('removes the older indexes of this shop and touches those of no other', async () => {
    await build('1', makeItems(3));
    const other = await build('1', makeItems(4), { shop: `${shop} b` });
    const { collection } = await build('2', makeItems(3));
    const names = await collectionNames();
    expect(names).toContain(other.collection);
    expect(names.filter((name) => name.startsWith(`shop-${shops}--`))).toEqual([collection]);
  });

  it('takes out what an interrupted build of other content left', async () => {
    await expect(build('1', interrupted(makeItems(200, ' old'), 150))).rejects.toThrow();
    const built = await build('1', makeItems(100));
    expect(built).toMatchObject({ items: 100, kept: 0 });
    expect(await retrieverOf(built.alias).count(everything)).toBe(100);
  });

  it('counts an item that is there twice once, the later one', async () => {
    const built = await build('1', [...makeItems(3), buildTestItem({ id: 'i1', title: 'thing again' })]);
    expect(built.items).toBe(3);
    expect((await retrieverOf(built.alias).items(['i1']))[0]?.item.title).toBe('thing again');
  });

  it('indexes words only without an embedder', async () => {
    const { alias } = await build('1', makeItems(3), { embedding: undefined });
    const found = await retrieverOf(alias).recall({ eligible: everything, sparse: { '2': 1 }, limit: 5 });
    expect(found.map(({ id }) => id)).toEqual(['i2']);
    expect(await retrieverOf(alias).vectors(['i2'])).toEqual({});
  });

  it('indexes an empty catalog', async () => {
    const { alias } = await build('1', []);
    expect(await retrieverOf(alias).recall({ eligible: everything, limit: 5 })).toEqual([]);
  });

  it('refuses an embedder that gives vectors of another length', async () => {
    const wrong = new HashEmbedder(8);
    const lying = { ...embedder, id: 'lying', dimensions: 16, embed: wrong.embed.bind(wrong), close: wrong.close };
    await expect(build('1', makeItems(1), { embedding: { embedder: lying, cache } })).rejects.toMatchObject({
      code: 'embeddings_mismatch',
    });
  });
});

describe('updateItems', () => {
  it('changes price and stock at once and embeds nothing', async () => {
    const items = makeItems(10);
    const { alias } = await build('1', items);
    const before = await retrieverOf(alias).vectors(['i3']);
    const changed = buildTestItem({ id: 'i3', title: 'thing 3', price: usd(999), availability: 'out_of_stock' });
    const updated = await updateItems([...items.slice(0, 3), changed], {
      connection: qdrant.connection,
      collection: alias,
      embedding: { embedder, cache },
    });
    expect(updated).toEqual({ unchanged: 3, patched: 1, replaced: 0, embedded: 0 });
    expect(await retrieverOf(alias).items(['i3'])).toEqual([changed]);
    expect(await retrieverOf(alias).vectors(['i3'])).toEqual(before);
    const order = { key: 'price', direction: 'descending' as const };
    expect((await retrieverOf(alias).recall({ eligible: everything, order, limit: 1 }))[0]?.id).toBe('i3');
  });

  it('embeds a new text and a new item, and takes items out', async () => {
    const { alias } = await build('1', makeItems(3));
    const target = { connection: qdrant.connection, collection: alias, embedding: { embedder, cache } };
    const fresh = [buildTestItem({ id: 'i1', title: 'renamed' }), buildTestItem({ id: 'new', title: 'newcomer' })];
    expect(await updateItems(fresh, target)).toEqual({ unchanged: 0, patched: 0, replaced: 2, embedded: 2 });
    await removeItems(['i0'], target);
    const found = await retrieverOf(alias).recall({ eligible: everything, limit: 10 });
    expect(found.map(({ id }) => id).sort()).toEqual(['i1', 'i2', 'new']);
  });

  it('keeps the counts of facets exact through many changes', async () => {
    const dress = (index: number, colour: string) =>
      buildTestItem(
        { id: `i${index}`, title: 'dress' },
        { terms: [`colour=${colour}`, 'text=dress'], stated: ['colour'] },
      );
    const { alias } = await build(
      '1',
      Array.from({ length: 400 }, (_, index) => dress(index, 'red')),
    );
    const target = { connection: qdrant.connection, collection: alias, embedding: { embedder, cache } };
    for (const colour of ['blue', 'green', 'black']) {
      const some = Array.from({ length: 400 }, (_, index) => index).filter((index) => (index * 7) % 10 < 4);
      await updateItems(
        some.map((index) => dress(index, colour)),
        target,
      );
      const counts = await retrieverOf(alias).facet(everything, 'colour=', 10);
      expect(counts).toEqual([
        { term: 'colour=red', count: 240 },
        { term: `colour=${colour}`, count: 160 },
      ]);
    }
  });
});
