import type { Constraint } from '../../server/contract/constraint.ts';
import { normaliseText } from '../predicate/words.ts';
import type { ExpectedConstraint } from '../suite/expectation.ts';

export interface ConstraintMatch {
  matched: ExpectedConstraint[];
  missing: ExpectedConstraint[];
  surplus: Constraint[];
}

/** Pairs each expected constraint with at most one understood one. */
export function matchConstraints(expected: ExpectedConstraint[], understood: Constraint[]): ConstraintMatch {
  const left = [...understood];
  const matched: ExpectedConstraint[] = [];
  const missing: ExpectedConstraint[] = [];
  for (const wanted of expected) {
    const at = left.findIndex((constraint) => isSame(wanted, constraint));
    if (at < 0) missing.push(wanted);
    else {
      matched.push(wanted);
      left.splice(at, 1);
    }
  }
  return { matched, missing, surplus: left.filter(isClaim) };
}

/** Words handed on to the text search as a preference claim nothing about what the shopper wants; they are no error. */
const isClaim = (constraint: Constraint): boolean => !(constraint.facet === 'text' && constraint.strength === 'prefer');

export function isSame(expected: ExpectedConstraint, understood: Constraint): boolean {
  return (
    normaliseText(expected.facet) === normaliseText(understood.facet) &&
    expected.relation === understood.relation &&
    (expected.strength === undefined || expected.strength === understood.strength) &&
    (expected.unit === undefined || normaliseText(expected.unit) === normaliseText(understood.unit ?? '')) &&
    isSameValue(expected.value, understood.value)
  );
}

type Value = ExpectedConstraint['value'];

/** Numbers to a tenth of a percent (units are converted), words without case and plural, lists as sets, a list of one as its one. */
export function isSameValue(left: Value, right: Value): boolean {
  const ours = toList(left);
  const theirs = toList(right);
  if (ours.length !== theirs.length) return false;
  if (isPair(left) && isPair(right)) return ours.every((value, at) => isSameScalar(value, theirs[at]));
  return ours.every((value) => theirs.some((other) => isSameScalar(value, other)));
}

type Scalar = string | number | boolean;
const toList = (value: Value): Scalar[] => (Array.isArray(value) ? [...new Set<Scalar>(value)] : [value]);
const isPair = (value: Value): boolean => Array.isArray(value) && typeof value[0] === 'number';

function isSameScalar(left: Scalar, right: Scalar | undefined): boolean {
  const [one, other] = [asNumber(left), asNumber(right)];
  if (one !== undefined && other !== undefined) return Math.abs(one - other) <= 1e-3 * Math.abs(one) + 1e-9;
  return right !== undefined && singular(String(left)) === singular(String(right));
}

function asNumber(value: Scalar | undefined): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined;
}

const singular = (text: string): string =>
  normaliseText(text)
    .split(' ')
    .map((word) =>
      /[^aeiou]ies$/.test(word) ? `${word.slice(0, -3)}y` : word.replace(/(?<=(?:s|x|z|ch|sh))es$|(?<=[^s])s$/, ''),
    )
    .join(' ');

export function describeConstraint(constraint: ExpectedConstraint | Constraint): string {
  const value = Array.isArray(constraint.value)
    ? constraint.value.join(isPair(constraint.value) ? '–' : ' | ')
    : constraint.value;
  const strength = constraint.strength === 'prefer' ? ' (prefer)' : '';
  return `${constraint.facet} ${constraint.relation} ${value}${constraint.unit ? ` ${constraint.unit}` : ''}${strength}`;
}
