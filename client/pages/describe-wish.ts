import type { Constraint } from '../../server/contract/index.ts';
import type { CountedWish } from '../../server/contract/insights.ts';
import { describeConstraint } from '../constraints/describe-constraint.ts';
import type { PageServices } from './page-context.tsx';

/** A wish in the words in which the chat shows it. */
export function describeWish(
  wish: Pick<Constraint, 'facet' | 'relation' | 'value' | 'unit'> | CountedWish,
  { strings, format }: PageServices,
  currency: string,
): string {
  const { facet, relation, value, unit } = wish;
  const constraint: Constraint = {
    id: '',
    facet,
    relation,
    value,
    unit,
    strength: 'must',
    scope: 'session',
    words: '',
  };
  return describeConstraint(constraint, { strings, format, currency });
}
