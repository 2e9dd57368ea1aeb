import { z } from 'zod';

/**
 * What the catalog says of one item: facet `facet` has value `value` (`says: 'yes'`), or has not (`says: 'no'`, as
 * "leather-free" says of leather). Where there is no fact the answer is `unknown`, and unknown is never sold as "no".
 */
export const Fact = z.object({
  facet: z.string(),
  /** Normalised: lower case, stems joined by a space. */
  value: z.string(),
  says: z.enum(['yes', 'no']),
  source: z.enum(['attribute', 'variant', 'category', 'title', 'description']),
  /** The words of the record that say it, for the card's reason. */
  words: z.string(),
});
export type Fact = z.infer<typeof Fact>;

export type Verdict = 'yes' | 'no' | 'unknown';

/** The term of a fact as filters write it; types get their own name space beside the catalog's category labels. */
export const factTerm = ({ facet, value }: Pick<Fact, 'facet' | 'value'>): string =>
  `${facet === 'category' ? 'type' : facet}=${value}`;
