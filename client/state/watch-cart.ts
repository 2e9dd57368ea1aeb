import type { ProductCard } from '../../server/contract/index.ts';
import type { CartLine } from './marks.ts';
import type { AppStore } from './store.ts';

export interface CartChange {
  added: boolean;
  card: ProductCard;
  /** In the cart after the change. */
  quantity: number;
}

/** Calls `onChange` for every item whose quantity changed; not for a cart that was found again on load. */
export function watchCart(store: AppStore, onChange: (change: CartChange) => void): () => void {
  let before = store.get().marks;
  return store.subscribe(() => {
    const { marks } = store.get();
    if (marks === before) return;
    const changes = diffCarts(before.cart, marks.cart);
    const restored = store.get().connection === 'connecting';
    before = marks;
    if (!restored) changes.forEach(onChange);
  });
}

export function diffCarts(before: readonly CartLine[], after: readonly CartLine[]): CartChange[] {
  const quantityIn = (cart: readonly CartLine[], id: string) => cart.find(({ card }) => card.id === id)?.quantity ?? 0;
  const cards = new Map([...before, ...after].map(({ card }) => [card.id, card]));
  return [...cards.values()].flatMap((card) => {
    const was = quantityIn(before, card.id);
    const quantity = quantityIn(after, card.id);
    return was === quantity ? [] : [{ added: quantity > was, card, quantity }];
  });
}
