import type { Schemas } from '@qdrant/js-client-rest';
import type { Criterion, RangeCriterion, TermsCriterion } from '../../domain/criterion.ts';
import type { Eligible } from '../retriever.ts';
import { buildNumberPath } from './payload-keys.ts';
import { buildPointId } from './point-id.ts';

type Filter = Schemas['Filter'];
type Condition = Schemas['Condition'];
type Admit = Eligible['criteria'][number]['admit'];

const nothing: Condition = { has_id: [] };
const everything: Condition = { must_not: [nothing] };

const not = (...conditions: Condition[]): Condition => ({ must_not: conditions });
const either = (...conditions: Condition[]): Condition => ({ should: conditions });
const both = (...conditions: Condition[]): Condition => ({ must: conditions });
const hasAny = (key: string, values: string[]): Condition =>
  values.length > 0 ? { key, match: { any: values } } : nothing;

/** Which points may come back. The items it lets through are exactly those that `judge` admits, criterion by criterion. */
export function buildFilter(eligible: Eligible): Filter {
  const must = eligible.kinds ? [hasAny('kind', eligible.kinds)] : [];
  for (const { criterion, admit } of eligible.criteria) must.push(buildCondition(criterion, admit));
  const excluded = eligible.exclude.map(buildPointId);
  return excluded.length > 0 ? { must, must_not: [{ has_id: excluded }] } : { must };
}

/** `known` lets verdict "yes" through, `possible` also "unknown", that is all but "no". */
export function buildCondition(criterion: Criterion, admit: Admit): Condition {
  const verdicts = criterion.kind === 'terms' ? buildTermsVerdicts(criterion) : buildRangeVerdicts(criterion);
  // A negated criterion turns yes and no around; what is silent stays silent.
  const [yes, no] = criterion.negated ? [verdicts.no, verdicts.yes] : [verdicts.yes, verdicts.no];
  return admit === 'known' ? yes : not(no);
}

/** Conditions for a plain "yes" and a plain "no", in the order in which `judge` decides. */
interface Verdicts {
  yes: Condition;
  no: Condition;
}

function buildTermsVerdicts({ any, facet, closed }: TermsCriterion): Verdicts {
  const yes = hasAny('terms', any);
  const denied = hasAny('denied', any);
  const statedOtherwise = closed ? hasAny('stated', [facet]) : nothing;
  return { yes, no: both(either(denied, statedOtherwise), not(yes)) };
}

function buildRangeVerdicts(criterion: RangeCriterion): Verdicts {
  const key = buildNumberPath(criterion.key);
  const stated = buildStatesNumber(criterion.key);
  const inside = buildInside(key, criterion);
  return { yes: both(stated, inside), no: both(stated, not(inside)) };
}

/**
 * Whether the item has the number at all. The index over key names answers it, so that of a number without an index of its own
 * only the few records that have it are read.
 */
export function buildStatesNumber(key: string): Condition {
  return hasAny('numbered', [key]);
}

function buildInside(key: string, { low, high, exclusive }: RangeCriterion): Condition {
  // JSON has no infinities and no NaN: an open end is left out, an impossible one lets nothing through.
  const open = low === undefined || low === Number.NEGATIVE_INFINITY;
  const endless = high === undefined || high === Number.POSITIVE_INFINITY;
  if ((!open && !Number.isFinite(low)) || (!endless && !Number.isFinite(high))) return nothing;
  if (open && endless) return everything;
  const [above, below] = exclusive ? (['gt', 'lt'] as const) : (['gte', 'lte'] as const);
  return { key, range: { ...(open ? {} : { [above]: low }), ...(endless ? {} : { [below]: high }) } };
}
