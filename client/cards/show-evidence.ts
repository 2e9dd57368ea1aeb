import { describeFacet } from '../constraints/describe-constraint.ts';
import type { Strings } from '../strings/en.ts';

/** A record's line as a person reads it: `waterproof: true` is "Waterproof: Yes". Whatever else the record says stays as it is. */
export function showEvidence(evidence: string, strings: Strings): string {
  const [, facet, said] = /^([^:]+): (true|false)$/.exec(evidence) ?? [];
  if (facet === undefined) return evidence;
  return `${describeFacet(facet, { strings })}: ${said === 'true' ? strings.card.yes : strings.card.no}`;
}
