import { describe, expect, it } from 'vitest';
import type { Candidate, RankedItem } from '../domain/candidate.ts';
import { findPriceBounds, rateSellers, scoreCompleteness, scoreStuffing } from './authority.ts';

const sold = (seller: string, average: number, count: number): Candidate => ({
  id: `${seller}${average}${count}`,
  recall: 0,
  indexed: {
    ...{ terms: [], denied: [], stated: [], numbers: {}, titleStems: [], availability: 'in_stock', kind: 'product' },
    seller,
    rating: { average, count },
  },
});

describe('authority', () => {
  it('takes a seller’s record from all of its ratings, a few of them for little', () => {
    const records = rateSellers([
      sold('good', 4.8, 900),
      sold('good', 4.6, 100),
      sold('poor', 2, 900),
      sold('new', 5, 2),
    ]);
    expect(records.get('good')).toBeGreaterThan(records.get('new') ?? 0);
    expect(records.get('new')).toBeGreaterThan(0);
    expect(records.get('poor')).toBeLessThan(0);
    expect(rateSellers([sold('none', 0, 0)]).get('none')).toBe(0);
  });

  it('says the same of a seller whatever the order of its products', () => {
    const all = [sold('a', 4.1, 7), sold('a', 3.3, 11), sold('a', 4.7, 13)];
    expect(rateSellers([...all].reverse())).toEqual(rateSellers(all));
  });

  it('counts what a record states, more of it for less and less', () => {
    const stating = (count: number) =>
      scoreCompleteness({ stated: Array.from({ length: count }, (_, at) => `f${at}`) } as unknown as RankedItem);
    expect(stating(0)).toBe(0);
    expect(stating(6) - stating(3)).toBeGreaterThan(stating(20) - stating(17));
    expect(stating(500)).toBeLessThanOrEqual(1);
  });

  it('finds a title that repeats itself, and no fault in one that says a word twice', () => {
    expect(scoreStuffing({ titleStems: ['sofa', 'linen', 'sofa'] })).toBe(0);
    expect(scoreStuffing({ titleStems: ['sofa', 'sofa', 'sofa', 'sofa'] })).toBe(0.5);
    expect(scoreStuffing({ titleStems: [] })).toBe(0);
  });

  it('knows a usual price only from enough of them', () => {
    expect(findPriceBounds([10, 11, 900])).toBeUndefined();
    expect(findPriceBounds([10, 9, 11, 10, 12, 10, 10, 900])).toEqual({ low: 2, high: 50 });
  });
});
