import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Card, type ProductCard } from '../contract/card.ts';
import type { Constraint } from '../contract/constraint.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import { CatalogItem } from '../domain/catalog-item.ts';
import { added, itemOf, lexicon, parse, shop, verdict, wish } from '../testing/fixture-shop.ts';
import { presentCard } from './present-card.ts';

function card(id: string, ...constraints: Constraint[]): ProductCard {
  const presented = presentCard({ indexed: itemOf(id), ordinal: 1, slotReason: 'relevance' }, context(constraints));
  if (presented.kind !== 'product') throw new Error('not a product');
  return presented;
}
const context = (constraints: readonly Constraint[]) => ({
  criteria: constraints.flatMap((constraint) =>
    compileConstraint(constraint, lexicon).map((criterion) => ({ criterion, label: constraint.facet })),
  ),
  formatMoney: (amount: number) => `$${amount}`,
});
const evidence = (id: string, ...constraints: Constraint[]) => card(id, ...constraints).why.map((why) => why.evidence);

describe('a card', () => {
  it('shows the record and nothing else', () => {
    const { item } = itemOf('sofa-linen');
    if (item.kind !== 'product') throw new Error('not a product');
    const { id, title, price, brand, availability, attributes, rating, category } = item;
    expect(card('sofa-linen')).toMatchObject({
      ...{ id, title, price, brand, availability, attributes, rating, category },
      why: [],
      unknowns: [],
    });
  });

  it('has no price, brand or rating that the record does not have', () => {
    expect(card('coffee').price).toBeUndefined();
    expect(card('shirt-linen').rating).toBeUndefined();
  });

  it('keeps to the contract for every item', () => {
    for (const { item } of shop.items) expect(Card.safeParse(card(item.id)).error).toBeUndefined();
  });

  it('is made of a video and of a live stream as well', () => {
    const contents = [
      { id: 'v', kind: 'video', title: 'Choosing a sofa', products: ['sofa-linen'], durationSec: 30 },
      { id: 'l', kind: 'live', title: 'Lamps live', products: [], status: 'live' },
    ];
    for (const content of contents) {
      const indexed = { ...itemOf('sofa-linen'), item: CatalogItem.parse(content) as never };
      const presented = presentCard({ indexed, ordinal: 2, slotReason: 'content' }, context([]));
      expect(Card.parse(presented)).toMatchObject({ ...content, ordinal: 2, slotReason: 'content' });
    }
  });
});

describe('the reasons on a card', () => {
  it.each<[string, Constraint, RegExp]>([
    ['sofa-linen', wish('material', 'is', 'linen'), /linen/],
    ['sofa-navy', wish('price', 'at-most', 500), /\$480/],
    ['chair-oak', wish('material', 'is', 'wood'), /oak/],
    ['sofa-velvet', wish('material', 'is-not', 'leather'), /leather/],
    ['sofa-faux', wish('material', 'is-not', 'leather'), /faux leather/],
    ['jacket-rain', wish('waterproof', 'is', 'yes'), /waterproof/],
    ['shirt-linen', wish('material', 'is', 'linen'), /linen/],
    ['sofa-linen', wish('text', 'is', 'cover'), /cover/],
  ])('of %s quote the record', (id, constraint, words) => {
    const found = evidence(id, constraint);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(words);
  });

  it('name the constraint that they answer', () => {
    const linen = wish('material', 'is', 'linen');
    expect(card('sofa-linen', linen).why).toMatchObject([{ constraintId: linen.id, facet: 'material' }]);
  });

  it('are none for what the item breaks', () => {
    expect(card('sofa-leather', wish('material', 'is', 'linen'))).toMatchObject({ why: [], unknowns: [] });
  });

  it('say what is not stated', () => {
    expect(card('coffee', wish('price', 'at-most', 500))).toMatchObject({ why: [], unknowns: ['price'] });
    expect(card('speaker', wish('material', 'is-not', 'leather')).unknowns).toEqual(['material']);
    expect(card('dress-red', wish('waterproof', 'is-not', 'yes')).unknowns).toEqual(['waterproof']);
  });
});

const wishesSaid = [
  'linen sofa under 900',
  'jacket without leather',
  'red dress size M',
  'waterproof jacket for men',
  'laptop with at least 8 GB of memory',
  'chocolate without nuts',
  'blue shirt not from Lumen',
].flatMap((text) => added(parse(text)));

describe('whatever is wanted', () => {
  const anyItem = fc.constantFrom(...shop.items.map(({ item }) => item.id));

  it('a card quotes only words and numbers of its record', () => {
    fc.assert(
      fc.property(anyItem, fc.subarray(wishesSaid), (id, constraints) => {
        const { item, numbers } = itemOf(id);
        const record = JSON.stringify(item).toLowerCase();
        for (const { evidence: quote } of card(id, ...constraints).why)
          for (const word of quote.toLowerCase().match(/[\p{L}\p{N}.]+/gu) ?? []) {
            const isNumber = Object.entries(numbers).some(([key, value]) => key === word || Number(word) === value);
            const isFacet = constraints.some(({ facet }) => facet.includes(word));
            const isFlag = word === 'true' || word === 'false';
            expect([word, isNumber || isFacet || isFlag || record.includes(word.replace(/\.$/, ''))]).toEqual([
              word,
              true,
            ]);
          }
      }),
    );
  });

  it('every wish that must hold is a reason, an unknown or broken, never two of them', () => {
    fc.assert(
      fc.property(anyItem, fc.constantFrom(...wishesSaid), (id, constraint) => {
        const { why, unknowns } = card(id, constraint);
        const state = verdict(constraint, id);
        if (state === 'yes') expect(unknowns).toEqual([]);
        if (state === 'unknown') expect(unknowns).toEqual([constraint.facet]);
        if (state === 'no' && compileConstraint(constraint, lexicon).length === 1) expect(why).toEqual([]);
      }),
    );
  });
});
