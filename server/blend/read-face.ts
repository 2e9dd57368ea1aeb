import type { RankedItem } from '../domain/candidate.ts';

/** What tells one product from another on a shelf: read once, compared often. */
export interface Face {
  titleStems: readonly string[];
  brand: string;
  seller: string;
  types: readonly string[];
  /** Values by facet; a denied value is one of its own. */
  facets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Measures are no facets, as words are none; brand and stock are compared by themselves. */
const NO_FACET = new Set(['measure', 'type', 'brand', 'availability']);

/** Read when it is first looked at: most candidates are never compared. */
export function lazyFace(item: RankedItem): () => Face {
  let face: Face | undefined;
  return () => {
    face ??= readFace(item);
    return face;
  };
}

export function readFace({ terms, denied, titleStems, brand = '', seller = '' }: RankedItem): Face {
  const facets = new Map<string, Set<string>>();
  const types: string[] = [];
  const add = (term: string, mark: string): void => {
    if (term.startsWith('text=')) return;
    const at = term.indexOf('=');
    const facet = term.slice(0, at);
    if (facet === 'type' && mark === '') types.push(term);
    if (NO_FACET.has(facet)) return;
    const known = facets.get(facet);
    const value = mark + term.slice(at + 1);
    if (known) known.add(value);
    else facets.set(facet, new Set([value]));
  };
  for (const term of terms) add(term, '');
  for (const term of denied) add(term, '!');
  return { titleStems, brand, seller, types, facets };
}
