import { expect, it } from 'vitest';
import { fakeProducts } from '../testing/fake-shop.ts';
import { emptyTurn } from './conversation.ts';
import { findCard } from './find-card.ts';
import { createAppStore } from './store.ts';
import { diffCarts } from './watch-cart.ts';
import { watchTurns } from './watch-turns.ts';

const [card, other] = fakeProducts() as [
  ReturnType<typeof fakeProducts>[number],
  ReturnType<typeof fakeProducts>[number],
];

it('tells once of a turn that ends while one looks on', () => {
  const store = createAppStore();
  const ended: string[] = [];
  watchTurns(store, ({ turnId }) => ended.push(turnId));
  store.dispatch({ type: 'turn-sent', turnId: 'a', text: 'a lamp', at: 1 });
  expect(ended).toEqual([]);
  store.dispatch({ type: 'turn-refused', turnId: 'a', error: { code: 'busy', message: '' } });
  store.dispatch({ type: 'turn-sent', turnId: 'b', text: 'a chair', at: 2 });
  expect(ended).toEqual(['a']);
});

it('names what came into the cart and what went', () => {
  const changes = diffCarts([{ card, quantity: 1 }], [{ card: other, quantity: 2 }]);
  expect(changes).toEqual([
    { added: false, card, quantity: 0 },
    { added: true, card: other, quantity: 2 },
  ]);
  expect(diffCarts([{ card, quantity: 1 }], [{ card, quantity: 1 }])).toEqual([]);
});

it('finds the newest card of an item', () => {
  const turn = (turnId: string, title: string) => ({
    ...emptyTurn(turnId, 1),
    rows: [{ rowId: 'r', revision: 1, total: 1, cards: [{ ...card, title }] }],
  });
  expect(findCard([turn('a', 'old'), turn('b', 'new'), emptyTurn('c', 1)], card.id)?.title).toBe('new');
  expect(findCard([], card.id)).toBeUndefined();
});
