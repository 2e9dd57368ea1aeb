import type { Constraint } from '../contract/constraint.ts';
import type { Meanings } from './apply-changes.ts';
import { COMPARED } from './resolve-comparison.ts';

interface How {
  /** Beside the facet's other values instead of in their place. */
  also: boolean;
  /** Ids added in this turn: "a red and white dress" names two colours that stand together. */
  fresh: ReadonlySet<string>;
}

/** Facets of which an item has one value at a time: a new wish takes the place of the old one. */
const isSingle = ({ facet, relation }: Constraint): boolean => facet !== 'text' && relation !== 'is-not';

/** Adds one constraint and removes what it contradicts or replaces. The order of the others stays. */
export function addConstraint(
  constraints: readonly Constraint[],
  added: Constraint,
  how: How,
  meanings: Meanings,
): { constraints: Constraint[]; id: string } {
  const joined = constraints.find((one) => joins(one, added, how));
  if (joined) {
    const merged = merge(joined, added);
    return { constraints: constraints.map((one) => (one === joined ? merged : one)), id: merged.id };
  }
  const kept = constraints.flatMap((one) => keep(one, added, meanings));
  return { constraints: [...kept, added], id: added.id };
}

const values = ({ value }: Constraint): string[] => [value].flat().map(String);

function joins(one: Constraint, added: Constraint, { also, fresh }: How): boolean {
  if (one.facet !== added.facet || one.relation !== 'is' || added.relation !== 'is' || one.id === added.id)
    return false;
  if (typeof one.value === 'number' || typeof added.value === 'number') return false;
  return also || (fresh.has(one.id) && isSingle(added) && one.strength === added.strength);
}

const merge = (one: Constraint, added: Constraint): Constraint => ({
  ...one,
  value: [...new Set([...values(one), ...values(added)])],
  words: `${one.words}, ${added.words}`,
});

/** What is left of a constraint beside a new one: itself, less, or nothing. */
function keep(one: Constraint, added: Constraint, meanings: Meanings): Constraint[] {
  if (one.id === added.id) return [];
  // "No lobster" of "shrimp or lobster".
  if (one.facet === 'category' && one.relation === 'is' && Array.isArray(one.value) && isDenied(added))
    return withoutValues(one, added, meanings);
  if (one.facet !== added.facet || (one.strength === 'must' && added.strength === 'prefer')) return [one];
  if (isNumeric(one) && isNumeric(added)) return replacesNumber(one, added) ? [] : [one];
  if (one.facet === 'text') return keepText(one, added, meanings);
  if (one.relation === 'is' && added.relation === 'is') return isSingle(added) ? [] : [one];
  if (one.relation !== added.relation) return withoutValues(one, added, meanings);
  return [one];
}

const isDenied = ({ facet, relation }: Constraint): boolean => facet === 'text' && relation === 'is-not';

const isNumeric = ({ value, relation }: Constraint): boolean =>
  typeof value === 'number' || (relation !== 'is' && relation !== 'is-not');

/** A new upper bound replaces the old one and any lower bound above it, and the other way round. */
function replacesNumber(one: Constraint, added: Constraint): boolean {
  const sides = new Set([one.relation, added.relation]);
  if (one.unit !== added.unit && one.facet === 'text') return false;
  const opposite = sides.has('at-most') && sides.has('at-least');
  if (!opposite || (one.id.includes(COMPARED) && added.id.includes(COMPARED))) return true;
  const [most, least] = one.relation === 'at-most' ? [one, added] : [added, one];
  return Number(least.value) > Number(most.value);
}

function keepText(one: Constraint, added: Constraint, meanings: Meanings): Constraint[] {
  if (one.relation !== added.relation) return withoutValues(one, added, meanings);
  const isOpposite = values(one).some((left) =>
    values(added).some((right) => meanings.areOpposites(meanings.key(left), meanings.key(right))),
  );
  return isOpposite && added.relation === 'is' ? [] : [one];
}

/** "Not red" after "red or blue" leaves blue; after "red" it leaves nothing. */
function withoutValues(one: Constraint, added: Constraint, { key }: Meanings): Constraint[] {
  const gone = new Set(values(added).map(key));
  const left = values(one).filter((value) => !gone.has(key(value)));
  if (left.length === values(one).length) return [one];
  const [only] = left;
  return only === undefined ? [] : [{ ...one, value: left.length === 1 ? only : left }];
}
