import { LIKENESS } from './blend-weights.ts';
import type { Face } from './read-face.ts';

/** How much two products look alike to a shopper who compares, 0 to 1. */
export function measureLikeness(one: Face, other: Face): number {
  const brand = one.brand !== '' && one.brand === other.brand ? LIKENESS.brand : 0;
  const seller = one.seller !== '' && one.seller === other.seller ? LIKENESS.seller : 0;
  return brand + seller + LIKENESS.facets * sharedFacets(one, other);
}

/** Share of the facets on which both speak where they say the same. */
function sharedFacets(one: Face, other: Face): number {
  let both = 0;
  let same = 0;
  for (const [facet, values] of one.facets) {
    const others = other.facets.get(facet);
    if (!others) continue;
    both += 1;
    for (const value of values)
      if (others.has(value)) {
        same += 1;
        break;
      }
  }
  return both === 0 ? 0 : same / both;
}
