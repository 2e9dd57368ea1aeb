import type { Card, ProductCard } from '../../server/contract/index.ts';

/** The card as it was when it was put in: a later one tells whether price or stock have changed since. */
export interface CartLine {
  card: ProductCard;
  quantity: number;
}

/** What the shopper did with items on this device; the server keeps its own record of the same interactions. */
export interface Marks {
  opinions: Record<string, 'like' | 'dislike'>;
  cart: CartLine[];
  /** Newest first. */
  saved: Card[];
  /** Picked to be put side by side, in the order of picking. */
  picks: ProductCard[];
}

export type MarkKind = 'like' | 'dislike' | 'cart-add' | 'cart-remove';

export type MarksEvent =
  | { type: 'marked'; kind: MarkKind; card: Card }
  /** Takes a liking back; what was learnt of it stays with the server and is forgotten there. */
  | { type: 'unsaved'; itemId: string }
  | { type: 'picked'; card: ProductCard; on: boolean }
  | { type: 'picks-cleared' }
  /** Takes the place of all marks: on load, after a refusal, or when the shopper starts afresh. */
  | { type: 'restored'; marks: Marks };

/** More than four columns cannot be read side by side. */
export const MAX_PICKS = 4;
const MAX_SAVED = 60;

export const emptyMarks = (): Marks => ({ opinions: {}, cart: [], saved: [], picks: [] });

export function reduceMarks(marks: Marks, event: MarksEvent): Marks {
  switch (event.type) {
    case 'restored':
      return event.marks;
    case 'marked':
      return reduceMark(marks, event.kind, event.card);
    case 'unsaved': {
      const { [event.itemId]: _gone, ...opinions } = marks.opinions;
      return { ...marks, opinions, saved: without(marks.saved, event.itemId) };
    }
    case 'picked': {
      const others = without(marks.picks, event.card.id);
      if (!event.on) return { ...marks, picks: others };
      return others.length < MAX_PICKS ? { ...marks, picks: [...others, event.card] } : marks;
    }
    case 'picks-cleared':
      return { ...marks, picks: [] };
  }
}

function reduceMark(marks: Marks, kind: MarkKind, card: Card): Marks {
  const opinions = { ...marks.opinions };
  switch (kind) {
    case 'like':
      opinions[card.id] = kind;
      return { ...marks, opinions, saved: [card, ...without(marks.saved, card.id)].slice(0, MAX_SAVED) };
    case 'dislike':
      opinions[card.id] = kind;
      return { ...marks, opinions, saved: without(marks.saved, card.id) };
    case 'cart-add':
      return card.kind === 'product' ? { ...marks, cart: addOne(marks.cart, card) } : marks;
    case 'cart-remove':
      return { ...marks, cart: takeOne(marks.cart, card.id) };
  }
}

const without = <Item extends { id: string }>(items: Item[], id: string): Item[] =>
  items.filter((item) => item.id !== id);

function addOne(cart: CartLine[], card: ProductCard): CartLine[] {
  if (!cart.some((line) => line.card.id === card.id)) return [...cart, { card, quantity: 1 }];
  return cart.map((line) => (line.card.id === card.id ? { card, quantity: line.quantity + 1 } : line));
}

const takeOne = (cart: CartLine[], itemId: string): CartLine[] =>
  cart
    .map((line) => (line.card.id === itemId ? { ...line, quantity: line.quantity - 1 } : line))
    .filter(({ quantity }) => quantity > 0);
