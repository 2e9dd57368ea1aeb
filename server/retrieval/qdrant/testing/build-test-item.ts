import { createHash } from 'node:crypto';
import { CatalogItem } from '../../../domain/catalog-item.ts';
import type { IndexedItem } from '../../../domain/indexed-item.ts';

const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** An indexed item as the catalog stage would make it, plain enough to read in a test: words are their own stems. */
export function buildTestItem(record: Record<string, unknown>, own: Partial<IndexedItem> = {}): IndexedItem {
  const item = CatalogItem.parse({ title: `Item ${record.id}`, ...record });
  const words = item.title.toLowerCase().split(' ');
  const price = item.kind === 'product' ? item.price?.amount : undefined;
  return {
    item,
    facts: [],
    terms: words.map((word) => `text=${word}`),
    denied: [],
    stated: [],
    numbers: price === undefined ? {} : { price },
    titleStems: words,
    sparse: Object.fromEntries(words.map((word) => [word, 1])),
    passage: item.title,
    passageHash: hash(item.title),
    contentHash: hash([item, own]),
    ...own,
  };
}
