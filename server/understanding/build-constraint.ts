import type { Constraint, Scope, Strength } from '../contract/constraint.ts';

/**
 * Facets and roles of what survives a change of category: money, what holds for the whole visit, and whom it is for. Things for
 * everyone do not state an audience and are found all the same.
 */
const OF_THE_VISIT = new Set(['price', 'rating', 'availability', 'audience']);

export const scopeOf = (facetOrRole: string): Scope => (OF_THE_VISIT.has(facetOrRole) ? 'session' : 'category');

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
