import { expect, test } from 'vitest';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { createPlainBm25 } from './plain-bm25.ts';

const items = [
  { id: 'lamp', title: 'Red lamp' },
  { id: 'shade', title: 'Shade for a lamp, wide and tall and heavy and old' },
  { id: 'vase', title: 'Vase' },
].map((line) => CatalogItem.parse(line));
const search = createPlainBm25(items);
const find = (text: string) => search(text, 10, AbortSignal.timeout(1000));

test('the shorter of two texts with the word comes first, others not at all', async () => {
  expect(await find('lamp')).toEqual(['lamp', 'shade']);
});

test('a rare word counts more than a frequent one', async () => {
  expect((await find('lamp vase'))[0]).toBe('vase');
});

test('finds nothing for words that are nowhere', async () => {
  expect(await find('piano')).toEqual([]);
  expect(await find('')).toEqual([]);
});
