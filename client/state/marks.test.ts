import { expect, it } from 'vitest';
import { emptyMarks, reduceMarks } from './marks.ts';

it('keeps the last opinion of an item and puts it into the cart once', () => {
  const marks = (['like', 'dislike', 'cart-add', 'cart-add'] as const).reduce(
    (state, kind) => reduceMarks(state, { type: 'marked', kind, itemId: 'a' }),
    emptyMarks(),
  );
  expect(marks).toEqual({ opinions: { a: 'dislike' }, cart: ['a'] });
  expect(reduceMarks(marks, { type: 'marked', kind: 'cart-remove', itemId: 'a' }).cart).toEqual([]);
});
