import { describe, expect, it } from 'vitest';
import { condense, scoreNdcg, scoreRecall, scoreReciprocalRank } from './ranking.ts';

const grades = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 1],
  ['d', 0],
]);

describe('ranking figures', () => {
  it('gives 1 to the ideal order', () => {
    expect(scoreNdcg(['a', 'b', 'c', 'd'], grades, 10)).toBeCloseTo(1, 12);
  });

  it('computes linear-gain nDCG as trec_eval does, unjudged items as 0', () => {
    // DCG of x,b,a = 0 + 2/log2(3) + 3/log2(4) = 1.2618595 + 1.5; ideal = 3 + 2/log2(3) + 1/2 = 4.7618595
    expect(scoreNdcg(['x', 'b', 'a'], grades, 10)).toBeCloseTo(2.7618595071429146 / 4.761859507142915, 12);
  });

  it('cuts both the ranking and the ideal at the depth', () => {
    // DCG@2 of c,a = 1 + 3/log2(3) = 2.8927893; ideal@2 = 3 + 2/log2(3) = 4.2618595
    expect(scoreNdcg(['c', 'a', 'b'], grades, 2)).toBeCloseTo(2.892789260714372 / 4.261859507142915, 12);
  });

  it('counts a repeated item once', () => {
    expect(scoreNdcg(['a', 'a', 'a'], grades, 10)).toBeCloseTo(3 / 4.761859507142915, 12);
  });

  it('treats a negative grade as no gain', () => {
    expect(
      scoreNdcg(
        ['n', 'p'],
        new Map([
          ['n', -2],
          ['p', 1],
        ]),
        10,
      ),
    ).toBeCloseTo(1 / Math.log2(3), 12);
  });

  it('is 0 where nothing is relevant', () => {
    expect(scoreNdcg(['d'], new Map([['d', 0]]), 10)).toBe(0);
    expect(scoreRecall(['d'], new Map([['d', 0]]), 10)).toBe(0);
  });

  it('condenses a ranking to its judged items', () => {
    expect(condense(['x', 'd', 'y', 'a'], grades)).toEqual(['d', 'a']);
  });

  it('takes the reciprocal rank of the first relevant item', () => {
    expect(scoreReciprocalRank(['x', 'd', 'c'], grades)).toBeCloseTo(1 / 3, 12);
    expect(scoreReciprocalRank(['x'], grades)).toBe(0);
  });

  it('takes recall over all relevant items', () => {
    expect(scoreRecall(['a', 'x', 'c'], grades, 2)).toBeCloseTo(1 / 3, 12);
    expect(scoreRecall(['a', 'x', 'c'], grades, 3)).toBeCloseTo(2 / 3, 12);
  });
});
