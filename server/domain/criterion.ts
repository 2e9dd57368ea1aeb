import type { Verdict } from './fact.ts';
import type { IndexedItem } from './indexed-item.ts';

/**
 * A constraint compiled against a catalog profile: what exactly makes an item fit. Qdrant filters and `judge` both read
 * only this, so that what is filtered, ranked and explained is one thing.
 */
export type Criterion = TermsCriterion | RangeCriterion;

export interface TermsCriterion {
  kind: 'terms';
  constraintId: string;
  facet: string;
  /** The item fits when it has one of these terms (`is`), or none of them (`is-not`). */
  any: string[];
  negated: boolean;
  /** `is-not` only: words whose mere mention ranks an item lower, although it is not known to break the wish ("faux leather"). */
  mentions?: string[];
  /** `is` only: a stated other value of the facet counts as a known "no". Off for open facets such as text. */
  closed: boolean;
}

export interface RangeCriterion {
  kind: 'range';
  constraintId: string;
  facet: string;
  /** Key into `numbers`. */
  key: string;
  low?: number;
  high?: number;
  /** Bounds themselves excluded ("cheaper than the second"). */
  exclusive?: boolean;
  negated: boolean;
}

const flip = (verdict: Verdict): Verdict => (verdict === 'yes' ? 'no' : verdict === 'no' ? 'yes' : 'unknown');

export type Judged = Pick<IndexedItem, 'terms' | 'denied' | 'stated' | 'numbers'>;

/** Whether the item fits: `yes` known to fit, `no` known to break, `unknown` where the catalog is silent. */
export function judge(criterion: Criterion, item: Judged): Verdict {
  const verdict = criterion.kind === 'terms' ? judgeTerms(criterion, item) : judgeRange(criterion, item);
  return criterion.negated ? flip(verdict) : verdict;
}

function judgeTerms(criterion: TermsCriterion, item: Judged): Verdict {
  if (criterion.any.some((term) => item.terms.includes(term))) return 'yes';
  if (criterion.any.some((term) => item.denied.includes(term))) return 'no';
  return criterion.closed && item.stated.includes(criterion.facet) ? 'no' : 'unknown';
}

function judgeRange(criterion: RangeCriterion, item: Judged): Verdict {
  const number = item.numbers[criterion.key];
  if (number === undefined) return 'unknown';
  const { low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = criterion;
  const inside = criterion.exclusive ? number > low && number < high : number >= low && number <= high;
  return inside ? 'yes' : 'no';
}
