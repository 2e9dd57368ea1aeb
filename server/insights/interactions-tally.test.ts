import { expect, it } from 'vitest';
import type { InteractionKind } from '../contract/index.ts';
import { InteractionsTally } from './interactions-tally.ts';

function tally(...done: [session: string, kind: InteractionKind, item: string][]) {
  const sum = new InteractionsTally();
  for (const [sessionId, kind, itemId] of done) sum.add({ sessionId, kind, itemId });
  return sum.read(3);
}

it('counts how often, and with how many of the cards that were seen', () => {
  const figures = tally(
    ['a', 'impression', 'chair'],
    ['a', 'impression', 'chair'],
    ['b', 'impression', 'chair'],
    ['a', 'open', 'chair'],
    ['a', 'open', 'chair'],
    ['b', 'cart-add', 'never seen'],
    ['c', 'like', 'chair'],
    ['b', 'dislike', 'chair'],
    ['b', 'cart-remove', 'chair'],
  );
  expect(figures).toEqual({
    impressions: 3,
    cardsSeen: 2,
    dislikes: 1,
    cartRemovals: 1,
    cartByWords: 3,
    funnel: [
      { kind: 'open', times: 2, cards: 1 },
      { kind: 'like', times: 1, cards: 0 },
      { kind: 'cart-add', times: 1, cards: 0 },
      { kind: 'purchase', times: 0, cards: 0 },
    ],
  });
});

it('has nothing but zeros where nothing was done', () => {
  expect(tally()).toMatchObject({ impressions: 0, cardsSeen: 0, cartByWords: 3 });
});
