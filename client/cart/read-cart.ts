import type { Card, Money, ProductCard } from '../../server/contract/index.ts';
import type { CartLine } from '../state/marks.ts';

export interface CheckedLine extends CartLine {
  /** What the line costs now, by the newest card of the item. */
  now: ProductCard;
  priceChanged: boolean;
  soldOut: boolean;
}

export interface CheckedCart {
  lines: CheckedLine[];
  /** One sum a currency: amounts in two currencies are not added. */
  totals: Money[];
  /** Pieces. */
  count: number;
  withoutPrice: number;
}

/** The cart against the newest that is known of each item. `newest` finds a later card of an item. */
export function readCart(cart: readonly CartLine[], newest: (itemId: string) => Card | undefined): CheckedCart {
  const lines = cart.map((line): CheckedLine => {
    const later = newest(line.card.id);
    const now = later?.kind === 'product' ? later : line.card;
    const priceChanged =
      now.price !== undefined && line.card.price !== undefined && now.price.amount !== line.card.price.amount;
    return { ...line, now, priceChanged, soldOut: now.availability === 'out_of_stock' };
  });
  const sums = new Map<string, number>();
  for (const { now, quantity, soldOut } of lines) {
    if (now.price === undefined || soldOut) continue;
    sums.set(now.price.currency, (sums.get(now.price.currency) ?? 0) + now.price.amount * quantity);
  }
  return {
    lines,
    totals: [...sums].map(([currency, amount]) => ({ currency, amount: Math.round(amount * 100) / 100 })),
    count: pieces(lines),
    withoutPrice: pieces(lines.filter(({ now, soldOut }) => now.price === undefined && !soldOut)),
  };
}

const pieces = (lines: readonly CartLine[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0);

/** The shop's own checkout with what is to be bought: `{items}` in the address becomes `id:quantity,...`. */
export function buildCheckoutUrl(address: string, lines: readonly CheckedLine[]): string {
  const items = lines
    .filter(({ soldOut }) => !soldOut)
    .map(({ card, quantity }) => `${encodeURIComponent(card.id)}:${quantity}`)
    .join(',');
  return address.replace('{items}', items);
}
