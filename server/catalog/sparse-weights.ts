import type { CatalogItem } from '../domain/catalog-item.ts';
import type { FactContext } from './derive-facts.ts';
import { FIELD_WEIGHTS, fieldsOf } from './item-text.ts';

/** BM25 (Robertson and Zaragoza 2009): how fast a repeated word saturates, and how much long texts are held back. */
const SATURATION = 1.2;
const LENGTH_PENALTY = 0.5;

export interface CountedStems {
  frequencies: Map<string, number>;
  /** Weighted number of words. */
  length: number;
}

/**
 * Term weights of BM25F without the inverse document frequency, which Qdrant applies itself (`modifier: idf`).
 * One record stem -> weight per item, in the order given.
 */
export function weighStems(counted: readonly CountedStems[]): Record<string, number>[] {
  const average = counted.reduce((sum, { length }) => sum + length, 0) / Math.max(1, counted.length);
  return counted.map(({ frequencies, length }) => {
    const norm = SATURATION * (1 - LENGTH_PENALTY + (LENGTH_PENALTY * length) / average);
    return Object.fromEntries(
      [...frequencies].map(([stem, count]) => [stem, (count * (SATURATION + 1)) / (count + norm)]),
    );
  });
}

/** How often each stem occurs in an item, fields weighted. */
export function countStems(item: CatalogItem, { language }: FactContext): CountedStems {
  const frequencies = new Map<string, number>();
  let length = 0;
  for (const { field, text, says } of fieldsOf(item)) {
    if (!says) continue;
    for (const token of language.tokenise(text)) {
      if (token.kind === 'symbol' || language.isFiller(token.stem)) continue;
      frequencies.set(token.stem, (frequencies.get(token.stem) ?? 0) + FIELD_WEIGHTS[field]);
      length += FIELD_WEIGHTS[field];
    }
  }
  return { frequencies, length };
}
