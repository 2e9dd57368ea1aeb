import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Act } from '../contract/constraint.ts';
import type { Product } from '../domain/catalog-item.ts';
import { added, factsOf, itemOf, language, parse, shop, wish } from '../testing/fixture-shop.ts';
import { answerItem } from './answer-item.ts';
import { compareItems } from './compare-items.ts';
import { composeRowReply, type RowFacts } from './compose-reply.ts';
import { describeConstraint, formatMoney } from './describe.ts';
import { en } from './strings/en.ts';
import { suggestNext } from './suggest-next.ts';

const facts = (own: Partial<RowFacts>): RowFacts => ({
  total: 5,
  shown: 5,
  constraints: [],
  currency: 'USD',
  unsupported: [],
  ...own,
});
const numbersIn = (text: string) => (text.replace(/(\d),(\d{3})/g, '$1$2').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
function product(id: string): Product {
  const { item } = itemOf(id);
  if (item.kind !== 'product') throw new Error('not a product');
  return item;
}
const ask = (id: string, ...asked: string[]) =>
  answerItem(product(id), factsOf(id), { asked, key: language.key, locale: 'en' });

const waterproof = (text: string) => added(parse(text)).find(({ facet }) => facet === 'waterproof')!;

describe('a constraint in words', () => {
  it.each([
    [wish('price', 'at-most', 50), /up to \$50$/],
    [wish('price', 'at-least', 50), /at least \$50$/],
    [wish('price', 'between', [20, 50]), /\$20 to \$50/],
    [wish('material', 'is-not', 'leather'), /not leather/],
    [wish('colour', 'is', ['blue', 'green']), /blue or green/],
    [wish('colour', 'is-not', ['blue', 'green']), /not blue and not green/],
    [waterproof('waterproof jacket'), /^waterproof$/],
    [waterproof('jacket that is not waterproof'), /^not waterproof$/],
    [wish('width', 'at-most', 2, { unit: 'm' }), /width up to 2 m/],
  ])('is %j', (constraint, words) => {
    expect(describeConstraint(constraint, 'USD')).toMatch(words);
  });

  it('shows money as the locale writes it', () => {
    expect(formatMoney(1299, 'USD', 'en')).toBe('$1,299');
    expect(formatMoney(12.5, 'EUR', 'de')).toMatch(/12,50\s€/);
  });
});

describe('the sentence above a row', () => {
  it('says how many fit and what was applied', () => {
    const text = composeRowReply(facts({ total: 7, constraints: [wish('material', 'is-not', 'leather')] }));
    expect(text).toMatch(/7 products/);
    expect(text).toMatch(/not leather/);
  });

  it('says when there is but one, and none', () => {
    expect(composeRowReply(facts({ total: 1 }))).toMatch(/^One product/);
    expect(composeRowReply(facts({ total: 0, shown: 0 }))).not.toMatch(/\d/);
  });

  it('names the words it could not use', () => {
    expect(composeRowReply(facts({ unsupported: ['blorf', 'blorf'] })).match(/blorf/g)).toHaveLength(1);
  });

  it('does not boast of preferences as if they were filters', () => {
    expect(
      composeRowReply(facts({ constraints: [wish('material', 'is', 'linen', { strength: 'prefer' })] })),
    ).not.toMatch(/linen/);
  });

  it('says that nothing fits and what comes nearest, with its counts', () => {
    const nearMiss = {
      constraintIds: ['price'],
      relaxations: [
        { label: 'without “up to $50”', count: 7, edit: { remove: 'price' } },
        { label: 'without “waterproof”', count: 4, edit: { remove: 'waterproof' } },
      ],
    };
    const text = composeRowReply(facts({ total: 7, nearMiss, constraints: [wish('price', 'at-most', 50)] }));
    expect(text).toMatch(/nothing/i);
    expect(numbersIn(text).sort((a, b) => a - b)).toEqual([4, 7, 50, 50]);
  });

  it('has no number that the row and the wishes do not have', () => {
    const count = fc.nat(5000);
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 9999 }), fc.boolean(), (total, nearest, bound, isMiss) => {
        const constraints = [wish('price', 'at-most', bound)];
        const nearMiss = {
          constraintIds: [],
          relaxations: [{ label: 'without the budget', count: nearest, edit: { undo: true as const } }],
        };
        const own = { total, shown: Math.min(total, 12), constraints, ...(isMiss ? { nearMiss } : {}) };
        const allowed = isMiss ? [bound, nearest, total] : [bound, total];
        for (const number of numbersIn(composeRowReply(facts(own)))) expect(allowed).toContain(number);
      }),
    );
  });
});

describe('an answer about an item', () => {
  it.each([
    ['sofa-linen', 'price', /\$899/],
    ['sofa-linen', 'material', /linen/],
    ['sofa-linen', 'rating', /4\.6.*210/],
    ['sofa-linen', 'brand', /Nordhem/],
    ['sofa-navy', 'availability', /out of stock/],
    ['jacket-denim', 'waterproof', /waterproof: no/],
    ['boots-hike', 'waterproof', /waterproof: yes/],
    ['sofa-velvet', 'leather', /no/],
    ['shirt-linen', 'linen', /linen/],
    ['headphones-anc', 'weight', /250 g/],
  ])('on %s tells the %s from the record', (id, asked, answer) => {
    expect(ask(id, asked)).toMatch(answer);
  });

  it.each([
    ['coffee', 'price'],
    ['shirt-linen', 'width'],
    ['sofa-linen', 'warranty'],
    ['dress-red', 'waterproof'],
  ])('on %s says that the shop does not state the %s', (id, asked) => {
    expect(ask(id, asked)).toMatch(/does not say/);
  });

  it('names the item', () => {
    expect(ask('sofa-linen', 'price')).toContain('Oslo Linen Sofa');
  });

  it('tells the record when nothing is asked in particular', () => {
    expect(ask('sofa-linen')).toMatch(/\$899.*linen/);
  });

  it('has no number that the record does not have', () => {
    const anyId = fc.constantFrom(...shop.items.map(({ item }) => item.id));
    const anyAsked = fc.subarray([...Object.keys(shop.profile.facets), 'price', 'rating', 'brand', 'nuts', 'warranty']);
    fc.assert(
      fc.property(anyId, anyAsked, (id, asked) => {
        const record = numbersIn(JSON.stringify(product(id)));
        for (const number of numbersIn(ask(id, ...asked))) expect([...record, 5]).toContain(number);
      }),
    );
  });
});

describe('a comparison', () => {
  const compare = (...ids: string[]) => compareItems(ids.map(product), 'en');

  it('tells what differs from the records', () => {
    const text = compare('headphones-anc', 'headphones-wired');
    expect(text).toMatch(/\$249.*\$89/);
    expect(text).toMatch(/wireless: yes against no/);
  });

  it('says what one of them does not state', () => {
    expect(compare('sofa-linen', 'sofa-velvet')).toMatch(/not stated/);
  });

  it('does not tell what is the same', () => {
    expect(compare('sofa-linen', 'sofa-faux')).not.toMatch(/brand/);
  });

  it('asks for two', () => {
    expect(compare('sofa-linen')).toMatch(/two/i);
    expect(compare()).toMatch(/two/i);
  });
});

describe('talk', () => {
  const acts: Act[] = ['smalltalk', 'help', 'unclear', 'out-of-scope', 'order-status', 'return-item', 'ask-shop'];

  it.each(acts)('has an answer to %s without any claim of number or price', (act) => {
    expect(en.talk[act]).toMatch(/\w/);
    expect(en.talk[act]).not.toMatch(/\d/);
  });
});

describe('suggestions', () => {
  const suggest = (total: number, shown: number, ...constraints: ReturnType<typeof wish>[]) =>
    suggestNext({ wishes: { constraints, rejected: [] }, total, shown, profile: shop.profile }).map(({ text }) => text);

  it('offer more only where there is more', () => {
    expect(suggest(20, 12).join()).toMatch(/more/);
    expect(suggest(5, 5).join()).not.toMatch(/more/);
  });

  it('offer to forget a budget only where there is one', () => {
    expect(suggest(5, 5, wish('price', 'at-most', 50)).join()).toMatch(/budget/);
    expect(suggest(5, 5).join()).not.toMatch(/budget/);
  });
});
