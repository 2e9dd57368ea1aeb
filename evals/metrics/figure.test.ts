import { describe, expect, it } from 'vitest';
import { compareUnits, quantile, scoreFigure } from './figure.ts';
import { share, type Unit } from './unit.ts';

const unit = (caseId: string, num: number, den = 1): Unit => ({ caseId, tags: [], shares: { hit: share(num, den) } });

describe('figures', () => {
  it('is the ratio of sums, not the mean of ratios', () => {
    expect(scoreFigure([unit('a', 1, 1), unit('b', 0, 3)], 'hit')?.value).toBe(0.25);
  });

  it('has an interval that holds the value and repeats exactly', () => {
    const units = Array.from({ length: 40 }, (_, at) => unit(`c${at}`, at % 4 === 0 ? 0 : 1));
    const first = scoreFigure(units, 'hit');
    expect(first).toEqual(scoreFigure(units, 'hit'));
    expect(first?.value).toBe(0.75);
    // The binomial 95% interval of 30 of 40 is 0.62 to 0.88.
    expect(first?.low).toBeGreaterThan(0.55);
    expect(first?.low).toBeLessThan(0.68);
    expect(first?.high).toBeGreaterThan(0.82);
    expect(first?.high).toBeLessThan(0.95);
  });

  it('resamples conversations, not turns', () => {
    // Ten turns of one conversation say no more than one: the two cases alone spread the interval over everything.
    const turns = [
      ...Array.from({ length: 10 }, () => unit('a', 1)),
      ...Array.from({ length: 10 }, () => unit('b', 0)),
    ];
    expect(scoreFigure(turns, 'hit')).toMatchObject({ value: 0.5, low: 0, high: 1, count: 20 });
  });

  it('pairs cases in a comparison, so that equal sides differ by exactly nothing', () => {
    const units = [unit('a', 1), unit('b', 0), unit('c', 1)];
    expect(compareUnits(units, units, 'hit')).toEqual({ metric: 'hit', delta: 0, low: 0, high: 0, cases: 3 });
  });

  it('compares only the cases that both sides have', () => {
    const difference = compareUnits([unit('a', 1), unit('b', 1)], [unit('b', 0), unit('c', 1)], 'hit');
    expect(difference).toMatchObject({ delta: 1, cases: 1 });
  });

  it('has no figure without a denominator', () => {
    expect(scoreFigure([unit('a', 0, 0)], 'hit')).toBeUndefined();
    expect(scoreFigure([], 'hit')).toBeUndefined();
    expect(compareUnits([unit('a', 1)], [unit('b', 1)], 'hit')).toBeUndefined();
  });

  it('interpolates quantiles', () => {
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(quantile([7], 0.975)).toBe(7);
  });
});
