import { create, insertMultiple, search } from '@orama/orama';
import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { createKeywordIndex, readDocument } from '../arms/keyword-assistant.ts';
import { answerJob } from './child-process.ts';
import { summariseLatency } from './latency.ts';
import type { EngineJob, EngineResult } from './messages.ts';
import { readItems } from './read-items.ts';

/** Cards of a row, as in the chat. */
const ROW = 12;
/** The first queries pay for compiling code; a shop's are warm. */
const WARM_UP = 20;

type Query = (text: string) => Promise<unknown>;

const OPEN: Record<EngineJob['engine'], (items: CatalogItem[]) => Promise<Query>> = {
  async minisearch(items) {
    const index = createKeywordIndex(items);
    return async (text) => index.search(text).slice(0, ROW);
  },
  async orama(items) {
    const schema = {
      title: 'string',
      brand: 'string',
      category: 'string',
      attributes: 'string',
      description: 'string',
    } as const;
    const database = create({ schema });
    await insertMultiple(
      database,
      items.flatMap((item) => (item.kind === 'product' ? [readDocument(item)] : [])),
      500,
    );
    return async (text) => search(database, { term: text, limit: ROW, boost: { title: 3, brand: 2, category: 2 } });
  },
};

async function runEngine({ engine, catalog, queries }: EngineJob): Promise<EngineResult> {
  const items = readItems(catalog);
  const startedAt = performance.now();
  const query = await OPEN[engine](items);
  const indexSeconds = (performance.now() - startedAt) / 1000;
  for (const text of queries.slice(0, WARM_UP)) await query(text);
  const times: number[] = [];
  for (const text of queries) {
    const askedAt = performance.now();
    await query(text);
    times.push(performance.now() - askedAt);
  }
  globalThis.gc?.();
  const seconds = times.reduce((sum, time) => sum + time, 0) / 1000;
  return {
    engine,
    indexSeconds,
    query: summariseLatency(times),
    queriesPerSecond: times.length / seconds,
    memoryMb: process.memoryUsage.rss() / 1e6,
  };
}

answerJob(runEngine);
