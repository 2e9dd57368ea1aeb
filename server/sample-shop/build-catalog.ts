import type { CatalogItem } from '../domain/catalog-item.ts';
import { buildLives, buildVideos } from './build-content.ts';
import { buildProducts, type SampleProduct } from './build-product.ts';
import { drawPicture, drawPoster } from './draw/draw-picture.ts';
import type { SampleShop } from './read-shop.ts';

export interface SampleCatalog {
  /** One JSON object a line, in the native form. */
  jsonLines: string;
  items: CatalogItem[];
  /** Item id -> SVG. */
  pictures: Map<string, string>;
}

export function buildCatalog(shop: SampleShop): SampleCatalog {
  const products = shop.departments.flatMap((department) =>
    department.families.flatMap((family) => family.items.flatMap((item) => buildProducts(family, item, shop.sellers))),
  );
  const byId = new Map(products.map((product) => [product.id, product]));
  if (byId.size < products.length)
    throw new Error(`two products share the id "${firstDouble(products)}"; change a title`);
  const videos = buildVideos(shop.videos, byId);
  const lives = buildLives(shop.lives, byId);
  const items: CatalogItem[] = [...products.map(toRecord), ...videos, ...lives];
  const posters = [...videos, ...lives].map((item): [string, string] => [
    item.id,
    drawPoster(
      item,
      item.products.flatMap((id) => byId.get(id) ?? []),
    ),
  ]);
  return {
    items,
    jsonLines: items.map((item) => `${JSON.stringify(item)}\n`).join(''),
    pictures: new Map([...products.map((item): [string, string] => [item.id, drawPicture(item)]), ...posters]),
  };
}

function toRecord({ draw: _draw, facts: _facts, ...product }: SampleProduct): CatalogItem {
  return { kind: 'product', ...product };
}

function firstDouble(products: readonly SampleProduct[]): string {
  const ids = products.map((product) => product.id);
  return ids.find((id, index) => ids.indexOf(id) < index) ?? '';
}
