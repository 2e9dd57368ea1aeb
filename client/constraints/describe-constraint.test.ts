import { describe, expect, it } from 'vitest';
import type { Constraint } from '../../server/contract/index.ts';
import { createFormat } from '../format/create-format.ts';
import { de } from '../strings/de.ts';
import { en } from '../strings/en.ts';
import { describeConstraint, describeEdit, describeFacet } from './describe-constraint.ts';

const words = { strings: en, format: createFormat('en-US'), currency: 'USD' };
const german = { strings: de, format: createFormat('de-DE'), currency: 'EUR' };
const wish = (change: Partial<Constraint>): Constraint => ({
  id: 'c',
  facet: 'price',
  relation: 'at-most',
  value: 50,
  strength: 'must',
  scope: 'session',
  words: '',
  ...change,
});

describe('describeConstraint', () => {
  it.each([
    [wish({}), 'Up to $50'],
    [wish({ relation: 'between', value: [20, 39.5] }), '$20 to $39.50'],
    [wish({ relation: 'around', value: 200, unit: 'EUR' }), 'Around €200'],
    [wish({ facet: 'rating', relation: 'at-least', value: 4 }), '4 stars and up'],
    [wish({ facet: 'brand', relation: 'is', value: 'acme' }), 'Brand: Acme'],
    [wish({ facet: 'brand', relation: 'is-not', value: ['Acme', 'Nord'] }), 'Not Acme or Nord (brand)'],
    [wish({ facet: 'colour', relation: 'is-not', value: 'red' }), 'Not red'],
    [wish({ facet: 'screenSize', relation: 'at-most', value: 80, unit: 'cm' }), 'Screen size: up to 80 cm'],
    [wish({ facet: 'dishwasher_safe', relation: 'is', value: 'true' }), 'Dishwasher safe: Yes'],
    [wish({ facet: 'availability', relation: 'is', value: 'in_stock' }), 'In stock'],
    [wish({ facet: 'text', relation: 'is', value: 'cosy' }), 'Cosy'],
  ])('puts a wish into few words', (constraint, expected) => {
    expect(describeConstraint(constraint, words)).toBe(expected);
  });

  it('speaks the other language with its own number format', () => {
    expect(describeConstraint(wish({ value: 1299.5 }), german)).toBe('Bis 1.299,50\u00a0€');
  });
});

it('names facets as a person reads them, acronyms untouched', () => {
  expect(describeFacet('energy-class', words)).toBe('Energy class');
  expect(describeFacet('USB ports', words)).toBe('USB ports');
});

it('names a removed wish even after it is gone, and an unknown one without guessing', () => {
  expect(describeEdit({ remove: 'c' }, { c: wish({}) }, words)).toBe('Removed: Up to $50');
  expect(describeEdit({ remove: 'gone' }, {}, words)).toBe('Changed the wishes');
  expect(describeEdit({ set: wish({ strength: 'prefer' }) }, {}, words)).toBe('Nice to have: Up to $50');
});
