import type { Constraint, Scope, Strength } from '../contract/constraint.ts';

/** What survives a change of category: money and what holds for the whole visit. Who a jacket is for says nothing of a sofa. */
const SESSION_FACETS = new Set(['price', 'rating', 'availability']);

export const scopeOf = (facet: string): Scope => (SESSION_FACETS.has(facet) ? 'session' : 'category');

/** The same wish always gets the same id, so that saying it twice changes nothing. */
export function buildConstraint(
  wish: Pick<Constraint, 'facet' | 'relation' | 'value' | 'unit' | 'words'>,
  options: { strength: Strength; scope: Scope },
): Constraint {
  const value = Array.isArray(wish.value) ? wish.value.join('|') : String(wish.value);
  const id = `${wish.facet}.${wish.relation}.${value}`
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.|]+/gu, '-')
    .slice(0, 100);
  return { id, ...wish, ...options };
}
