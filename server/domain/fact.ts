/**
 * What the catalog says of one item: facet `facet` has value `value` (`says: 'yes'`), or has not (`says: 'no'`, as
 * "leather-free" says of leather). Where there is no fact the answer is `unknown`, and unknown is never sold as "no".
 */
export interface Fact {
  facet: string;
  /** Normalised: lower case, stems joined by a space. */
  value: string;
  says: 'yes' | 'no';
  source: 'attribute' | 'variant' | 'category' | 'title' | 'description';
  /** The words of the record that say it, for the card's reason. */
  words: string;
}

export type Verdict = 'yes' | 'no' | 'unknown';

/** The term of a fact as filters write it; types get their own name space beside the catalog's category labels. */
export const factTerm = ({ facet, value }: Pick<Fact, 'facet' | 'value'>): string =>
  `${facet === 'category' ? 'type' : facet}=${value}`;
