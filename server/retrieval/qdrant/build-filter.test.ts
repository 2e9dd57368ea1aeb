import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Criterion, judge } from '../../domain/criterion.ts';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import { buildIndex } from '../index/build-index.ts';
import type { Eligible } from '../retriever.ts';
import { buildFilter } from './build-filter.ts';
import { QdrantRetriever } from './qdrant-retriever.ts';
import { buildTestItem } from './testing/build-test-item.ts';
import { startTestQdrant, type TestQdrant } from './testing/start-test-qdrant.ts';

const facets = ['colour', 'material', 'odd "one"'];
const term = fc
  .tuple(fc.constantFrom(...facets), fc.constantFrom('red', 'blue', 'faux leather', "o'x=y"))
  .map((pair) => pair.join('='));
const terms = fc.uniqueArray(term, { maxLength: 4 });
const keys = ['price', 'weight', 'screen size', 'a.b'];
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0.1, 0.30000000000000004, 19.99, 1e-7, 1e21, 2 ** 60, -0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const bound = fc.option(fc.oneof(number, fc.constantFrom(Infinity, -Infinity, Number.NaN)), { nil: undefined });

const itemParts = fc.record({
  terms,
  denied: terms,
  stated: fc.subarray(facets),
  numbers: fc.dictionary(fc.constantFrom(...keys), number),
  kind: fc.constantFrom('product', 'video', 'live'),
});
const criterion: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({
    kind: fc.constant('terms' as const),
    constraintId: fc.constant('c'),
    facet: fc.constantFrom(...facets),
    any: terms,
    negated: fc.boolean(),
    closed: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('range' as const),
    constraintId: fc.constant('c'),
    facet: fc.constant('f'),
    key: fc.constantFrom(...keys, 'never stated'),
    low: bound,
    high: bound,
    exclusive: fc.boolean(),
    negated: fc.boolean(),
  }),
);
const eligible: fc.Arbitrary<Eligible> = fc.record({
  kinds: fc.option(
    fc.subarray(['product', 'video', 'live'] as const).map((kinds) => [...kinds]),
    { nil: undefined },
  ),
  criteria: fc.array(fc.record({ criterion, admit: fc.constantFrom('known' as const, 'possible' as const) }), {
    maxLength: 3,
  }),
  exclude: fc.uniqueArray(fc.integer({ min: 0, max: 130 }).map(String), { maxLength: 3 }),
});

function admits({ kinds, criteria, exclude }: Eligible, indexed: IndexedItem): boolean {
  if ((kinds && !kinds.includes(indexed.item.kind)) || exclude.includes(indexed.item.id)) return false;
  return criteria.every(({ criterion: each, admit }) => {
    const verdict = judge(each, indexed);
    return verdict === 'yes' || (admit === 'possible' && verdict === 'unknown');
  });
}

describe('buildFilter', () => {
  const items = fc
    .sample(itemParts, { numRuns: 120, seed: 7 })
    .map(({ kind, ...own }, index) => buildTestItem({ id: index, kind }, own));
  let qdrant: TestQdrant;
  let retriever: QdrantRetriever;

  beforeAll(async () => {
    qdrant = await startTestQdrant();
    const { alias } = await buildIndex({ connection: qdrant.connection, shop: 'filters', version: '1', items });
    retriever = new QdrantRetriever({
      connection: qdrant.connection,
      collection: alias,
      fusion: { kind: 'rrf', k: 60 },
    });
  });
  afterAll(() => qdrant?.close());

  it('lets through exactly the items that judge admits', async () => {
    await fc.assert(
      fc.asyncProperty(eligible, async (wanted) => {
        const found = await retriever.recall({ eligible: wanted, limit: items.length });
        const expected = items.filter((item) => admits(wanted, item)).map(({ item }) => item.id);
        expect(found.map(({ id }) => id).sort()).toEqual(expected.sort());
        expect(await retriever.count(wanted)).toBe(expected.length);
      }),
      { numRuns: 600 },
    );
  });

  it('refuses a number key that no path can name', () => {
    const range: Criterion = { kind: 'range', constraintId: 'c', facet: 'f', key: 'a"b', negated: false };
    const wanted: Eligible = { kinds: ['product'], criteria: [{ criterion: range, admit: 'known' }], exclude: [] };
    expect(() => buildFilter(wanted)).toThrow(expect.objectContaining({ code: 'facet_key_invalid' }));
  });
});
