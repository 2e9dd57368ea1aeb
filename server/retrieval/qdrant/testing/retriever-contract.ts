import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Criterion } from '../../../domain/criterion.ts';
import type { IndexedItem } from '../../../domain/indexed-item.ts';
import type { Eligible, Retriever } from '../../retriever.ts';
import { buildTestItem } from './build-test-item.ts';
import { HashEmbedder } from './hash-embedder.ts';

const usd = (amount: number) => ({ amount, currency: 'USD' });
const product = (id: string, title: string, amount: number | undefined, facets: string[], rest: object = {}) =>
  buildTestItem(
    { id, title, ...(amount === undefined ? {} : { price: usd(amount) }), ...rest },
    {
      terms: [...title.split(' ').map((word) => `text=${word}`), ...facets],
      stated: [...new Set(facets.map((term) => term.split('=')[0] ?? ''))],
    },
  );

const sofa = product('p1', 'red linen sofa', 500, ['colour=red', 'material=linen'], {
  brand: 'North',
  seller: { id: 's', name: 'Sunny' },
  availability: 'in_stock',
  rating: { average: 4.5, count: 200 },
  createdAt: '2024-01-02',
  popularity: 7,
});

export const contractItems: IndexedItem[] = [
  sofa,
  product('p2', 'blue leather sofa', 900, ['colour=blue', 'material=leather']),
  product('p3', 'red desk lamp', 40, ['colour=red'], { rating: { average: 4, count: 10 } }),
  product('p4', 'green wool rug', undefined, ['colour=green', 'material=wool']),
  product('p5', 'blue desk', 150, ['colour=blue']),
  buildTestItem({ id: 'v1', kind: 'video', title: 'choosing a sofa', products: ['p2', 'p1'] }),
  buildTestItem({ id: 'l1', kind: 'live', title: 'lamps live', products: ['p3'], status: 'live' }),
];

const red: Criterion = {
  kind: 'terms',
  constraintId: 'c1',
  facet: 'colour',
  any: ['colour=red'],
  negated: false,
  closed: true,
};
const cheap: Criterion = { kind: 'range', constraintId: 'c2', facet: 'price', key: 'price', high: 200, negated: false };

export const eligible = (...criteria: Eligible['criteria']): Eligible => ({
  kinds: ['product'],
  criteria,
  exclude: [],
});
const known = (criterion: Criterion) => ({ criterion, admit: 'known' as const });
const possible = (criterion: Criterion) => ({ criterion, admit: 'possible' as const });

/** What every retriever does, over `contractItems` with the vectors of `HashEmbedder`. */
export function testRetriever(
  name: string,
  prepare: (
    items: IndexedItem[],
    embedder: HashEmbedder,
  ) => Promise<{ retriever: Retriever; close: () => Promise<void> }>,
): void {
  describe(`${name} as a retriever`, () => {
    const embedder = new HashEmbedder();
    let retriever: Retriever;
    let close: (() => Promise<void>) | undefined;
    const ids = (found: { id: string }[]) => found.map(({ id }) => id);
    const embed = async (text: string) => (await embedder.embed([text]))[0];

    beforeAll(async () => {
      ({ retriever, close } = await prepare(contractItems, embedder));
    });
    afterAll(() => close?.());

    it('finds by words and by vector together, best first', async () => {
      const dense = await embed('red linen sofa');
      const found = await retriever.recall({ eligible: eligible(), dense, sparse: { sofa: 1, linen: 1 }, limit: 3 });
      expect(ids(found).slice(0, 2)).toEqual(['p1', 'p2']);
      expect(found).toHaveLength(3);
      expect(found.map(({ recall }) => recall)).toEqual(found.map(({ recall }) => recall).sort((a, b) => b - a));
    });

    it('finds by words alone only what has one of the words', async () => {
      const found = await retriever.recall({ eligible: eligible(), sparse: { lamp: 1, unheard: 2 }, limit: 10 });
      expect(ids(found)).toEqual(['p3']);
    });

    it('gives rare words more weight than common ones', async () => {
      const found = await retriever.recall({ eligible: eligible(), sparse: { red: 1, lamp: 1, sofa: 1 }, limit: 10 });
      expect(ids(found)[0]).toBe('p3');
    });

    it('finds by vector alone', async () => {
      const found = await retriever.recall({ eligible: eligible(), dense: await embed('blue desk'), limit: 1 });
      expect(ids(found)).toEqual(['p5']);
    });

    it('brings all that ranking reads of an item', async () => {
      const [found] = await retriever.recall({ eligible: eligible(), sparse: { linen: 1 }, limit: 1 });
      const { terms, denied, stated, numbers, titleStems } = sofa;
      expect(found).toEqual({
        id: 'p1',
        recall: expect.any(Number),
        indexed: {
          ...{ terms, denied, stated, numbers, titleStems },
          kind: 'product',
          brand: 'North',
          seller: 'Sunny',
          availability: 'in_stock',
          createdAt: '2024-01-02',
          popularity: 7,
          rating: { average: 4.5, count: 200 },
        },
      });
    });

    it('never lets an item through that is not eligible', async () => {
      const request = { dense: await embed('red linen sofa'), sparse: { sofa: 1 }, limit: 10 };
      expect(ids(await retriever.recall({ ...request, eligible: eligible(known(cheap)) })).sort()).toEqual([
        'p3',
        'p5',
      ]);
      const silentToo = await retriever.recall({ ...request, eligible: eligible(possible(cheap)) });
      expect(ids(silentToo).sort()).toEqual(['p3', 'p4', 'p5']);
      const excluding = { ...eligible(known(red)), exclude: ['p1'] };
      expect(ids(await retriever.recall({ ...request, eligible: excluding }))).toEqual(['p3']);
    });

    it('orders by a number, and puts what does not state it last', async () => {
      const order = { key: 'price', direction: 'ascending' as const };
      const found = await retriever.recall({ eligible: eligible(), order, limit: 10 });
      expect(ids(found)).toEqual(['p3', 'p5', 'p1', 'p2', 'p4']);
      const dearest = await retriever.recall({
        eligible: eligible(),
        order: { ...order, direction: 'descending' },
        limit: 2,
      });
      expect(ids(dearest)).toEqual(['p2', 'p1']);
    });

    it('orders by a number that hardly any item has', async () => {
      const found = await retriever.recall({
        eligible: eligible(),
        order: { key: 'number of legs', direction: 'ascending' },
        limit: 10,
      });
      expect(ids(found).sort()).toEqual(['p1', 'p2', 'p3', 'p4', 'p5']);
    });

    it('starts with the most popular and best rated when nothing else is asked', async () => {
      const found = await retriever.recall({ eligible: eligible(), limit: 10 });
      expect(ids(found).slice(0, 2)).toEqual(['p1', 'p3']);
      expect(found).toHaveLength(5);
    });

    it('counts exactly, one or many', async () => {
      expect(await retriever.count(eligible(known(red)))).toBe(2);
      const many = [
        eligible(),
        eligible(known(red), known(cheap)),
        eligible(possible(cheap)),
        { ...eligible(), kinds: [] },
      ];
      expect(await retriever.counts(many)).toEqual([5, 1, 3, 0]);
      expect(await retriever.counts([])).toEqual([]);
    });

    it('returns whole items in the order asked and leaves out what does not exist', async () => {
      expect(await retriever.items(['v1', 'no such item', 'p4', 'p1'])).toEqual(
        ['v1', 'p4', 'p1'].map((id) => contractItems.find(({ item }) => item.id === id)),
      );
      expect(await retriever.items([])).toEqual([]);
    });

    it('returns the own vectors of items', async () => {
      const vectors = await retriever.vectors(['p5', 'no such item']);
      expect(Object.keys(vectors)).toEqual(['p5']);
      const expected = await embed('blue desk');
      vectors.p5?.forEach((value, index) => {
        expect(value).toBeCloseTo(expected?.[index] ?? Number.NaN, 5);
      });
    });

    it('finds the videos and live streams of products, those of the first product first', async () => {
      const found = await retriever.contentOf(['p3', 'p1'], 5);
      expect(found.map(({ item }) => item.id)).toEqual(['l1', 'v1']);
      expect(await retriever.contentOf(['p4'], 5)).toEqual([]);
      expect(await retriever.contentOf([], 5)).toEqual([]);
    });

    it('counts the values of a facet over the eligible items', async () => {
      expect(await retriever.facet(eligible(), 'colour=', 10)).toEqual([
        { term: 'colour=blue', count: 2 },
        { term: 'colour=red', count: 2 },
        { term: 'colour=green', count: 1 },
      ]);
      expect(await retriever.facet(eligible(known(cheap)), 'colour=', 1)).toEqual([{ term: 'colour=blue', count: 1 }]);
      expect(await retriever.facet(eligible(known(red)), 'text=', 1)).toEqual([{ term: 'text=red', count: 2 }]);
      expect(await retriever.facet(eligible(), 'nothing=', 10)).toEqual([]);
    });

    it('throws the reason of the caller when the call is aborted', async () => {
      const reason = new Error('a newer turn');
      await expect(retriever.count(eligible(), AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
