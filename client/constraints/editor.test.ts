import { expect, it } from 'vitest';
import type { Constraint } from '../../server/contract/index.ts';
import { emptyTurn, type Turn } from '../state/conversation.ts';
import { fakeProducts } from '../testing/fake-shop.ts';
import { offeredValues } from './offered-values.ts';
import { sliderRange } from './slider-range.ts';

const turns: Turn[] = [
  {
    ...emptyTurn('a', 1),
    rows: [{ rowId: 'r', revision: 1, total: 8, cards: fakeProducts().slice(0, 8) }],
    question: {
      question: 'Which?',
      options: [{ label: 'Violet', edit: { set: wish({ facet: 'colour', value: 'violet' }) } }],
    },
  },
];

function wish(change: Partial<Constraint>): Constraint {
  const base = { id: 'c', facet: 'price', relation: 'is' as const, value: 'x', words: '' };
  return { ...base, strength: 'must', scope: 'session', ...change };
}

it('gives a limit room on both sides, in round steps', () => {
  const range = sliderRange(wish({ relation: 'at-most', value: 50 }), turns);
  expect(range).toEqual({ value: 50, min: 12, max: 100, step: 1 });
  expect(sliderRange(wish({ relation: 'at-most', value: 1000 }), [])).toMatchObject({ min: 500, max: 2000, step: 20 });
  expect(sliderRange(wish({ relation: 'at-least', facet: 'rating', value: 4 }), [])).toMatchObject({ max: 5 });
});

it('has no slider for what is not one number', () => {
  expect(sliderRange(wish({ facet: 'colour', value: 'red' }), turns)).toBeUndefined();
  expect(sliderRange(wish({ relation: 'between', value: [1, 2] }), turns)).toBeUndefined();
  expect(sliderRange(wish({ relation: 'at-most', value: 0 }), [])).toMatchObject({ max: 100 });
});

it('offers what the shop named and what was seen, with counts of items', () => {
  expect(offeredValues(wish({ facet: 'colour', value: 'Red' }), turns)).toEqual([
    { value: 'green', seen: 2 },
    { value: 'blue', seen: 2 },
    { value: 'sand', seen: 2 },
    { value: 'violet', seen: undefined },
  ]);
  expect(offeredValues(wish({ facet: 'brand', value: 'Osterby' }), turns)).toHaveLength(2);
  expect(offeredValues(wish({ relation: 'at-most', value: 5 }), turns)).toEqual([]);
  expect(offeredValues(wish({ facet: 'text', value: 'soft' }), turns)).toEqual([]);
});
