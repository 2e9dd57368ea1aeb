import { describe, expect, it } from 'vitest';
import { analyseCatalog } from '../../server/catalog/analyse-catalog.ts';
import { cornerShop } from '../../server/testing/corner-shop.ts';
import { language } from '../../server/testing/fixture-shop.ts';
import { MemoryRetriever } from '../../server/testing/memory-retriever.ts';
import { openShop } from '../../server/turn/open-shop.ts';
import { printTable } from './print-table.ts';
import { listVariants } from './variants.ts';

const learned = analyseCatalog(cornerShop, { name: 'Corner', language });
const retriever = new MemoryRetriever(learned.items);
const shop = openShop({ ...learned, problems: [] }, { retriever });
const eligible = { kinds: ['product' as const], criteria: [], exclude: [] };

describe('the ablation', () => {
  it('switches one thing off at a time, each by its own name', () => {
    const names = listVariants().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, change } of listVariants()) {
      const { weights } = change(shop);
      const off = Object.values(weights ?? {}).filter((weight) => weight === 0).length;
      if (name !== 'without first stage') expect(off).toBe(weights ? 1 : 0);
    }
  });

  it('without sparse asks by meaning alone, and by words where there is no vector', async () => {
    const changed = listVariants()
      .find(({ name }) => name === 'without sparse')!
      .change(shop);
    const dense = Float32Array.of(1);
    const request = { eligible, sparse: { sofa: 1 }, limit: 3 };
    expect(await changed.retriever.recall(request)).toEqual(await retriever.recall(request));
    expect(await changed.retriever.recall({ ...request, dense })).toEqual(
      await retriever.recall({ eligible, dense, limit: 3 }),
    );
    expect(await changed.retriever.count(eligible)).toBe(cornerShop.length);
  });

  it('prints changes with their interval, clear ones bold', () => {
    const figure = { metric: 'm', value: 0.5, low: 0.4, high: 0.6, count: 3 };
    const change = { metric: 'm', delta: -0.1, low: -0.2, high: -0.05, cases: 3 };
    const rows = [
      { name: 'whole product', figures: [{ figure }] },
      { name: 'without x', figures: [{ figure, change }] },
    ];
    expect(printTable({ suite: 's', metrics: ['m', 'n'], rows }).slice(2)).toEqual([
      '| whole product | 0.500 (0.400–0.600) | – |',
      '| without x | **−0.100 (-0.200–-0.050)** | – |',
    ]);
  });
});
