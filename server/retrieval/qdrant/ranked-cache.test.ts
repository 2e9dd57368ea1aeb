import { expect, test } from 'vitest';
import type { RankedItem } from '../../domain/candidate.ts';
import { RankedCache } from './ranked-cache.ts';

const indexed: RankedItem = {
  terms: [],
  denied: [],
  stated: [],
  numbers: {},
  titleStems: [],
  availability: 'unknown',
  kind: 'product',
};

test('gives back what was kept, for a minute', () => {
  let now = 0;
  const cache = new RankedCache(() => now);
  cache.keep('point', { id: 'item', indexed });
  now = 60_000;
  expect(cache.read('point')?.id).toBe('item');
  now = 60_001;
  expect(cache.read('point')).toBeUndefined();
});

test('lets the longest unread go when it is full', () => {
  const cache = new RankedCache(() => 0);
  for (let at = 0; at < 6_000; at += 1) cache.keep(String(at), { id: String(at), indexed });
  expect(cache.read('0')?.id).toBe('0');
  cache.keep('new', { id: 'new', indexed });
  expect(cache.read('1')).toBeUndefined();
  expect([cache.read('0')?.id, cache.read('new')?.id]).toEqual(['0', 'new']);
});
