import type { IndexedItem } from '../../domain/indexed-item.ts';
import { readIndexed } from './payload.ts';
import type { PointReader } from './point-reader.ts';

/** Read more than asked, so that content of the first products is not lost to the order of point ids. */
const spare = 4;

/** Videos and live streams that carry any of the products; those of the first products first. */
export async function findContent(reader: PointReader, productIds: string[], limit: number): Promise<IndexedItem[]> {
  if (productIds.length === 0 || limit < 1) return [];
  const filter = {
    must: [
      { key: 'kind', match: { any: ['video', 'live'] } },
      { key: 'products', match: { any: productIds } },
    ],
  };
  const points = await reader.scroll({ filter, limit: limit * spare, with_payload: true });
  const rank = new Map(productIds.map((id, index) => [id, index]));
  return points
    .map(({ payload }) => readIndexed(payload))
    .sort((one, other) => bestRank(one, rank) - bestRank(other, rank))
    .slice(0, limit);
}

function bestRank({ item }: IndexedItem, rank: Map<string, number>): number {
  const products = item.kind === 'product' ? [] : item.products;
  return Math.min(rank.size, ...products.map((id) => rank.get(id) ?? rank.size));
}
