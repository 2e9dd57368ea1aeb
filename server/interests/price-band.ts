import type { InterestProfile } from '../domain/interest-profile.ts';

const ENOUGH_PRICES = 3;

/** What the shopper's own choices cost, the outermost left out; undefined until there are a few. */
export function readPriceBand({ prices }: Pick<InterestProfile, 'prices'>): { low: number; high: number } | undefined {
  if (prices.length < ENOUGH_PRICES) return undefined;
  const sorted = [...prices].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.1), high: at(0.9) };
}
