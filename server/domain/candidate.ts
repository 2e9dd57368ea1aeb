import type { IndexedItem } from './indexed-item.ts';

/** A product on its way to the row. Three scores, three names: each stage sets its own and leaves the others alone. */
export interface Candidate {
  id: string;
  indexed: RankedItem;
  /** Fused retrieval score of Qdrant. */
  recall: number;
  /** Wishes that the item is known to fit, less those that it is known to break. Only candidates of equal fit may trade places after the first stage. */
  fit?: number;
  firstStage?: number;
  finalStage?: number;
}

/** What ranking reads of an item; the long texts stay in Qdrant until the card is presented. */
export type RankedItem = Pick<IndexedItem, 'terms' | 'denied' | 'stated' | 'numbers' | 'titleStems'> & {
  brand?: string;
  seller?: string;
  availability: string;
  createdAt?: string;
  popularity?: number;
  rating?: { average: number; count: number };
  kind: 'product' | 'video' | 'live';
};

/**
 * How well known a product is, where relevance says nothing: grows with popularity and with how often and how well it is rated. The
 * logarithm keeps a few best-sellers from being all there is.
 */
export function rateQuality({ popularity = 0, rating }: Pick<RankedItem, 'popularity' | 'rating'>): number {
  const { average, count } = rating ?? { average: 0, count: 0 };
  return Math.log1p(Math.max(0, popularity)) + (Math.log1p(count) * average) / 5;
}
