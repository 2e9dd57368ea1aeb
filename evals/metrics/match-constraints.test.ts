import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../server/contract/constraint.ts';
import { isSame, isSameValue, matchConstraints } from './match-constraints.ts';

const understood = (facet: string, relation: Constraint['relation'], value: Constraint['value']): Constraint => ({
  id: `${facet}-${String(value)}`,
  facet,
  relation,
  value,
  strength: 'must',
  scope: 'session',
  words: '',
});

describe('matching constraints', () => {
  it('pairs what is expected with what was understood, once each', () => {
    const budget = understood('price', 'at-most', 50);
    const match = matchConstraints(
      [
        { facet: 'price', relation: 'at-most', value: 50 },
        { facet: 'price', relation: 'at-most', value: 50 },
        { facet: 'colour', relation: 'is', value: 'red' },
      ],
      [budget, understood('brand', 'is', 'Acme')],
    );
    expect(match.matched).toHaveLength(1);
    expect(match.missing.map((one) => one.facet)).toEqual(['price', 'colour']);
    expect(match.surplus.map((one) => one.facet)).toEqual(['brand']);
  });

  it('does not count words handed on to the text search as a claim', () => {
    const words: Constraint = { ...understood('text', 'is', 'cosy'), strength: 'prefer' };
    expect(matchConstraints([], [words]).surplus).toEqual([]);
    expect(matchConstraints([], [{ ...words, strength: 'must' }]).surplus).toHaveLength(1);
  });

  it('tells a negative from a positive', () => {
    expect(isSame({ facet: 'brand', relation: 'is-not', value: 'Acme' }, understood('brand', 'is', 'Acme'))).toBe(
      false,
    );
  });

  it('compares strength and unit only when they are given', () => {
    const soft: Constraint = { ...understood('Width', 'is', 50), strength: 'prefer', unit: 'cm' };
    expect(isSame({ facet: 'width', relation: 'is', value: 50 }, soft)).toBe(true);
    expect(isSame({ facet: 'width', relation: 'is', value: 50, strength: 'must' }, soft)).toBe(false);
    expect(isSame({ facet: 'width', relation: 'is', value: 50, unit: 'inch' }, soft)).toBe(false);
  });

  it('compares numbers with a tolerance', () => {
    expect(isSameValue(45.72, 45.7)).toBe(true);
    expect(isSameValue(45.72, 45)).toBe(false);
    expect(isSameValue('6', 6)).toBe(true);
    expect(isSameValue([20, 40], [20, 40])).toBe(true);
    expect(isSameValue([20, 40], [40, 20])).toBe(false);
    expect(isSameValue([20, 20], [20, 20])).toBe(true);
  });

  it('compares words without case and plural, lists as sets', () => {
    expect(isSameValue('Running Shoes', 'running shoe')).toBe(true);
    expect(isSameValue('dresses', 'dress')).toBe(true);
    expect(isSameValue('batteries', 'battery')).toBe(true);
    expect(isSameValue(['red', 'blue'], ['Blue', 'Red'])).toBe(true);
    expect(isSameValue(['red'], 'red')).toBe(true);
    expect(isSameValue(['red', 'blue'], ['red'])).toBe(false);
    expect(isSameValue('red', 'blue')).toBe(false);
  });
});
