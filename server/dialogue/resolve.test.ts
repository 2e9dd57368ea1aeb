import { describe, expect, it } from 'vitest';
import type { Reference } from '../domain/intent.ts';
import { dialogueOf, itemOf, lexicon, wish } from '../testing/fixture-shop.ts';
import { resolveComparison } from './resolve-comparison.ts';
import { resolveReferences } from './resolve-references.ts';

const row = ['sofa-linen', 'sofa-leather', 'sofa-navy', 'sofa-faux'];
const shown = row.map(itemOf);
const state = dialogueOf([wish('category', 'is', 'sofa')], row);
const resolve = (reference: Reference, focus: string[] = []) =>
  resolveReferences([reference], { ...state, focus }, shown, lexicon);
const nth = (ordinal: number): Reference => ({ by: 'ordinal', ordinal, words: `number ${ordinal}` });

describe('which card is meant', () => {
  it('is found by its place, from either end', () => {
    expect(resolve(nth(2)).ids).toEqual(['sofa-leather']);
    expect(resolve(nth(-1)).ids).toEqual(['sofa-faux']);
  });

  it.each([9, -9])('is missing at place %i of four', (ordinal) => {
    expect(resolve(nth(ordinal))).toEqual({ ids: [], missing: [`number ${ordinal}`] });
  });

  it('is the one in focus, else the first', () => {
    expect(resolve({ by: 'focus', words: 'it' }, ['sofa-navy']).ids).toEqual(['sofa-navy']);
    expect(resolve({ by: 'focus', words: 'it' }).ids).toEqual(['sofa-linen']);
  });

  it('is every card, or every one in focus', () => {
    expect(resolve({ by: 'all', words: 'they' }).ids).toEqual(row);
    expect(resolve({ by: 'all', words: 'both' }, row.slice(0, 2)).ids).toEqual(row.slice(0, 2));
  });

  it('is the one that is known to be like that', () => {
    const leather = wish('material', 'is', 'leather');
    expect(resolve({ by: 'value', constraints: [leather], words: 'leather' }).ids).toEqual(['sofa-leather']);
    const pink = wish('colour', 'is', 'pink');
    expect(resolve({ by: 'value', constraints: [pink], words: 'pink' }).missing).toEqual(['pink']);
  });

  it('is the cheapest or the dearest of those shown', () => {
    const extreme = (direction: 'ascending' | 'descending'): Reference => ({
      by: 'extreme',
      order: { facet: 'price', direction, words: direction },
      words: direction,
    });
    expect(resolve(extreme('ascending')).ids).toEqual(['sofa-navy']);
    expect(resolve(extreme('descending')).ids).toEqual(['sofa-leather']);
  });

  it('is named once however often it is said', () => {
    expect(resolveReferences([nth(1), nth(2), nth(1)], state, shown, lexicon).ids).toEqual(row.slice(0, 2));
  });

  it('is none where nothing was shown', () => {
    expect(resolveReferences([nth(1)], dialogueOf([]), [], lexicon)).toEqual({ ids: [], missing: ['number 1'] });
  });
});

describe('a comparison', () => {
  const than = (facet: string, direction: 'ascending' | 'descending') => ({
    do: 'than' as const,
    facet,
    direction,
    words: 'than',
  });

  it('is a bound that the compared item itself does not meet', () => {
    const cheaper = resolveComparison(than('price', 'ascending'), [itemOf('sofa-navy')], 'price');
    expect(cheaper).toMatchObject({ facet: 'price', relation: 'at-most', strength: 'must', scope: 'session' });
    expect(cheaper?.value).toBeLessThan(480);
    const wider = resolveComparison(than('width', 'descending'), [itemOf('sofa-navy')], 'width');
    expect(wider).toMatchObject({ relation: 'at-least', scope: 'category' });
    expect(wider?.value).toBeGreaterThan(165);
  });

  it('with several is one with the extreme of them', () => {
    const cheaper = resolveComparison(than('price', 'ascending'), [itemOf('sofa-linen'), itemOf('sofa-faux')], 'price');
    expect(cheaper?.value).toBeLessThan(650);
    expect(cheaper?.value).toBeGreaterThan(649);
  });

  it('is none where the record does not state the number', () => {
    expect(resolveComparison(than('price', 'ascending'), [itemOf('coffee')], 'price')).toBeUndefined();
    expect(resolveComparison(than('price', 'ascending'), [], 'price')).toBeUndefined();
  });

  it('never asks for less than nothing', () => {
    const free = { ...itemOf('tea-green'), numbers: { price: 0 } };
    expect(resolveComparison(than('price', 'ascending'), [free], 'price')?.value).toBeGreaterThanOrEqual(0);
  });
});
