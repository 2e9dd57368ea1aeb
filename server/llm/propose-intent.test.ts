import { describe, expect, test } from 'vitest';
import type { Constraint } from '../contract/constraint.ts';
import { added, language, lexicon, parse, say, wish } from '../testing/fixture-shop.ts';
import { buildConstraint, scopeOf } from '../understanding/build-constraint.ts';
import { mergeProposal, offerInstead, replaceWishes } from './merge-proposal.ts';
import type { ProposedWish } from './output-schemas.ts';
import { type CheckedProposal, checkProposal } from './propose-intent.ts';
import { renderVocabulary } from './render-vocabulary.ts';
import { whenToAsk } from './when-to-ask.ts';

const build: Parameters<typeof checkProposal>[1]['build'] = (one, strength) =>
  buildConstraint(one, { strength, scope: scopeOf(one.facet) });

const proposed = (
  words: string,
  facet: string,
  relation: Constraint['relation'],
  value: ProposedWish['value'],
  strength: 'must' | 'prefer' = 'must',
): ProposedWish => ({ words, facet, relation, value, unit: null, strength });

const check = (text: string, ...wishes: ProposedWish[]): CheckedProposal =>
  checkProposal({ act: 'search', wishes, confidence: 0.9 }, { text, lexicon, build });

const reason = (text: string, one: ProposedWish) => check(text, one).refused[0]?.reason;

describe('a proposal', () => {
  test('is taken where words, facet and value are there', () => {
    const { wishes, refused } = check(
      'a Sofa in Linen',
      proposed('sofa', 'category', 'is', 'sofa'),
      proposed('linen', 'material', 'is', 'Linen'),
    );
    expect(refused).toEqual([]);
    expect(wishes.map(({ constraint }) => say(constraint))).toEqual(['category is sofa', 'material is linen']);
    expect(wishes[1]).toMatchObject({ start: 10, end: 15, constraint: { words: 'Linen' } });
  });

  test.each<[string, string, ProposedWish, string]>([
    ['words that nobody said', 'a sofa', proposed('in linen', 'material', 'is', 'linen'), 'words'],
    ['a word that says nothing', 'something for the sofa', proposed('something', 'material', 'is', 'linen'), 'words'],
    ['a denial of nothing', 'not a sofa', proposed('not', 'material', 'is-not', 'linen'), 'words'],
    ['stock that nobody spoke of', 'a bagpack', proposed('bagpack', 'availability', 'is', 'in_stock'), 'value'],
    ['half a word', 'a sofabed', proposed('sofa', 'category', 'is', 'sofa'), 'words'],
    ['a facet that the shop has not', 'a magic sofa', proposed('magic', 'mana', 'is', 'high'), 'facet'],
    ['a value that the shop has not', 'a unicorn sofa', proposed('unicorn', 'material', 'is', 'unicorn'), 'value'],
    [
      'a number that nobody said',
      'a sofa for little money',
      proposed('little money', 'price', 'at-most', 50),
      'number',
    ],
    ['a number under a facet without numbers', 'a sofa for 50', proposed('50', 'material', 'at-most', 50), 'facet'],
    ['a denial turned round', 'a sofa, no leather', proposed('leather', 'material', 'is', 'leather'), 'polarity'],
    ['a denial that nobody said', 'a leather sofa', proposed('leather', 'material', 'is-not', 'leather'), 'polarity'],
    ['a bound turned round', 'sofa under 500', proposed('under 500', 'price', 'at-least', 500), 'direction'],
    ['a number as a word', 'a sofa for 50', proposed('50', 'material', 'is', 50), 'value'],
    ['free text that the words do not say', 'something squishy', proposed('squishy', 'text', 'is', 'sofa'), 'value'],
  ])('is refused for %s', (_, text, one, expected) => {
    expect(reason(text, one)).toBe(expected);
  });

  test.each<[string, number]>([
    ['not more than a hundred and twenty for it', 120],
    ['no more than two hundred', 200],
    ['at most 2k', 2000],
    ['at most 1,250', 1250],
  ])('may read the number of %j', (text, number) => {
    expect(check(text, proposed(text.replace(' for it', ''), 'price', 'at-most', number)).refused).toEqual([]);
  });

  test('of something that is or is not so is the wish that the embedded parser would write', () => {
    const text = 'a jacket, waterproof';
    const { wishes } = check(text, proposed('waterproof', 'waterproof', 'is', 'yes'));
    expect(wishes.map(({ constraint }) => constraint.id)).toEqual(
      added(parse(text)).flatMap(({ id, facet }) => (facet === 'waterproof' ? [id] : [])),
    );
    expect(reason(text, proposed('waterproof', 'waterproof', 'is', 'no'))).toBe('value');
  });

  test('of what is in stock comes from the words for it', () => {
    const { wishes } = check('a sofa that is in stock', proposed('in stock', 'availability', 'is', 'in_stock'));
    expect(wishes.map(({ constraint }) => say(constraint))).toEqual(['availability is in_stock']);
  });

  test('only prefers what the words do not say themselves', () => {
    const { wishes } = check('my gran who is from the flax fields', proposed('flax', 'material', 'is', 'linen'));
    expect(wishes.map(({ constraint }) => say(constraint))).toEqual(['? material is linen']);
  });
});

describe('the merge', () => {
  const text = 'a sofa without leather, thrones for weary bones in linen';
  const intent = parse(text);
  const context = { hasRow: false, active: [] as Constraint[] };

  test('keeps all that the embedded parser found, whatever the model says', () => {
    const lie = check(
      text,
      proposed('leather', 'material', 'is-not', 'linen'),
      proposed('sofa', 'category', 'is', 'chair'),
    );
    const { intent: merged } = mergeProposal(intent, lie, context);
    for (const one of added(intent)) expect(added(merged)).toContainEqual(one);
  });

  test('adds what stands beside it, and explains the words', () => {
    const plain = parse('thrones for weary bones');
    const proposal = check('thrones for weary bones', proposed('thrones', 'category', 'is', 'chair'));
    const merged = mergeProposal({ ...plain, act: 'unclear', changes: [], ledger: [] }, proposal, context);
    expect(merged.differs).toBe(true);
    expect(merged.intent.act).toBe('search');
    expect(added(merged.intent).map(say)).toEqual(['? category is chair']);
    expect(merged.intent.ledger).toMatchObject([{ words: 'thrones', outcome: 'preferred' }]);
  });

  test('asks where nothing was understood and the model only guesses how it should be', () => {
    const plain = { ...parse('cosy blorp'), act: 'unclear' as const, changes: [], ledger: [] };
    const merged = mergeProposal(plain, check('cosy blorp', proposed('cosy', 'material', 'is', 'velvet')), context);
    expect(merged.differs).toBe(false);
    expect(merged.options).toMatchObject([{ edit: { set: { facet: 'material', value: 'velvet', strength: 'must' } } }]);
  });

  test('asks where the model reads words that already mean something', () => {
    const red = parse('a red sofa');
    const merged = mergeProposal(
      red,
      check('a red sofa', proposed('red', 'material', 'is', 'linen', 'prefer')),
      context,
    );
    expect(merged.differs).toBe(false);
    expect(merged.intent.changes).toEqual(red.changes);
    expect(merged.options.map(({ constraint }) => constraint.facet)).toEqual(['material']);
  });

  test('asks where a wish of before would have to go', () => {
    const next = { ...parse('hmm flax'), act: 'refine' as const, changes: [], ledger: [] };
    const proposal = check('hmm flax', proposed('flax', 'material', 'is', 'linen'));
    const merged = mergeProposal(next, proposal, { hasRow: true, active: [wish('material', 'is', 'velvet')] });
    expect(merged.intent.changes).toEqual([]);
    expect(merged.options).toMatchObject([{ edit: { set: { facet: 'material', value: 'linen' } } }]);
  });

  test.each(['cart-add', 'ask-item', 'undo', 'relax', 'compare'] as const)('leaves a turn of act %s alone', (act) => {
    const turn = { ...intent, act, changes: [] };
    expect(mergeProposal(turn, check(text, proposed('linen', 'material', 'is', 'linen')), context).intent).toEqual(
      turn,
    );
  });

  test('takes an act of a model only where it merely talks', () => {
    const unclear = { ...parse('blorp'), act: 'unclear' as const, changes: [] };
    const answer = (act: 'help' | 'cart-add' | 'undo') =>
      mergeProposal(unclear, { act, confidence: 1, wishes: [], refused: [] }, context).intent.act;
    expect([answer('help'), answer('cart-add'), answer('undo')]).toEqual(['help', 'unclear', 'unclear']);
  });

  test('offers what it added where the row would have nothing left', () => {
    const proposal = check(text, proposed('linen', 'material', 'is', 'linen'));
    const plain = { ...intent, changes: intent.changes.slice(0, 1), ledger: [] };
    const offered = offerInstead(plain, mergeProposal(plain, proposal, context));
    expect(offered).toMatchObject({ intent: plain, differs: false });
    expect(offered.options).toMatchObject([{ edit: { set: { facet: 'material', value: 'linen' } } }]);
  });

  test('is left out where the model is measured alone: its wishes stand, the others go, what is no wish stays', () => {
    const cheapest = { do: 'order' as const, order: { facet: 'price', direction: 'ascending' as const, words: 'x' } };
    const turn = { ...intent, changes: [...intent.changes, cheapest] };
    const { intent: alone } = replaceWishes(turn, check(text, proposed('sofa', 'category', 'is', 'sofa')), context);
    expect(added(alone).map(say)).toEqual(['category is sofa']);
    expect(alone.changes).toContainEqual(cheapest);
  });

  test('does not take an answer that the model itself doubts', () => {
    const proposal = { ...check(text, proposed('linen', 'material', 'is', 'linen')), confidence: 0.1 };
    expect(mergeProposal(intent, proposal, context)).toEqual({ intent, differs: false, options: [] });
  });
});

describe('a model is asked', () => {
  test.each(['sofa under 500', 'a red dress', 'cheaper', 'the second one', 'undo', 'hi', 'x', ''])(
    'not about %j',
    (text) => {
      expect(whenToAsk(text, parse(text, { hasRow: true }), language)).toBeUndefined();
    },
  );

  test('about text that the embedded parser cannot read', () => {
    expect(whenToAsk('qwerty blorp zonk', { ...parse(''), act: 'unclear' }, language)).toBe('unclear');
  });

  test('about a word of meaning that nothing covers, and not about one that merely joins', () => {
    const intent = { ...parse('a sofa'), ledger: [{ start: 2, end: 6, words: 'sofa', outcome: 'applied' as const }] };
    expect(whenToAsk('a sofa zonk', intent, language)).toBe('uncovered');
    expect(whenToAsk('a sofa not with', intent, language)).toBeUndefined();
  });

  test('about words that are only looked for in texts', () => {
    const loose = { do: 'add' as const, constraint: wish('text', 'is', 'cosy'), also: false };
    const intent = parse('a sofa');
    expect(whenToAsk('a sofa', { ...intent, changes: [...intent.changes, loose] }, language)).toBe('loose');
  });

  test('about a phrase that could not be used', () => {
    const intent = parse('a sofa');
    const ledger = [...intent.ledger, { start: 0, end: 1, words: 'a', outcome: 'unsupported' as const }];
    expect(whenToAsk('a sofa', { ...intent, ledger }, language)).toBe('unexplained');
  });
});

test('the vocabulary begins with the same core for every text and has what the words touch', () => {
  const [one, other] = ['a linen sofa', 'zenix laptop'].map((text) => renderVocabulary(text, lexicon).split('\n'));
  expect(one?.[0]).toBe(other?.[0]);
  expect(other?.some((line) => line.includes('"brand"') && line.includes('Zenix'))).toBe(true);
  expect(one?.some((line) => line.includes('"brand"') && line.includes('Zenix'))).toBe(false);
  for (const line of one ?? []) expect(() => JSON.parse(line)).not.toThrow();
});
