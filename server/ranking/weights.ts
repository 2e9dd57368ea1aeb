/**
 * First-stage weights, one home for all. Set by hand on the judged Icecat queries and the example dialogues; what each feature is
 * worth there is in docs/decisions/ (`npm run eval -- --help`, and `npx tsx evals/ablation/main.ts`).
 */
export const FIRST_STAGE = {
  /** Place in the fused recall list. */
  recall: 1,
  /** Share of the query's words in the title, rare words more. */
  title: 1.2,
  /** The asked type in the item's own words rather than a kind of it. */
  type: 0.6,
  /** Wishes met in the shopper's own words, most of all in the title, before those met by a kind or a shade of it. */
  literal: 0.8,
  /** Wishes that may be silent (negatives, audience) and are known to fit. */
  known: 0.3,
  /** Preferences that are known to fit; those known not to fit count against. */
  preferred: 0.8,
  /** Bayesian-shrunk rating, -1 to 1. */
  rating: 0.15,
  /** How much the record says of the item, 0 to 1. */
  completeness: 0.05,
  /** Bayesian-shrunk rating of all that the seller has among the candidates, -1 to 1. */
  seller: 0.05,
  /** Words said again and again in the title. */
  stuffing: -0.4,
  /** Far cheaper or dearer than what is asked for usually is here: another thing, or a mistake. */
  outlier: -0.2,
  /** Out of stock. */
  unavailable: -0.5,
  /** Words of a negative are mentioned although the item is not known to break it. */
  mention: -1.5,
} as const;

export type FeatureName = keyof typeof FIRST_STAGE;
export type Weights = Readonly<Record<FeatureName, number>>;

/** A rating counts fully only with reviews behind it: prior mean and weight in reviews. */
export const RATING_PRIOR = { mean: 4, reviews: 20 } as const;
/** A seller has many ratings; few of them say little. */
export const SELLER_PRIOR = { mean: 4, reviews: 200 } as const;
