import type { Constraint, Scope, Strength } from '../contract/constraint.ts';

/** What survives a change of category: money, people, and what holds for the whole visit. */
const SESSION_FACETS = new Set(['price', 'rating', 'availability']);

export function scopeOf(facet: string, audienceFacet: string | undefined): Scope {
  return SESSION_FACETS.has(facet) || facet === audienceFacet ? 'session' : 'category';
}

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
