import type { Availability, Money } from '../../contract/card.ts';
import { parseAvailability } from './parse-availability.ts';

/** One offer of a product that is sold in several. */
export interface Offer {
  id: string;
  options: Record<string, string>;
  price?: Money;
  listPrice?: Money;
  availability?: Availability;
  stock?: number;
}

/** From the best to the worst a shopper can hope for. */
const BEST_FIRST: Availability[] = ['in_stock', 'preorder', 'backorder', 'out_of_stock', 'unknown'];

/**
 * What the product as a whole says: the price from which it can be had (of those on sale, when any is), the best
 * availability, the sum of what is in stock, and every option value as an attribute so that it can be searched.
 */
export function mergeOffers(offers: readonly Offer[]): Record<string, unknown> {
  const buyable = offers.filter((offer) => offer.availability !== 'out_of_stock');
  const cheapest = [...(buyable.some((offer) => offer.price) ? buyable : offers)]
    .filter((offer) => offer.price)
    .sort((a, b) => (a.price?.amount ?? 0) - (b.price?.amount ?? 0))[0];
  const stocks = offers.flatMap((offer) => (offer.stock === undefined ? [] : [offer.stock]));
  return {
    price: cheapest?.price,
    listPrice: cheapest?.listPrice,
    availability: BEST_FIRST.find((state) => offers.some((offer) => (offer.availability ?? 'unknown') === state)),
    stock: stocks.length === offers.length ? stocks.reduce((sum, stock) => sum + Math.max(0, stock), 0) : undefined,
    variants: offers.map(({ id, options, price, availability }) => ({ id, options, price, availability })),
  };
}

/** Every value an option takes, by its name in lower case. */
export function optionValues(offers: readonly Offer[]): Record<string, string | string[]> {
  const values = new Map<string, Set<string>>();
  for (const offer of offers) {
    for (const [name, value] of Object.entries(offer.options)) {
      const key = name.toLowerCase();
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  }
  return Object.fromEntries([...values].map(([name, set]) => [name, set.size === 1 ? ([...set][0] ?? '') : [...set]]));
}

export function availabilityOf(said: unknown, stock: number | undefined): Availability | undefined {
  const known = parseAvailability(said);
  return known && known !== 'unknown' ? known : stock === undefined ? known : parseAvailability(stock);
}
