import { describe, expect, it } from 'vitest';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { createCatalogMatcher } from './catalog-matcher.ts';
import { describePredicate, Predicate } from './predicate.ts';
import { buildWordPattern, normaliseText } from './words.ts';

const item = CatalogItem.parse({
  id: '1',
  title: 'Sit-Stand Oak Desk with Batteries, 128GB, Women’s Décor',
  description: 'Not for pianists',
  brand: 'Müller & Co',
  category: ['Furniture', 'Standing Desks'],
  price: { amount: 79.9, currency: 'EUR' },
  rating: { average: 4.5, count: 12 },
  attributes: { 'Product Colour': 'Dark Brown', legs: 4, foldable: true, materials: ['oak', 'steel'] },
  variants: [{ id: '1a', options: { size: 'XL' } }],
});
const matcher = createCatalogMatcher(new Map([['1', item]]));
const meets = (...predicates: Predicate[]) => matcher.meets('1', predicates);
const finds = (word: string, text: string) => buildWordPattern([word]).test(normaliseText(text));

describe('text predicates', () => {
  it('finds a word on its boundaries only', () => {
    expect(finds('desk', 'a desk.')).toBe(true);
    expect(finds('desk', 'a desktop')).toBe(false);
    expect(finds('4k', '14k gold')).toBe(false);
  });

  it('allows the plural', () => {
    expect(finds('desk', 'desks')).toBe(true);
    expect(finds('glass', 'wine glasses')).toBe(true);
    expect(finds('battery', 'batteries')).toBe(true);
    expect(finds('toy', 'toys')).toBe(true);
  });

  it('takes hyphens, spaces and their absence as one', () => {
    expect(finds('sit stand', 'Sit-Stand')).toBe(true);
    expect(finds('sit-stand', 'sit stand')).toBe(true);
    expect(finds('128 GB', '128gb')).toBe(true);
    expect(finds('128gb', '1128gb')).toBe(false);
  });

  it('is blind to case and accents, and takes punctuation literally', () => {
    expect(finds('decor', 'Décor')).toBe(true);
    expect(finds("women's", 'Women’s shoes')).toBe(true);
    expect(finds('15.6', '15x6')).toBe(false);
    expect(finds('wet & dry', 'Wet & Dry shaver')).toBe(true);
    expect(finds('...', 'anything')).toBe(false);
  });

  it('looks into any of the fields, attribute names with spaces included', () => {
    expect(meets({ text: ['brown'], in: ['title', 'attributes.product colour'] })).toBe(true);
    expect(meets({ text: ['brown'], in: ['title', 'description'] })).toBe(false);
    expect(meets({ text: ['steel'], in: ['attributes.materials'] })).toBe(true);
  });
});

describe('field predicates', () => {
  it('compares numbers', () => {
    expect(meets({ field: 'price', op: '<=', value: 79.9 })).toBe(true);
    expect(meets({ field: 'price', op: '<', value: 79.9 })).toBe(false);
    expect(meets({ field: 'price', op: '>', value: 79.9 })).toBe(false);
    expect(meets({ field: 'price', op: '>=', value: 80 })).toBe(false);
    expect(meets({ field: 'price', op: 'between', value: [70, 79.9] })).toBe(true);
    expect(meets({ field: 'rating', op: '>=', value: 4.5 })).toBe(true);
    expect(meets({ field: 'rating.count', op: '==', value: 12 })).toBe(true);
    expect(meets({ field: 'attributes.legs', op: 'in', value: [3, 4] })).toBe(true);
  });

  it('takes category at any level and text without case', () => {
    expect(meets({ field: 'category', op: 'in', value: ['furniture'] })).toBe(true);
    expect(meets({ field: 'category', op: '==', value: 'standing desks' })).toBe(true);
    expect(meets({ field: 'category', op: 'in', value: ['desks'] })).toBe(false);
    expect(meets({ field: 'brand', op: 'in', value: ['MULLER & CO'] })).toBe(true);
    expect(meets({ field: 'attributes.foldable', op: '==', value: true })).toBe(true);
  });

  it('reads an attribute that only the variants have from them', () => {
    expect(meets({ field: 'attributes.Size', op: '==', value: 'xl' })).toBe(true);
  });

  it('meets nothing where the record is silent, so that not of it holds', () => {
    expect(meets({ field: 'attributes.gender', op: '==', value: 'women' })).toBe(false);
    expect(meets({ not: { field: 'attributes.gender', op: '==', value: 'women' } })).toBe(true);
  });
});

describe('combined predicates', () => {
  const oak: Predicate = { text: ['oak'], in: ['title'] };
  const pine: Predicate = { text: ['pine'], in: ['title'] };

  it('knows not, any and all', () => {
    expect(meets({ not: pine }, { any: [pine, oak] }, { all: [oak, { not: pine }] })).toBe(true);
    expect(meets({ all: [oak, pine] })).toBe(false);
  });

  it('says which are broken, all of them for an unknown id', () => {
    expect(matcher.broken('1', [oak, pine])).toEqual([pine]);
    expect(matcher.broken('nowhere', [oak, pine])).toEqual([oak, pine]);
    expect(matcher.meets('nowhere', [])).toBe(false);
  });

  it('finds the products of the catalog', () => {
    expect(matcher.find([oak]).map((found) => found.id)).toEqual(['1']);
    expect(matcher.find([pine])).toEqual([]);
  });

  it('is described in a few words', () => {
    expect(describePredicate({ not: { any: [oak, { field: 'price', op: '<=', value: 5 }] } })).toBe(
      'not (title says oak or price <= 5)',
    );
  });

  it('refuses what it does not know', () => {
    expect(Predicate.safeParse({ field: 'price', op: '~', value: 1 }).success).toBe(false);
    expect(Predicate.safeParse({ field: 'price', op: 'between', value: [1] }).success).toBe(false);
    expect(Predicate.safeParse({ text: ['a'] }).success).toBe(false);
    expect(Predicate.safeParse({ field: 'price', op: '<=', value: [1] }).success).toBe(false);
  });
});
