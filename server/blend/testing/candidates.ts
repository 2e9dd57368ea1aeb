import type { Candidate, RankedItem } from '../../domain/candidate.ts';

/** A ranked product as a test writes it: facets as `colour=red`, the title as its stems. */
export function candidate(
  id: string,
  own: Partial<RankedItem> & Pick<Partial<Candidate>, 'firstStage' | 'fit'> = {},
): Candidate {
  const { firstStage = 1, fit = 1, ...indexed } = own;
  const item: RankedItem = {
    terms: [],
    denied: [],
    stated: [],
    numbers: {},
    titleStems: id.split('-'),
    availability: 'in_stock',
    kind: 'product',
    ...indexed,
  };
  return { id, recall: 0, firstStage, fit, indexed: item };
}

/** One thing in several colours, best first. */
export const inColours = (title: string, colours: string[], from: number, brand = 'Nordhem'): Candidate[] =>
  colours.map((colour, index) =>
    candidate(`${title}-${colour}`, {
      brand,
      terms: ['type=sofa', `colour=${colour}`, 'material=linen'],
      firstStage: from - index / 100,
    }),
  );

/** Things that have nothing in common but their fit. */
export const different = (count: number, from: number): Candidate[] =>
  Array.from({ length: count }, (_, index) =>
    candidate(`other${index}`, {
      brand: `Brand ${index}`,
      terms: ['type=sofa', `cover=c${index}`],
      firstStage: from - index / 100,
    }),
  );
