import type { Constraint } from '../contract/index.ts';
import type { TracedConstraint } from '../contract/trace.ts';

/** The wishes after a turn beside those before it; what is gone comes last. */
export function compareConstraints(before: readonly Constraint[], after: readonly Constraint[]): TracedConstraint[] {
  const earlier = new Map(before.map((constraint) => [constraint.id, constraint]));
  const current: TracedConstraint[] = after.map((constraint) => {
    const known = earlier.get(constraint.id) ?? before.find((one) => isAbout(one, constraint));
    if (known === undefined) return { constraint, change: 'new' };
    earlier.delete(known.id);
    return saysSame(known, constraint)
      ? { constraint, change: 'kept' }
      : { constraint, change: 'changed', before: known };
  });
  const gone = before.filter(({ id }) => earlier.has(id));
  return [...current, ...gone.map((constraint) => ({ constraint, change: 'gone' as const }))];
}

const isAbout = (one: Constraint, other: Constraint): boolean =>
  one.facet === other.facet && one.relation === other.relation;

const saysSame = (one: Constraint, other: Constraint): boolean =>
  isAbout(one, other) &&
  one.strength === other.strength &&
  one.unit === other.unit &&
  JSON.stringify(one.value) === JSON.stringify(other.value);
