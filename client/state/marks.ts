import { z } from 'zod';

/** What the shopper did with items on this device; the server keeps its own record of the same interactions. */
export const Marks = z.object({
  opinions: z.record(z.string(), z.enum(['like', 'dislike'])),
  cart: z.array(z.string()),
});
export type Marks = z.infer<typeof Marks>;
export type MarkKind = 'like' | 'dislike' | 'cart-add' | 'cart-remove';

export type MarksEvent =
  | { type: 'marked'; kind: MarkKind; itemId: string }
  /** Takes the place of all marks: on load, after a refusal, or when the shopper starts afresh. */
  | { type: 'restored'; marks: Marks };

export const emptyMarks = (): Marks => ({ opinions: {}, cart: [] });

export function reduceMarks(marks: Marks, event: MarksEvent): Marks {
  if (event.type === 'restored') return event.marks;
  const { kind, itemId } = event;
  switch (kind) {
    case 'like':
    case 'dislike':
      return { ...marks, opinions: { ...marks.opinions, [itemId]: kind } };
    case 'cart-add':
      return marks.cart.includes(itemId) ? marks : { ...marks, cart: [...marks.cart, itemId] };
    case 'cart-remove':
      return { ...marks, cart: marks.cart.filter((id) => id !== itemId) };
  }
}
