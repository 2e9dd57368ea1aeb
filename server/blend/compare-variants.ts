import type { Face } from './read-face.ts';

/** `facet` is the one in which two listings of the same thing differ; without it they do not differ at all. */
export interface Variant {
  facet?: string;
}

/**
 * Whether two products are one thing in another colour, size or finish: same maker and type (where no maker is named nobody knows), titles equal but for the values of
 * one facet, and no other facet on which both speak and disagree. Learned from the facts alone, so it holds in any language.
 */
export function compareVariants(one: Face, other: Face): Variant | undefined {
  if (one.brand === '' || one.brand !== other.brand || !isKindred(one.types, other.types)) return undefined;
  const [mine, theirs] = [without(one.titleStems, other.titleStems), without(other.titleStems, one.titleStems)];
  const differing = differingFacets(one, other);
  if (differing.length > 1) return undefined;
  if (mine.length === 0 && theirs.length === 0) return { facet: differing[0] };
  const facet = [...one.facets.keys()].find(
    (name) => explains(one.facets.get(name), mine) && explains(other.facets.get(name), theirs),
  );
  if (facet === undefined || differing.some((name) => name !== facet)) return undefined;
  return { facet };
}

/** Not the same list: what is read from titles and features is often missing in one of them. */
const isKindred = (types: readonly string[], others: readonly string[]): boolean =>
  types.length === 0 || others.length === 0
    ? types.length === others.length
    : types.some((type) => others.includes(type));

/** Facets on which both speak and share no value. */
function differingFacets(one: Face, other: Face): string[] {
  const differing: string[] = [];
  for (const [facet, values] of one.facets) {
    const others = other.facets.get(facet);
    if (others && ![...values].some((value) => others.has(value))) differing.push(facet);
    if (differing.length > 1) break;
  }
  return differing;
}

/** The words are all part of the facet's values; a title that says less than the other is explained by nothing. */
function explains(values: ReadonlySet<string> | undefined, stems: readonly string[]): boolean {
  if (!values || stems.length === 0) return false;
  const words = new Set([...values].flatMap((value) => value.split(' ')));
  return stems.every((stem) => words.has(stem));
}

/** `stems` less one of each in `others`. */
function without(stems: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return stems.filter((stem) => {
    const at = left.indexOf(stem);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
