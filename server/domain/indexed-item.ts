import type { CatalogItem } from './catalog-item.ts';
import type { Fact } from './fact.ts';

/**
 * A catalog item with everything that filtering and ranking need, computed once when it is indexed. A constraint is
 * judged on these fields alone, by Qdrant as a filter and in process by `judge`, so both always agree.
 */
export interface IndexedItem {
  item: CatalogItem;
  /** What the record says of a product, each with its words; none of a video or stream. */
  facts: Fact[];
  /**
   * The item says yes: `facet=value` for each fact, `type=` for what the thing is, `about=` for things that its title names although it
   * is none, `text=` for each stem of its words.
   */
  terms: string[];
  /** The item says no: "leather-free" puts `material=leather` and `text=leather` here. */
  denied: string[];
  /** Facets of which the item says anything at all; a constraint on any other facet is unknown here. */
  stated: string[];
  /** Numeric facets by key, `price` and `rating` included, in the profile's unit. */
  numbers: Record<string, number>;
  /** Stems of the title in order, for field-wise text match. */
  titleStems: string[];
  /** Stems with their weights for the sparse vector: fields weighted, term frequency saturated. */
  sparse: Record<string, number>;
  /** Text for the dense vector. */
  passage: string;
  /** Changes exactly when the embedded text changes; the key of the embedding cache. */
  passageHash: string;
  /** Changes when anything of the item changes. */
  contentHash: string;
}
