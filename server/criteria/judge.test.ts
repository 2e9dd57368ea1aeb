import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Constraint } from '../contract/constraint.ts';
import { itemOf, lexicon, shop, verdict, wish } from '../testing/fixture-shop.ts';
import { compileConstraint } from './compile-criterion.ts';

const ids = shop.items.map(({ item }) => item.id);
const known = (constraint: Constraint, says: 'yes' | 'no') => ids.filter((id) => verdict(constraint, id) === says);

describe('a wish judged on a record', () => {
  it.each<[string, Constraint, string, 'yes' | 'no' | 'unknown']>([
    ['linen is linen', wish('material', 'is', 'linen'), 'sofa-linen', 'yes'],
    ['leather is not linen', wish('material', 'is', 'linen'), 'sofa-leather', 'no'],
    ['a type is a type', wish('category', 'is', 'sofa'), 'sofa-navy', 'yes'],
    ['a lamp is no sofa', wish('category', 'is', 'sofa'), 'lamp-floor', 'no'],
    ['oak is wood', wish('material', 'is', 'wood'), 'chair-oak', 'yes'],
    ['navy is a shade of blue', wish('colour', 'is', 'blue'), 'sofa-navy', 'yes'],
    ['blue is not known to be navy', wish('colour', 'is', 'navy'), 'dress-blue', 'no'],
    ['burgundy is a shade of red', wish('colour', 'is', 'red'), 'dress-burgundy', 'yes'],
    ['a size among the variants fits', wish('size', 'is', 'M'), 'dress-red', 'yes'],
    ['a size not among the variants does not', wish('size', 'is', 'XL'), 'dress-red', 'no'],
    ['one of several values fits', wish('colour', 'is', 'white'), 'shirt-stripe', 'yes'],
    ['one of two wanted values is enough', wish('colour', 'is', ['red', 'blue']), 'dress-blue', 'yes'],
    ['a brand is a brand', wish('brand', 'is', 'Zenix'), 'laptop-pro', 'yes'],
    ['another brand is not', wish('brand', 'is', 'Zenix'), 'laptop-air', 'no'],
    ['a price below the bound fits', wish('price', 'at-most', 500), 'sofa-navy', 'yes'],
    ['the bound itself fits', wish('price', 'at-most', 480), 'sofa-navy', 'yes'],
    ['a price above does not', wish('price', 'at-most', 479.99), 'sofa-navy', 'no'],
    ['no price is unknown', wish('price', 'at-most', 500), 'coffee', 'unknown'],
    ['a range holds both ends', wish('price', 'between', [480, 899]), 'sofa-linen', 'yes'],
    ['around accepts what is near', wish('price', 'around', 500), 'sofa-navy', 'yes'],
    ['around refuses what is far', wish('price', 'around', 500), 'sofa-leather', 'no'],
    ['metres are compared with centimetres', wish('width', 'at-most', 1.7, { unit: 'm' }), 'sofa-navy', 'yes'],
    ['a terabyte is more than 900 gigabytes', wish('storage', 'at-least', 900, { unit: 'gb' }), 'laptop-big', 'yes'],
    ['in stock is in stock', wish('availability', 'is', 'in_stock'), 'sofa-linen', 'yes'],
    ['out of stock is not', wish('availability', 'is', 'in_stock'), 'sofa-navy', 'no'],
    ['no rating is unknown', wish('rating', 'at-least', 4), 'sofa-faux', 'unknown'],
    ['what is for women is not for men', wish('gender', 'is', 'men'), 'dress-red', 'no'],
    ['what is for everyone is for men', wish('gender', 'is', 'men'), 'jacket-rain', 'yes'],
    ['an unstated audience is unknown', wish('gender', 'is', 'men'), 'shirt-linen', 'unknown'],
  ])('%s', (_, constraint, id, expected) => {
    expect(verdict(constraint, id)).toBe(expected);
  });
});

describe('what is not wanted', () => {
  const noLeather = wish('material', 'is-not', 'leather');

  it.each([
    ['sofa-leather', 'no'],
    ['sofa-linen', 'unknown'],
    ['sofa-faux', 'yes'],
    ['sofa-velvet', 'yes'],
    ['jacket-vegan', 'yes'],
    ['jacket-leather', 'no'],
    ['speaker', 'unknown'],
  ] as const)('is judged for leather on %s as %s', (id, expected) => {
    const found = verdict(noLeather, id);
    // A record that states another material may count as known to fit; silence may not.
    if (expected === 'unknown' && itemOf(id).stated.includes('material')) expect(['yes', 'unknown']).toContain(found);
    else expect(found).toBe(expected);
  });

  it('is a colour, not each of its shades', () => {
    const notRed = wish('colour', 'is-not', 'red');
    expect(verdict(notRed, 'dress-red')).toBe('no');
    expect(verdict(notRed, 'dress-blue')).toBe('yes');
  });

  it('is marked where it is only mentioned', () => {
    const [criterion] = compileConstraint(noLeather, lexicon);
    expect(criterion).toMatchObject({ kind: 'terms', negated: true });
    const mentions = criterion?.kind === 'terms' ? (criterion.mentions ?? []) : [];
    expect(itemOf('sofa-faux').terms.some((term) => mentions.includes(term))).toBe(true);
    expect(itemOf('speaker').terms.some((term) => mentions.includes(term))).toBe(false);
  });
});

describe('compiling', () => {
  const facets = Object.values(shop.profile.facets).filter(({ type }) => type === 'categorical');
  const anyValue = fc.constantFrom(...facets.flatMap(({ name, values }) => values.map(({ label }) => [name, label])));

  it('gives the same criteria for the same wish', () => {
    fc.assert(
      fc.property(anyValue, ([facet, value]) => {
        const one = wish(facet!, 'is', value!);
        expect(compileConstraint(one, lexicon)).toEqual(compileConstraint(structuredClone(one), lexicon));
      }),
    );
  });

  it('never lets an item fit both a value and its exclusion', () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(...ids), ([facet, value], id) => {
        const wanted = verdict(wish(facet!, 'is', value!), id);
        const unwanted = verdict(wish(facet!, 'is-not', value!), id);
        if (unwanted === 'yes') expect(['no', 'unknown']).toContain(notShade(facet!, value!, id, wanted));
      }),
    );
  });

  it('finds by every value what the record states', () => {
    for (const { name, values } of facets)
      for (const { value, label } of values.filter(({ value: one }) => !one.endsWith(' shade')))
        for (const { item, terms } of shop.items)
          if (terms.includes(`${name}=${value}`))
            expect([name, label, item.id, verdict(wish(name, 'is', label), item.id)]).toEqual([
              name,
              label,
              item.id,
              'yes',
            ]);
  });

  it('splits the products by any price, and leaves out only those without one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (bound) => {
        const below = known(wish('price', 'at-most', bound), 'yes');
        const above = known(wish('price', 'at-most', bound), 'no');
        expect(below.length + above.length).toBe(ids.length - 1);
        for (const id of below) expect(itemOf(id).numbers.price).toBeLessThanOrEqual(bound);
      }),
    );
  });

  it('widens with a wider bound', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(500), (bound, more) => {
        const wider = known(wish('price', 'at-most', bound + more), 'yes');
        for (const id of known(wish('price', 'at-most', bound), 'yes')) expect(wider).toContain(id);
      }),
    );
  });
});

/** Burgundy is wanted as a red and not excluded as red: the one value that may fit both ways. */
function notShade(facet: string, value: string, id: string, wanted: string): string {
  const exact = itemOf(id).terms.includes(`${facet}=${lexicon.language.key(value)}`);
  return wanted === 'yes' && !exact ? 'unknown' : wanted;
}
