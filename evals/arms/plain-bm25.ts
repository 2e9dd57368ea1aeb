import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import type { Search } from '../shop/eval-shop.ts';
import { readDocument } from './keyword-assistant.ts';

/** Robertson's usual constants. */
const K1 = 1.2;
const B = 0.75;

/**
 * Okapi BM25 as every search library has it: all texts of a product as one field, words as they are written. The baseline beside our own
 * sparse arm, which weighs fields, stems and knows phrases.
 */
export function createPlainBm25(items: Iterable<CatalogItem>): Search {
  const products = [...items].filter((item) => item.kind === 'product');
  const postings = new Map<string, Map<number, number>>();
  const lengths = products.map((product, index) => {
    const { id: _, ...texts } = readDocument(product);
    const words = split(Object.values(texts).join(' '));
    for (const word of words) {
      const found = postings.get(word) ?? new Map<number, number>();
      found.set(index, (found.get(index) ?? 0) + 1);
      postings.set(word, found);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return async (text, limit) => {
    const scores = new Map<number, number>();
    for (const word of new Set(split(text))) {
      const found = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (products.length - found.size + 0.5) / (found.size + 0.5));
      for (const [index, count] of found) {
        const norm = count + K1 * (1 - B + (B * (lengths[index] ?? 0)) / average);
        scores.set(index, (scores.get(index) ?? 0) + (rarity * count * (K1 + 1)) / norm);
      }
    }
    const ranked = [...scores].sort(([one, left], [other, right]) => right - left || one - other);
    return ranked.slice(0, limit).map(([index]) => products[index]?.id ?? '');
  };
}

const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
