import type { Candidate, RankedItem } from '../domain/candidate.ts';
import { RATING_PRIOR, SELLER_PRIOR } from './weights.ts';

interface Rating {
  average: number;
  count: number;
}

/** Average pulled towards the prior by few reviews, mapped to -1..1 around it. */
export function shrinkRating(rating: Rating | undefined, prior: typeof RATING_PRIOR | typeof SELLER_PRIOR): number {
  if (!rating || rating.count <= 0) return 0;
  return (rating.average * rating.count + prior.mean * prior.reviews) / (rating.count + prior.reviews) - prior.mean;
}

export const scoreRating = ({ rating }: RankedItem): number => shrinkRating(rating, RATING_PRIOR);

/** Facets of which half of the best is reached: the first few facts tell more than the twentieth. */
const HALF_COMPLETE = 6;

/** How much the record states, 0 to 1. Facets, not words: a longer text is no fuller record. */
export const scoreCompleteness = ({ stated }: RankedItem): number => stated.length / (stated.length + HALF_COMPLETE);

/** A word may stand twice for a reason ("0.3 m to 3 m"). */
const ALLOWED_REPEATS = 2;

/** Share of the title that only repeats what it said already, 0 to 1. */
export function scoreStuffing({ titleStems }: Pick<RankedItem, 'titleStems'>): number {
  const counts = new Map<string, number>();
  for (const stem of titleStems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const repeats = [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - ALLOWED_REPEATS), 0);
  return titleStems.length === 0 ? 0 : repeats / titleStems.length;
}

/** What sellers' ratings say of each of them; ratings only, so that no text of a seller changes it. */
export function rateSellers(candidates: readonly Candidate[]): ReadonlyMap<string, number> {
  const ratings = new Map<string, { sum: number; count: number }>();
  for (const { indexed } of candidates) {
    const { seller, rating } = indexed;
    if (seller === undefined || !rating) continue;
    const known = ratings.get(seller) ?? { sum: 0, count: 0 };
    ratings.set(seller, { sum: known.sum + rating.average * rating.count, count: known.count + rating.count });
  }
  return new Map(
    [...ratings].map(([seller, { sum, count }]) => [
      seller,
      // Rounded: a sum taken in another order may differ in its last digit, and a tie must stay one.
      Number(shrinkRating({ average: count > 0 ? sum / count : 0, count }, SELLER_PRIOR).toFixed(6)),
    ]),
  );
}

/** Fewer prices than this have no usual one. */
const ENOUGH_PRICES = 8;
/** Times the median. */
const FAR = 5;

/** Prices beyond which one is out of the ordinary among `prices`; undefined where there are too few to say. */
export function findPriceBounds(prices: readonly number[]): { low: number; high: number } | undefined {
  if (prices.length < ENOUGH_PRICES) return undefined;
  const median = [...prices].sort((a, b) => a - b)[Math.floor(prices.length / 2)] ?? 0;
  return { low: median / FAR, high: median * FAR };
}
