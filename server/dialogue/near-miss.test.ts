import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wish } from '../testing/fixture-shop.ts';
import { planRelaxations } from './near-miss.ts';

const sofa = wish('category', 'is', 'sofa');
const cheap = wish('price', 'at-most', 50);
const cosy = wish('text', 'is', 'cosy');
const red = wish('colour', 'is', 'red');
const noLeather = wish('material', 'is-not', 'leather');
const all = [sofa, cheap, cosy, red, noLeather];
const first = (...constraints: typeof all) => planRelaxations(constraints)[0]?.drop;

describe('what could go when nothing fits', () => {
  it('offers each wish alone', () => {
    const alone = planRelaxations(all).flatMap(({ drop }) => (drop.length === 1 ? drop : []));
    expect(new Set(alone)).toEqual(new Set(all));
  });

  it('gives up a vague word before a colour, a colour before the budget, and the kind of thing last', () => {
    expect(first(sofa, cheap, cosy, red)).toEqual([cosy]);
    expect(first(sofa, cheap, red)).toEqual([red]);
    expect(first(sofa, cheap)).toEqual([cheap]);
    expect(first(sofa, noLeather)).toEqual([noLeather]);
  });

  it('has nothing to give up where there are only preferences', () => {
    expect(planRelaxations([])).toEqual([]);
    expect(planRelaxations([{ ...red, strength: 'prefer' }])).toEqual([]);
  });

  it('only ever drops what must be, and something each time', () => {
    fc.assert(
      fc.property(fc.subarray(all), fc.subarray(all), (musts, soft) => {
        const constraints = all
          .filter((one) => musts.includes(one) || soft.includes(one))
          .map((one) => (soft.includes(one) ? { ...one, strength: 'prefer' as const } : one));
        for (const { drop } of planRelaxations(constraints)) {
          expect(drop.length).toBeGreaterThan(0);
          for (const one of drop) expect(constraints).toContain(one);
          for (const one of drop) expect(one.strength).toBe('must');
        }
      }),
    );
  });

  it('offers nothing twice', () => {
    fc.assert(
      fc.property(fc.subarray(all), (constraints) => {
        const plans = planRelaxations(constraints).map(({ drop }) =>
          drop
            .map(({ id }) => id)
            .sort()
            .join(),
        );
        expect(new Set(plans).size).toBe(plans.length);
      }),
    );
  });

  it('stays small with many wishes', () => {
    const many = Array.from({ length: 20 }, (_, index) => wish(`facet ${index}`, 'is', 'x'));
    expect(planRelaxations(many).length).toBeLessThan(60);
  });
});
