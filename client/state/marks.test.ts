import { expect, it } from 'vitest';
import { fakeContent, fakeProducts } from '../testing/fake-shop.ts';
import { emptyMarks, type MarksEvent, reduceMarks } from './marks.ts';
import { parseMarks } from './stored-marks.ts';

const [a, b, c, d, e] = fakeProducts() as [ReturnType<typeof fakeProducts>[number], ...ReturnType<typeof fakeProducts>];
const play = (...events: MarksEvent[]) => events.reduce(reduceMarks, emptyMarks());
const marked = (kind: 'like' | 'dislike' | 'cart-add' | 'cart-remove', card = a): MarksEvent => ({
  type: 'marked',
  kind,
  card,
});

it('keeps the last opinion, and saves what is liked until it is not', () => {
  expect(play(marked('like'), marked('like', b)).saved.map(({ id }) => id)).toEqual([b?.id, a.id]);
  expect(play(marked('like'), marked('dislike'))).toMatchObject({ opinions: { [a.id]: 'dislike' }, saved: [] });
  expect(play(marked('like'), { type: 'unsaved', itemId: a.id })).toEqual(emptyMarks());
});

it('counts what is put into the cart and takes it out one by one', () => {
  const two = play(marked('cart-add'), marked('cart-add', b), marked('cart-add'));
  expect(two.cart.map(({ card, quantity }) => [card.id, quantity])).toEqual([
    [a.id, 2],
    [b?.id, 1],
  ]);
  expect(reduceMarks(two, marked('cart-remove', b)).cart).toHaveLength(1);
  const [video] = fakeContent(0);
  expect(play({ type: 'marked', kind: 'cart-add', card: video! }).cart).toEqual([]);
});

it('takes four picks to compare and no fifth', () => {
  const picks = [a, b, c, d, e].map((card): MarksEvent => ({ type: 'picked', card: card!, on: true }));
  const four = play(...picks);
  expect(four.picks.map(({ id }) => id)).toEqual([a.id, b?.id, c?.id, d?.id]);
  expect(reduceMarks(four, { type: 'picked', card: a, on: false }).picks).toHaveLength(3);
  expect(reduceMarks(four, { type: 'picks-cleared' }).picks).toEqual([]);
});

it('reads back what it stored and nothing else', () => {
  const marks = play(marked('like'), marked('cart-add', b));
  expect(parseMarks(JSON.parse(JSON.stringify(marks)))).toEqual(marks);
  expect([null, 7, { opinions: {}, cart: ['a'] }].map(parseMarks)).toEqual(Array(3).fill(emptyMarks()));
});
