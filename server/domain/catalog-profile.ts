/** What the assistant knows of a shop, learned from its catalog when it is indexed. Plain JSON. */
export interface CatalogProfile {
  name: string;
  /** Hash over the content of all items: names the collection. */
  version: string;
  currency: string;
  counts: { product: number; video: number; live: number };
  facets: Record<string, FacetProfile>;
  /** What things are called here: product types with how often, and in which categories. */
  types: TypeProfile[];
  brands: ValueCount[];
  /** Every category label at any level. */
  categories: ValueCount[];
  /** Product type -> how many there are, and how many of them state each number facet. */
  typeNumbers: Record<string, { products: number; facets: Record<string, number> }>;
  /** Stem -> number of products with it anywhere. */
  vocabulary: Record<string, number>;
}

export interface ValueCount {
  /** Normalised, as in `terms`. */
  value: string;
  /** As the catalog writes it. */
  label: string;
  count: number;
}

export type FacetType = 'categorical' | 'number' | 'boolean' | 'text';

/** What a facet means to people, where language data knows it ("color" and "farbe" both play `colour`). */
export type FacetRole = 'colour' | 'material' | 'pattern' | 'size' | 'audience' | 'age' | 'type' | 'style';

export interface FacetProfile {
  name: string;
  type: FacetType;
  role?: FacetRole;
  /** The catalog's own attribute names behind this facet; empty when it is derived from prose. */
  attributes: string[];
  unit?: string;
  /** Number of products that state it. */
  count: number;
  /** Most frequent first; empty for numbers. */
  values: ValueCount[];
  range?: { low: number; high: number };
}

export interface TypeProfile {
  /** Normalised stems, the head last: "wireless mous". */
  value: string;
  label: string;
  count: number;
  /** Category labels in which at least a fifth of its products lie, normalised, the narrowest first; empty where the feed has none. */
  categories: string[];
}
