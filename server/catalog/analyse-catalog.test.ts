import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtureProducts } from '../testing/fixture-items.ts';
import { itemOf, language, shop } from '../testing/fixture-shop.ts';
import { analyseCatalog } from './analyse-catalog.ts';
import { weighStems } from './sparse-weights.ts';

const { profile, items } = shop;

describe('the profile of a catalog', () => {
  it('counts what the items say, value by value', () => {
    for (const facet of Object.values(profile.facets))
      for (const { value, count } of facet.values) {
        const saying = items.filter(({ terms }) => terms.includes(`${facet.name}=${value}`));
        expect([facet.name, value, count]).toEqual([facet.name, value, saying.length]);
      }
  });

  it('counts the products that state a facet at all', () => {
    for (const { name, type, count } of Object.values(profile.facets))
      if (type !== 'number') expect(count).toBe(items.filter(({ stated }) => stated.includes(name)).length);
    expect(profile.facets.width?.count).toBe(fixtureProducts.filter(({ attributes }) => 'width' in attributes).length);
  });

  it('knows the range of a number in one unit', () => {
    expect(profile.facets.width).toMatchObject({ unit: 'cm', range: { low: 65, high: 210 } });
    expect(profile.facets.storage?.range?.high).toBe(1000);
  });

  it('knows currency, brands and how many there are', () => {
    expect(profile.currency).toBe('USD');
    expect(profile.counts).toEqual({ product: fixtureProducts.length, video: 0, live: 0 });
    expect(profile.brands.find(({ label }) => label === 'Zenix')?.count).toBe(4);
  });

  it('is the same for the same catalog and another for a changed one', () => {
    const again = analyseCatalog(fixtureProducts, { name: 'Fixture', language });
    expect(again.profile).toEqual(profile);
    const fewer = analyseCatalog(fixtureProducts.slice(1), { name: 'Fixture', language });
    expect(fewer.profile.version).not.toBe(profile.version);
  });

  it('can be learned from no product at all', () => {
    const empty = analyseCatalog([], { name: 'Empty', language });
    expect(empty.items).toEqual([]);
    expect(empty.profile.counts.product).toBe(0);
  });
});

describe('an indexed item', () => {
  it('has its numbers in the unit of the facet', () => {
    expect(itemOf('table-walnut').numbers.width).toBeCloseTo(110);
    expect(itemOf('headphones-wired').numbers.weight).toBeCloseTo(300);
  });

  it('has no number that its record does not state', () => {
    expect(itemOf('coffee').numbers.price).toBeUndefined();
    expect(itemOf('coffee').numbers.rating).toBeUndefined();
  });

  it('never says and denies the same', () => {
    for (const { item, terms, denied } of items) {
      const both = denied.filter((term) => !term.startsWith('text=') && terms.includes(term));
      expect([item.id, both]).toEqual([item.id, []]);
    }
  });

  it('changes its hash when anything of the record changes', () => {
    const [first] = fixtureProducts;
    const changed = { ...first!, stock: 3 };
    const rehashed = analyseCatalog([changed, ...fixtureProducts.slice(1)], { name: 'Fixture', language });
    expect(rehashed.items[0]?.contentHash).not.toBe(items[0]?.contentHash);
    expect(rehashed.items[0]?.passageHash).toBe(items[0]?.passageHash);
    expect(rehashed.items[1]?.contentHash).toBe(items[1]?.contentHash);
  });
});

describe('sparse weights', () => {
  it('weigh the title above the description', () => {
    const { sparse } = itemOf('sofa-linen');
    expect(sparse.oslo).toBeGreaterThan(sparse.seat ?? Number.POSITIVE_INFINITY);
  });

  it('leave out words that carry nothing', () => {
    expect(itemOf('sofa-linen').sparse.a).toBeUndefined();
    expect(itemOf('sofa-linen').sparse[',']).toBeUndefined();
  });

  it('grow with repetition but never beyond saturation, and shrink with length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (count, length) => {
        const [less, more, longer] = weighStems([
          { frequencies: new Map([['word', count]]), length },
          { frequencies: new Map([['word', count + 1]]), length },
          { frequencies: new Map([['word', count]]), length: length * 2 },
        ]).map((weights) => weights.word ?? 0);
        expect(more).toBeGreaterThan(less!);
        expect(longer).toBeLessThan(less!);
        expect(more).toBeLessThan(2.2);
      }),
    );
  });
});
