import { describe, expect, it } from 'vitest';
import { added, parse, parseNext, wishes } from '../testing/fixture-shop.ts';

const about = (text: string, facet: string) => added(parse(text)).filter((one) => one.facet === facet);
const price = (text: string) => about(text, 'price').map(({ relation, value }) => [relation, value]);
const all = (text: string, facet: string, relation: string) =>
  about(text, facet)
    .filter((one) => one.relation === relation)
    .flatMap(({ value }) => value)
    .sort();
const refers = (text: string) => parseNext(text).references.map((one) => ('ordinal' in one ? one.ordinal : one.by));
const steps = (text: string) => parseNext(text).changes.map(({ do: kind }) => kind);

describe('prices', () => {
  it.each([
    'sofa under 500',
    'sofa below $500',
    'a sofa for less than 500 dollars',
    'sofa up to 500',
    'sofa max 500',
    'sofa 500 max',
    'sofa, 500 tops',
    'no more than 500 for a sofa',
    'sofa not over 500',
    'my budget is 500, sofa',
    'sofa budget 500',
    'sofa <500',
    'sofa <= $500',
    'sofa 500 or less',
    'i can spend 500 on a sofa',
    'sofa for 500 bucks max',
    'sofa for at most 500 euros',
    'sofa that costs less than 500',
    'SOFA UNDER $500!!',
    'sofa under 500.00',
  ])('reads %j as at most 500', (text) => {
    expect(price(text)).toEqual([['at-most', 500]]);
    expect(wishes(parse(text))).toContain('category is sofa');
  });

  it.each([
    'sofas over 500',
    'sofa at least 500',
    'sofa from 500',
    'sofa 500+',
    'sofa $500 and up',
    'sofa 500 or more',
  ])('reads %j as at least 500', (text) => {
    expect(price(text)).toEqual([['at-least', 500]]);
  });

  it.each(['sofa around 500', 'sofa about $500', 'sofa ~500', 'sofa 500 or so', 'sofa roughly 500'])(
    'reads %j as around 500',
    (text) => {
      expect(price(text)).toEqual([['around', 500]]);
    },
  );

  it.each([
    'sofa between 300 and 500',
    'sofa 300-500',
    'sofa $300 - $500',
    'sofa from 300 to 500',
    'sofa 300 to 500 bucks',
    'sofa between $300 and $500',
  ])('reads %j as a range', (text) => {
    expect(price(text)).toEqual([['between', [300, 500]]]);
  });

  it.each([
    ['sofa under 1k', 1000],
    ['sofa under $1.2k', 1200],
    ['sofa under 1,200.50', 1200.5],
    ['sofa under a thousand', 1000],
    ['sofa under two hundred', 200],
    ['sofa under 2 grand', 2000],
  ])('reads the amount of %j', (text, amount) => {
    expect(price(text)).toEqual([['at-most', amount]]);
  });

  it('takes a number with a unit for no price', () => {
    expect(price('sofa wider than 190 cm')).toEqual([]);
    expect(price('laptop with at least 16 GB of memory')).toEqual([]);
  });
});

describe('numbers of other facets', () => {
  it.each([
    ['laptop with at least 16 GB of memory', 'memory', 'at-least', 16],
    ['laptop with 512gb storage', 'storage', 'is', 512],
    ['sofa wider than 190 cm', 'width', 'at-least', 190],
  ])('reads %j', (text, facet, relation, value) => {
    expect(about(text, facet)).toMatchObject([{ relation, value }]);
  });

  it('reads metres where the shop says centimetres', () => {
    const [width] = about('sofa at most 2 m wide', 'width');
    expect(width?.relation).toBe('at-most');
    expect([width?.unit, width?.value]).toSatisfy(
      ([unit, value]) => (unit === 'm' && value === 2) || (unit === 'cm' && value === 200),
    );
  });

  it('reads stars as a rating', () => {
    expect(about('sofa 4 stars and up', 'rating')).toMatchObject([{ relation: 'at-least', value: 4 }]);
    expect(about('well rated jacket', 'rating')).toMatchObject([{ relation: 'at-least' }]);
  });
});

describe('what a thing is and is like', () => {
  it.each([
    ['red dress', ['category is dress', 'colour is red']],
    ['oak chair', ['category is chair', 'material is oak']],
    ['wooden table', ['category is table', 'material is wood']],
    ['Zenix laptop', ['brand is Zenix', 'category is laptop']],
    ['boots size 42', ['category is boot', 'size is 42']],
    ['coffee table', ['category is coffee table']],
    ['sofa in stock', ['availability is in_stock', 'category is sofa']],
    ['faux leather jacket', ['category is jacket', 'material is faux leather']],
  ])('reads %j', (text, expected) => {
    expect(wishes(parse(text)).sort()).toEqual(expected);
  });

  it.each([
    ['waterproof jacket', 'waterproof'],
    ['wireless headphones', 'wireless'],
    ['organic tea', 'organic'],
    ['sofas with removable cover', 'removable cover'],
  ])('reads the feature of %j', (text, facet) => {
    expect(about(text, facet)).toMatchObject([{ relation: 'is', strength: 'must' }]);
  });

  it.each(['dress for my wife', "women's dress", 'dress for women', 'a dress for her'])(
    'knows whom %j is for',
    (text) => {
      expect(all(text, 'gender', 'is')).toHaveLength(1);
      expect(wishes(parse(text))).toContain('category is dress');
    },
  );

  it.each(['case for a tablet', 'tablet case', 'a case for my tablet'])('takes %j for a case', (text) => {
    const heads = all(text, 'category', 'is').join(' ').split(' ');
    expect(heads).toContain('case');
    expect(all(text, 'category', 'is')).not.toContain('tablet');
    expect(JSON.stringify(added(parse(text)))).toContain('tablet');
  });

  it('takes a lamp for the desk for a lamp, wherever the desk stands', () => {
    for (const text of ['lamp for my desk', 'desk lamp'])
      expect(all(text, 'category', 'is').join().split(' ').at(-1)).toBe('lamp');
  });
});

describe('negation', () => {
  it.each([
    ['dress not red', 'colour', ['red']],
    ['sofa without leather', 'material', ['leather']],
    ['sofa no leather', 'material', ['leather']],
    ['sofa but not leather or velvet', 'material', ['leather', 'velvet']],
    ['sofa, nothing black', 'colour', ['black']],
    ['anything but black sofa', 'colour', ['black']],
    ['dress that is not red or blue', 'colour', ['blue', 'red']],
    ['laptop not from Zenix', 'brand', ['Zenix']],
    ['i hate velvet. show me a sofa', 'material', ['velvet']],
  ])('reads what %j excludes', (text, facet, values) => {
    expect(all(text, facet, 'is-not')).toEqual(values);
    expect(all(text, facet, 'is')).toEqual([]);
  });

  it('ends with its clause', () => {
    const text = 'no leather, black jacket under 200';
    expect(all(text, 'material', 'is-not')).toEqual(['leather']);
    expect(all(text, 'colour', 'is')).toEqual(['black']);
    expect(price(text)).toEqual([['at-most', 200]]);
  });

  it('covers features', () => {
    expect(about('jacket that is not waterproof', 'waterproof')).toMatchObject([{ relation: 'is-not' }]);
  });

  it('is not heard where there is none', () => {
    expect(price('no more than 500 for a sofa')).toEqual([['at-most', 500]]);
    expect(added(parse('sofa not over 500')).filter(({ relation }) => relation === 'is-not')).toEqual([]);
  });
});

describe('lists', () => {
  it.each([
    ['red or blue dress', 'colour', ['blue', 'red']],
    ['dress in red or blue', 'colour', ['blue', 'red']],
    ['laptop from Orbit or Zenix', 'brand', ['Orbit', 'Zenix']],
    ['laptop or tablet', 'category', ['laptop', 'tablet']],
    ['red/blue dress', 'colour', ['blue', 'red']],
  ])('reads %j as one wish with two values', (text, facet, values) => {
    expect(about(text, facet)).toHaveLength(1);
    expect(all(text, facet, 'is')).toEqual(values);
  });
});

describe('strength', () => {
  it.each([
    'i would prefer linen sofa',
    'sofa, ideally linen',
    'sofa, linen would be nice',
    'sofa, preferably linen',
    'sofa, maybe linen',
  ])('reads linen in %j as a preference', (text) => {
    expect(about(text, 'material')).toMatchObject([{ value: 'linen', strength: 'prefer' }]);
    expect(about(text, 'category')).toMatchObject([{ strength: 'must' }]);
  });

  it('is must unless softened', () => {
    expect(about('linen sofa', 'material')).toMatchObject([{ strength: 'must' }]);
  });
});

describe('orders and comparisons', () => {
  it.each([
    ['cheapest sofa', 'price', 'ascending'],
    ['most expensive laptop', 'price', 'descending'],
    ['best rated headphones', 'rating', 'descending'],
    ['newest laptop', 'created', 'descending'],
    ['lightest headphones', 'weight', 'ascending'],
  ])('reads %j', (text, facet, direction) => {
    expect(parse(text).changes).toContainEqual({ do: 'order', order: expect.objectContaining({ facet, direction }) });
  });

  it.each(['cheaper', 'something cheaper', "it's too expensive", 'a less expensive one'])('reads %j', (text) => {
    expect(parseNext(text)).toMatchObject({ act: 'refine' });
    expect(parseNext(text).changes).toContainEqual(
      expect.objectContaining({ do: 'than', facet: 'price', direction: 'ascending' }),
    );
  });

  it('knows which card the comparison is with', () => {
    expect(parseNext('cheaper than the second one').changes).toContainEqual(
      expect.objectContaining({ do: 'than', reference: expect.objectContaining({ ordinal: 2 }) }),
    );
  });
});

describe('references to what is shown', () => {
  it.each([
    ['the second one', [2]],
    ['number 3', [3]],
    ['#3', [3]],
    ['the last one', [-1]],
    ['how much is the first one', [1]],
    ['is it waterproof', ['focus']],
    ['both', ['all']],
    ['something like the third', [3]],
  ])('reads %j', (text, expected) => {
    expect(refers(text)).toEqual(expected);
  });

  it('are not looked for before anything is shown', () => {
    expect(parse('the second one').references).toEqual([]);
  });

  it('reject a whole row', () => {
    expect(parseNext('none of these').changes).toContainEqual(expect.objectContaining({ do: 'reject' }));
  });
});

describe('follow-ups', () => {
  it.each([
    ['under 300', 'price at-most 300'],
    ['in green', 'colour is green'],
    ['not black', 'colour is-not black'],
    ['only Nordhem', 'brand is Nordhem'],
    ['without the leather', 'material is-not leather'],
    ['same but in black', 'colour is black'],
  ])('reads %j', (text, expected) => {
    expect(wishes(parseNext(text))).toEqual([expected]);
    expect(parseNext(text).act).toBe('refine');
  });

  it.each([
    ['forget the budget', 'price'],
    ['any colour', 'colour'],
    ["colour doesn't matter", 'colour'],
    ["I don't care about the brand", 'brand'],
    ['leather is fine', 'material'],
    ["doesn't have to be red", 'colour'],
  ])('reads %j as a wish taken back', (text, facet) => {
    expect(parseNext(text)).toMatchObject({ act: 'relax', changes: [{ do: 'relax', facet }] });
  });

  it.each([
    ['undo', ['undo']],
    ['redo', ['redo']],
    ['start over', ['clear']],
  ])('reads %j', (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  it('goes back to what was wanted before', () => {
    expect(steps('go back to the sofas')).toContain('return');
  });

  it.each(['show me chairs instead', 'what about lamps', 'now a desk'])('reads %j as a new topic', (text) => {
    expect(parseNext(text).act).toBe('search');
    expect(steps(text)).toContain('new-topic');
  });
});

describe('acts', () => {
  it.each([
    ['show me more', 'more'],
    ['more like the second one', 'similar'],
    ['is the second one waterproof?', 'ask-item'],
    ['what material is it', 'ask-item'],
    ['compare the first and the third', 'compare'],
    ['add the second one to my cart', 'cart-add'],
    ['remove it from my cart', 'cart-remove'],
    ["what's in my cart", 'cart-view'],
    ['thanks', 'smalltalk'],
  ])('reads %j as %s', (text, act) => {
    expect(parseNext(text).act).toBe(act);
  });

  it.each([
    ['hello', 'smalltalk'],
    ['help', 'help'],
    ["what's the weather", 'out-of-scope'],
    ['where is my order', 'order-status'],
    ['asdf qwer zxcv', 'unclear'],
    ['!!!', 'unclear'],
    ['red dress', 'search'],
  ])('reads %j as %s', (text, act) => {
    expect(parse(text).act).toBe(act);
  });

  it('changes no wish by asking, talking or buying', () => {
    for (const text of ['is it red?', 'hello', 'add the red one to my cart', 'where is my order'])
      expect(parseNext(text).changes).toEqual([]);
  });
});

describe('spelling', () => {
  it.each([
    ['lether jacket', ['category is jacket', 'material is leather']],
    ['blck dress', ['category is dress', 'colour is black']],
    ['sofaa under 500', ['category is sofa', 'price at-most 500']],
    ['headhpones', ['category is headphone']],
  ])('reads %j', (text, expected) => {
    expect(wishes(parse(text)).sort()).toEqual(expected);
  });

  it('keeps the shopper’s own letters in the ledger', () => {
    expect(parse('lether jacket').ledger.map(({ words }) => words)).toContain('lether');
  });

  it('says of gibberish that it is not supported', () => {
    expect(parse('asdf qwer zxcv').ledger.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unsupported'));
  });
});
