import MiniSearch from 'minisearch';
import type { Card } from '../../server/contract/card.ts';
import type { CatalogItem, Product } from '../../server/domain/catalog-item.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import { createKeywordParser } from './keyword-parser.ts';

/** A keyword search over title, brand, category, attributes and description, as a shop would set it up in an afternoon. */
export function createKeywordIndex(items: Iterable<CatalogItem>): MiniSearch {
  const index = new MiniSearch({
    fields: ['title', 'brand', 'category', 'attributes', 'description'],
    searchOptions: { boost: { title: 3, brand: 2, category: 2 } },
  });
  index.addAll([...items].filter((item) => item.kind === 'product').map(readDocument));
  return index;
}

export const readDocument = (product: Product) => ({
  id: product.id,
  title: product.title,
  brand: product.brand ?? '',
  category: product.category.join(' '),
  attributes: Object.values(product.attributes).flat().join(' '),
  description: product.description ?? '',
});

/** The baseline beside the product in every report: BM25 over the words of each turn, no state, no filters. */
export function createKeywordAssistant(items: ReadonlyMap<string, CatalogItem>): Assistant {
  const index = createKeywordIndex(items.values());
  const parse = createKeywordParser(items.values());
  return {
    async runTurn({ text = '', turnId, limit, memory }, emit) {
      emit({ type: 'turn-start' });
      emit({ type: 'understanding', source: 'embedded', act: 'search', constraints: parse(text), ledger: [] });
      const hits = index.search(text);
      const cards = hits.slice(0, limit).flatMap((hit, at) => presentCard(items.get(String(hit.id)), at + 1));
      emit({ type: 'cards', rowId: turnId, revision: 1, total: hits.length, cards });
      emit({ type: 'turn-end', timings: { firstCardMs: null, totalMs: 0, stages: {} }, degraded: [] });
      return { memory };
    },
    recordInteraction: async (memory) => memory,
    editInterests: async (memory) => memory,
    catalog: () => ({ name: 'keyword', items: items.size, currency: 'USD' }),
  };
}

function presentCard(item: CatalogItem | undefined, ordinal: number): Card[] {
  if (item?.kind !== 'product') return [];
  const { id, title, price, brand, availability, attributes } = item;
  return [
    {
      kind: 'product',
      id,
      title,
      price,
      brand,
      availability,
      attributes,
      ordinal,
      slotReason: 'relevance',
      why: [],
      unknowns: [],
    },
  ];
}
