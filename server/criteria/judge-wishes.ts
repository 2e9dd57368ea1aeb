import type { Constraint } from '../contract/constraint.ts';
import { type Judged, judge } from '../domain/criterion.ts';
import type { Verdict } from '../domain/fact.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { compileConstraint } from './compile-criterion.ts';

/** Whether an item fits all `must` wishes: `no` when it is known to break one, `unknown` when the catalog is silent on one. */
export function judgeWishes(item: Judged | undefined, constraints: readonly Constraint[], lexicon: Lexicon): Verdict {
  if (!item) return 'unknown';
  const verdicts = constraints
    .filter(({ strength }) => strength === 'must')
    .flatMap((constraint) => compileConstraint(constraint, lexicon))
    .map((criterion) => judge(criterion, item));
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}
