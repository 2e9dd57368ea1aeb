/**
 * Every quota of the mixed row. The first five products are the best matches: what is new or filmed comes after them.
 * Set so that `satisfied` of the dialogue suites stays where plain relevance has it (`npm run eval -- dialogue-sample dialogue-retail`).
 */
export const BLEND = {
  /** Products before anything that is not there for its relevance. */
  leading: 5,
  /** First-stage points that a product loses for being just like one above it. */
  likeness: 0.15,
  /** Points below the best one left; beyond it no diversity is worth the loss. */
  window: 0.3,
  /** The same for the leading products: only what scores as good as the same trades places there. With 0.3 one turn in 109 was lost. */
  leadingWindow: 0.03,
  /** One brand or seller may have this share of a row while equally fitting others are at hand. */
  ownerShare: 0.4,
  /** A new item needs this share of the score of the last leading product. */
  newItemFloor: 0.8,
  /** Days before the newest item of the catalog. */
  newDays: 30,
  /** Where more of the candidates are new, being new says nothing. */
  newShare: 0.3,
  /** A planned stream is worth a place this many hours before it starts. */
  soonHours: 48,
  /** Videos and streams in a row. */
  content: 2,
} as const;

/** How much each likeness counts between two products; together 1. */
export const LIKENESS = { brand: 0.4, seller: 0.15, facets: 0.45 } as const;
