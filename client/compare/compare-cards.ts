import type { ProductCard } from '../../server/contract/index.ts';
import { describeFacet } from '../constraints/describe-constraint.ts';
import type { Format } from '../format/create-format.ts';
import type { Strings } from '../strings/en.ts';
import { showValue } from '../ui/show-value.ts';

export interface ComparedFacet {
  facet: string;
  name: string;
  /** One for each card; undefined where the catalog says nothing. */
  values: (string | undefined)[];
  /** Two cards *state* different values: silence is no difference. */
  differs: boolean;
}

interface Words {
  strings: Strings;
  format: Format;
}

/** The facts of several cards facet by facet: price first, then what differs, then what most of them state. */
export function compareCards(cards: readonly ProductCard[], words: Words): ComparedFacet[] {
  const { strings, format } = words;
  const line = (facet: string, name: string, read: (card: ProductCard) => string | undefined): ComparedFacet => {
    const values = cards.map(read);
    return { facet, name, values, differs: new Set(values.filter((value) => value !== undefined)).size > 1 };
  };
  const own = [
    line('price', strings.compare.price, ({ price }) => price && format.money(price)),
    line('rating', strings.constraints.facets.rating ?? 'rating', ({ rating }) => {
      if (!rating || rating.count === 0) return undefined;
      return `${format.rating(rating.average)} (${format.number(rating.count)})`;
    }),
    line('availability', strings.constraints.facets.availability ?? 'availability', ({ availability }) =>
      availability === 'unknown' ? undefined : strings.card.availability[availability],
    ),
    line('brand', strings.card.brand, ({ brand }) => brand),
    line('seller', strings.card.seller, ({ seller }) => seller),
  ];
  const names = [...new Set(cards.flatMap(({ attributes }) => Object.keys(attributes)))];
  const stated = names.map((facet) =>
    line(facet, describeFacet(facet, words), ({ attributes }) => showValue(attributes[facet], words)),
  );
  const lines = [...own, ...stated].filter(({ values }) => values.some((value) => value !== undefined));
  const weight = ({ facet, differs, values }: ComparedFacet) =>
    (facet === 'price' ? 100 : 0) + (differs ? 10 : 0) + values.filter((value) => value !== undefined).length;
  return lines.sort((one, other) => weight(other) - weight(one));
}
