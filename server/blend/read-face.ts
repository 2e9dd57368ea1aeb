import type { RankedItem } from '../domain/candidate.ts';

/** What tells one product from another on a shelf: read once, compared often. */
export interface Face {
  titleStems: readonly string[];
  brand: string;
  seller: string;
  types: string;
  price?: number;
  /** Values by facet; a denied value is one of its own. */
  facets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Words and measures are not facets; brand and stock are compared by themselves. */
const NO_FACET = new Set(['text', 'measure', 'type', 'brand', 'availability']);

export function readFace({ terms, denied, titleStems, brand = '', seller = '', numbers }: RankedItem): Face {
  const facets = new Map<string, Set<string>>();
  const types: string[] = [];
  const add = (term: string, mark: string): void => {
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
  return { titleStems, brand, seller, types: types.sort().join(), price: numbers.price, facets };
}
