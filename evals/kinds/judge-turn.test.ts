import { describe, expect, it } from 'vitest';
import type { Card } from '../../server/contract/card.ts';
import type { Constraint } from '../../server/contract/constraint.ts';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { emptyMemory } from '../../server/domain/session-memory.ts';
import { plainCard } from '../../server/testing/plain-card.ts';
import { createCatalogMatcher } from '../predicate/catalog-matcher.ts';
import type { Predicate } from '../predicate/predicate.ts';
import type { TurnRecord } from '../shop/play-turn.ts';
import type { Expectation } from '../suite/expectation.ts';
import { judgeTurn } from './judge-turn.ts';

// Ten lamps at 10, 20 ... 100; the even ones are red. One vase at 5.
const lamps = Array.from({ length: 10 }, (_, at) => ({
  id: `lamp-${at + 1}`,
  title: `${at % 2 === 1 ? 'Red' : 'Blue'} lamp`,
  price: { amount: (at + 1) * 10, currency: 'EUR' },
}));
const products = [...lamps, { id: 'vase', title: 'Vase', price: { amount: 5, currency: 'EUR' } }];
const items = new Map(products.map((line) => [line.id, CatalogItem.parse(line)]));
const matcher = createCatalogMatcher(items);

const lamp: Predicate = { text: ['lamp'], in: ['title'] };
const red: Predicate = { text: ['red'], in: ['title'] };
const cheap = (value: number): Predicate => ({ field: 'price', op: '<=', value });

const cardsOf = (ids: string[]): Card[] =>
  ids.map((id, at) => plainCard(id, at + 1, { title: items.get(id)?.title ?? id }));

function judge(expectation: Expectation, record: Partial<TurnRecord> & { ids?: string[] }, shown: string[] = []) {
  const { ids = [], ...rest } = record;
  const blank = { memory: emptyMemory(), constraints: [], focus: [], nearMiss: false, reply: '' };
  return judgeTurn({
    expect: expectation,
    record: { ...blank, cards: cardsOf(ids), ...rest },
    shown: cardsOf(shown),
    seen: new Set(shown),
    matcher,
  });
}

const satisfied = (...args: Parameters<typeof judge>): boolean => judge(...args).satisfied;
const must = (facet: string, value: string): Constraint => ({
  id: facet,
  facet,
  relation: 'is',
  value,
  strength: 'must',
  scope: 'category',
  words: value,
});

describe('a turn is satisfied', () => {
  it('when each of the first five fits, whatever comes after', () => {
    expect(satisfied({ all: [lamp] }, { ids: ['lamp-1', 'lamp-2', 'lamp-3', 'lamp-4', 'lamp-5', 'vase'] })).toBe(true);
    expect(satisfied({ all: [lamp] }, { ids: ['lamp-1', 'lamp-2', 'lamp-3', 'lamp-4', 'vase'] })).toBe(false);
  });

  it('only when as many are shown as the catalog has, up to three', () => {
    expect(satisfied({ all: [lamp] }, { ids: ['lamp-1', 'lamp-2'] })).toBe(false);
    expect(satisfied({ all: [lamp, cheap(20)] }, { ids: ['lamp-1', 'lamp-2'] })).toBe(true);
    expect(satisfied({ all: [lamp, cheap(20)] }, { ids: ['lamp-1'] })).toBe(false);
    expect(satisfied({ all: [lamp] }, { ids: [] })).toBe(false);
  });

  it('never by an error', () => {
    expect(judge({ all: [] }, { ids: ['lamp-1', 'lamp-2', 'lamp-3'], error: 'broken' })).toMatchObject({
      satisfied: false,
      reasons: ['error: broken'],
    });
  });

  it('with a card that the catalog does not have counted as a violation', () => {
    expect(judge({ all: [lamp] }, { ids: ['ghost', 'lamp-1', 'lamp-2'] }).shares['violation@5']).toEqual({
      num: 1,
      den: 3,
    });
  });

  it('is not held up by soft wishes, which are reported', () => {
    const verdict = judge({ all: [lamp], soft: [red] }, { ids: ['lamp-1', 'lamp-2', 'lamp-3', 'lamp-4'] });
    expect(verdict.satisfied).toBe(true);
    expect(verdict.shares['soft@5']).toEqual({ num: 2, den: 4 });
  });
});

describe('violation@5', () => {
  it('is the share of the first five cards that break what was said', () => {
    const verdict = judge({ all: [lamp, red] }, { ids: ['lamp-2', 'lamp-1', 'vase', 'lamp-4', 'lamp-6', 'vase'] });
    expect(verdict.shares['violation@5']).toEqual({ num: 2, den: 5 });
    expect(verdict.cards[1]?.broke).toEqual(['title says red']);
  });

  it('leaves out near-miss cards where nothing fits, and no others', () => {
    const nothing = { all: [lamp, cheap(1)] };
    expect(judge(nothing, { ids: ['lamp-1'], nearMiss: true }).shares['violation@5']).toBeUndefined();
    expect(judge(nothing, { ids: ['lamp-1'] }).shares['violation@5']).toEqual({ num: 1, den: 1 });
    expect(judge({ all: [lamp] }, { ids: ['vase'], nearMiss: true }).shares['violation@5']).toEqual({ num: 1, den: 1 });
  });
});

describe('special expectations', () => {
  const row = ['lamp-5', 'lamp-2', 'lamp-3'];

  it('zero wants a near miss or no card', () => {
    expect(satisfied({ zero: true, all: [lamp] }, { ids: ['lamp-1'], nearMiss: true })).toBe(true);
    expect(satisfied({ zero: true }, { ids: [] })).toBe(true);
    expect(satisfied({ zero: true }, { ids: ['lamp-1'] })).toBe(false);
  });

  it('refersToShown wants exactly that card in focus', () => {
    expect(satisfied({ refersToShown: 2 }, { focus: ['lamp-2'] }, row)).toBe(true);
    expect(satisfied({ refersToShown: -1 }, { focus: ['lamp-3'] }, row)).toBe(true);
    expect(satisfied({ refersToShown: 2 }, { focus: ['lamp-5'] }, row)).toBe(false);
    expect(satisfied({ refersToShown: 2 }, { focus: row }, row)).toBe(false);
    expect(satisfied({ refersToShown: 4 }, { focus: [] }, row)).toBe(false);
  });

  it('refersToShownWhere wants one of the cards that are meant, or nothing where none is', () => {
    expect(satisfied({ refersToShownWhere: [red] }, { focus: ['lamp-2'] }, row)).toBe(true);
    expect(satisfied({ refersToShownWhere: [red] }, { focus: ['lamp-5'] }, row)).toBe(false);
    expect(satisfied({ refersToShownWhere: [red] }, { focus: [] }, row)).toBe(false);
    expect(satisfied({ refersToShownWhere: [red] }, { focus: [] }, ['lamp-1'])).toBe(true);
    expect(satisfied({ refersToShownWhere: [red] }, { focus: ['lamp-1'] }, ['lamp-1'])).toBe(false);
  });

  it('cheaperThanShown compares with the price of that card', () => {
    const expectation = { all: [lamp], cheaperThanShown: 1 };
    expect(satisfied(expectation, { ids: ['lamp-1', 'lamp-2', 'lamp-3'] }, row)).toBe(true);
    expect(satisfied(expectation, { ids: ['lamp-1', 'lamp-2', 'lamp-5'] }, row)).toBe(false);
    // Only lamp-1 is cheaper than lamp-2.
    expect(satisfied({ all: [lamp], cheaperThanShown: 2 }, { ids: ['lamp-1'] }, row)).toBe(true);
  });

  it('excludesShown wants the rejected card gone', () => {
    expect(satisfied({ all: [lamp], excludesShown: 2 }, { ids: ['lamp-5', 'lamp-3', 'lamp-1'] }, row)).toBe(true);
    expect(satisfied({ all: [lamp], excludesShown: 2 }, { ids: row }, row)).toBe(false);
    expect(satisfied({ all: [lamp], excludesShown: 'all' }, { ids: ['lamp-1', 'lamp-4', 'lamp-6'] }, row)).toBe(true);
    expect(satisfied({ all: [lamp], excludesShown: 'all' }, { ids: ['lamp-1', 'lamp-4', 'lamp-5'] }, row)).toBe(false);
  });

  it('extreme wants a first card among the cheapest or dearest tenth', () => {
    expect(satisfied({ all: [lamp], extreme: 'min' }, { ids: ['lamp-1', 'lamp-2', 'lamp-3'] })).toBe(true);
    expect(satisfied({ all: [lamp], extreme: 'min' }, { ids: ['lamp-2', 'lamp-1', 'lamp-3'] })).toBe(false);
    expect(satisfied({ all: [lamp], extreme: 'max' }, { ids: ['lamp-10', 'lamp-2', 'lamp-3'] })).toBe(true);
    expect(satisfied({ extreme: 'max' }, { ids: [] })).toBe(false);
  });

  it('noLeak wants the old constraint neither active nor visible in the row', () => {
    const expectation = { all: [lamp], noLeak: [red] };
    expect(satisfied(expectation, { ids: ['lamp-1', 'lamp-2', 'lamp-4'] })).toBe(true);
    expect(satisfied(expectation, { ids: ['lamp-2', 'lamp-4', 'lamp-6'] })).toBe(false);
    expect(satisfied(expectation, { ids: ['lamp-1', 'lamp-2', 'lamp-4'], constraints: [must('colour', 'red')] })).toBe(
      false,
    );
    expect(satisfied(expectation, { ids: ['lamp-1', 'lamp-2', 'lamp-4'], constraints: [must('colour', 'blue')] })).toBe(
      true,
    );
  });

  it('noNewSearch wants no card that was not shown before', () => {
    expect(satisfied({ noNewSearch: true }, { ids: [] }, row)).toBe(true);
    expect(satisfied({ noNewSearch: true }, { ids: ['lamp-2'] }, row)).toBe(true);
    expect(satisfied({ noNewSearch: true }, { ids: ['lamp-9'] }, row)).toBe(false);
  });

  it('act and constraints are compared with what was understood', () => {
    expect(satisfied({ act: ['more', 'refine'] }, { act: 'refine' })).toBe(true);
    expect(satisfied({ act: 'undo' }, { act: 'refine' })).toBe(false);
    const constraints = [{ facet: 'colour', relation: 'is' as const, value: 'red' }];
    expect(satisfied({ constraints }, { constraints: [must('colour', 'Red'), must('brand', 'x')] })).toBe(true);
    expect(satisfied({ constraints }, { constraints: [] })).toBe(false);
    const verdict = judge({ constraints }, { constraints: [must('colour', 'Red'), must('brand', 'x')] });
    expect(verdict.shares['exact-state']).toEqual({ num: 0, den: 1 });
  });
});
