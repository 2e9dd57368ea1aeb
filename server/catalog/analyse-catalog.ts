import type { CatalogItem, Product } from '../domain/catalog-item.ts';
import type { CatalogProfile } from '../domain/catalog-profile.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Language } from '../language/language.ts';
import { analyseItem, hash } from './analyse-item.ts';
import { buildProfile } from './build-profile.ts';
import { Denials } from './denials.ts';
import type { FactContext } from './derive-facts.ts';
import { planFacets } from './facet-plan.ts';
import { countStems, weighStems } from './sparse-weights.ts';
import { TypeResolver } from './type-resolver.ts';

export interface AnalysedCatalog {
  profile: CatalogProfile;
  items: IndexedItem[];
  /** What facts were read with; explains a card's reasons later. */
  context: FactContext;
}

/** Learns a catalog whole: facets, types and words first, then every item in their light. Pure but for time spent. */
export function analyseCatalog(
  items: readonly CatalogItem[],
  options: { name: string; language: Language; currency?: string },
): AnalysedCatalog {
  const { language } = options;
  const products = items.filter((item): item is Product => item.kind === 'product');
  const types = new TypeResolver(language);
  types.learn(products);
  const context: FactContext = {
    language,
    types,
    plans: planFacets(products, language),
    denials: new Denials(language),
  };
  const analysed = items.map((item) => ({ item: analyseItem(item, context), counted: countStems(item, context) }));
  const sparse = weighStems(analysed.map(({ counted }) => counted));
  const indexed = analysed.map(({ item }, index) => ({ ...item, sparse: sparse[index] ?? {} }));
  const version = hash(`${indexed.map((item) => `${item.item.id}=${item.contentHash}`).join()}`);
  return { profile: buildProfile(indexed, { ...options, version, context }), items: indexed, context };
}
