import type { CatalogItem, Live, Video } from '../../domain/catalog-item.ts';

export interface ReadItem {
  item: CatalogItem;
  file: string;
  line: number;
}

/**
 * Videos and streams name the products they show. Tagging tools often name the variant: that becomes the product's own id.
 * Calls `report` with the ids that no file has; they stay in the item, as the product may come with a later feed.
 */
export function checkContentProducts(
  entries: readonly ReadItem[],
  report: (entry: ReadItem, unknown: string[]) => void,
): CatalogItem[] {
  const known = new Set<string>();
  const productOfVariant = new Map<string, string>();
  for (const { item } of entries) {
    if (item.kind !== 'product') continue;
    known.add(item.id);
    for (const variant of item.variants) productOfVariant.set(variant.id, item.id);
  }
  const nameOf = (id: string) => (known.has(id) ? id : (productOfVariant.get(id) ?? id));

  return entries.map((entry) => {
    if (entry.item.kind === 'product') return entry.item;
    const item: Video | Live = { ...entry.item, products: [...new Set(entry.item.products.map(nameOf))] };
    const unknown = item.products.filter((id) => !known.has(id));
    if (unknown.length > 0) report(entry, unknown);
    return item;
  });
}
