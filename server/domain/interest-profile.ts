/** Decayed, per-session weights over what a shopper seems to like; plain JSON, part of the session's memory. */
export interface InterestProfile {
  entries: InterestEntry[];
  /** Prices of products the shopper engaged with, newest last, at most 50. */
  prices: number[];
}

export interface InterestEntry {
  facet: string;
  /** As a person reads it. */
  value: string;
  /** As items have it in `terms`; left out where nothing was done about it yet. */
  key?: string;
  /** Above zero likes, below zero dislikes. */
  weight: number;
  /**
   * The part of the weight that comes from deeds. Only it reorders rows: what was asked is a constraint as long as it holds, and
   * would follow the shopper to the next topic if it counted here as well.
   */
  deeds?: number;
  pinned: boolean;
  /** Plain words: "you asked for it", "you opened 2 like it". */
  because: string;
  updatedAt: number;
}

export const emptyInterests = (): InterestProfile => ({ entries: [], prices: [] });
