import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import type { Candidate } from '../domain/candidate.ts';
import { itemOf, lexicon, shop, wish } from '../testing/fixture-shop.ts';
import { type FirstStageQuery, scoreFirstStage } from './first-stage.ts';

function candidate(id: string, recall = 1): Candidate {
  const { item, ...indexed } = itemOf(id);
  if (item.kind !== 'product') throw new Error('only products here');
  const { kind, brand, availability, rating } = item;
  return { id, recall, indexed: { ...indexed, kind, brand, availability, rating } };
}
const query = (own: Partial<FirstStageQuery> = {}): FirstStageQuery => ({
  stems: {},
  literal: [],
  ownTypes: [],
  must: [],
  prefer: [],
  ...own,
});
const order = (ids: string[], own: Partial<FirstStageQuery> = {}) =>
  scoreFirstStage(
    ids.map((id, index) => candidate(id, 1 - index / 100)),
    query(own),
  ).map(({ id }) => id);
const compile = (...constraints: ReturnType<typeof wish>[]) =>
  constraints.flatMap((one) => compileConstraint(one, lexicon));

describe('the first stage', () => {
  it('sets its own score and leaves the recall score alone', () => {
    const before = ['sofa-linen', 'sofa-navy'].map((id, index) => candidate(id, 0.5 - index / 10));
    const after = scoreFirstStage(before, query());
    for (const one of after) {
      expect(one.recall).toBe(before.find(({ id }) => id === one.id)?.recall);
      expect(one.firstStage).toEqual(expect.any(Number));
      expect(one.finalStage).toBeUndefined();
    }
    expect(before[0]?.firstStage).toBeUndefined();
  });

  it('puts what only mentions the unwanted below what does not', () => {
    const must = compile(wish('material', 'is-not', 'leather'));
    expect(order(['sofa-faux', 'sofa-linen'], { must })).toEqual(['sofa-linen', 'sofa-faux']);
  });

  it('puts what is preferred above what is not', () => {
    const prefer = compile(wish('material', 'is', 'linen'));
    expect(order(['sofa-leather', 'sofa-linen'], { prefer })).toEqual(['sofa-linen', 'sofa-leather']);
  });

  it('puts the words of the wish in the title first', () => {
    expect(order(['table-glass', 'table-walnut'], { stems: { fern: 1 } })).toEqual(['table-walnut', 'table-glass']);
  });

  it('puts what is out of stock behind what is like it', () => {
    const inStock = candidate('sofa-navy');
    const gone = { ...inStock, id: 'a', indexed: { ...inStock.indexed, availability: 'out_of_stock' } };
    const there = { ...inStock, id: 'b', indexed: { ...inStock.indexed, availability: 'in_stock' } };
    expect(scoreFirstStage([gone, there], query()).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('believes a rating by the number of reviews behind it', () => {
    const rated = (id: string, average: number, count: number): Candidate => {
      const one = candidate('sofa-linen');
      return { ...one, id, indexed: { ...one.indexed, rating: { average, count } } };
    };
    const place = (one: Candidate) => scoreFirstStage([one], query())[0]?.firstStage ?? 0;
    expect(place(rated('many', 4.8, 500))).toBeGreaterThan(place(rated('one', 5, 1)));
    expect(place(rated('poor', 2, 500))).toBeLessThan(place(rated('none', 4, 0)));
  });

  it('ranks the same whatever the order of words and wishes', () => {
    const constraints = [
      wish('colour', 'is', 'black'),
      wish('material', 'is', 'linen'),
      wish('price', 'at-most', 600),
      wish('material', 'is-not', 'leather'),
    ];
    const stems = ['sofa', 'linen', 'harbour', 'jacket'];
    const all = shop.items.map(({ item }) => item.id);
    const ranked = (words: string[], wanted: typeof constraints) =>
      order(all, {
        stems: Object.fromEntries(words.map((stem) => [stem, stem.length])),
        must: compile(...wanted.slice(0, 2)),
        prefer: compile(...wanted.slice(2)),
      });
    const shuffled = <One>(list: One[]) => fc.shuffledSubarray(list, { minLength: list.length });
    fc.assert(
      fc.property(shuffled(stems), shuffled(constraints.slice(0, 2)), shuffled(constraints.slice(2)), (words, a, b) => {
        expect(ranked(words, [...a, ...b])).toEqual(ranked(stems, constraints));
      }),
    );
  });

  it('neither loses nor adds a candidate, and sorts best first', () => {
    const all = shop.items.map(({ item }) => item.id);
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (ids) => {
        const ranked = scoreFirstStage(
          ids.map((id) => candidate(id)),
          query({ stems: { sofa: 1 } }),
        );
        expect(ranked.map(({ id }) => id).sort()).toEqual([...ids].sort());
        const scores = ranked.map(({ firstStage = 0 }) => firstStage);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });
});
