import type { Constraint, ProductCard } from '../contract/index.ts';

/** A card with nothing on it but what every card has. */
export const plainCard = (id: string, ordinal: number, more: Partial<ProductCard> = {}): ProductCard => ({
  kind: 'product',
  id,
  title: id,
  ordinal,
  slotReason: 'relevance',
  why: [],
  unknowns: [],
  availability: 'unknown',
  attributes: {},
  ...more,
});

export const underFifty: Constraint = {
  id: 'c1',
  facet: 'price',
  relation: 'at-most',
  value: 50,
  strength: 'must',
  scope: 'session',
  words: 'under 50',
};
