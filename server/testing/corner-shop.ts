import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CatalogItem, type Product } from '../domain/catalog-item.ts';

/** A small shop of sixty products in four categories, as a file for the real reader and as records to compare cards with. */
export const cornerShopFile = fileURLToPath(new URL('./corner-shop.jsonl', import.meta.url));

export const cornerShopLines = readFileSync(cornerShopFile, 'utf8').trim().split('\n');

export const cornerShop: Product[] = cornerShopLines
  .map((line) => CatalogItem.parse(JSON.parse(line)))
  .filter((item): item is Product => item.kind === 'product');

export const amountOf = (id: string): number => cornerShop.find((item) => item.id === id)?.price?.amount ?? Number.NaN;
