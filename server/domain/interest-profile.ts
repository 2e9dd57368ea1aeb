/** Decayed, per-session weights over what a shopper seems to like; plain JSON, part of the session's memory. */
export interface InterestProfile {
  entries: InterestEntry[];
  /** Prices of products the shopper engaged with, newest last, at most 50. */
  prices: number[];
}

export interface InterestEntry {
  facet: string;
  value: string;
  /** Above zero likes, below zero dislikes. */
  weight: number;
  pinned: boolean;
  /** Plain words: "you asked for it", "you opened 2 like it". */
  because: string;
  updatedAt: number;
}

export const emptyInterests = (): InterestProfile => ({ entries: [], prices: [] });
