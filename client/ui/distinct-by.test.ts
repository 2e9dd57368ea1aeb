import { expect, it } from 'vitest';
import { distinctBy } from './distinct-by.ts';

it('keeps the first of those with one key, in order', () => {
  const items = [
    { label: 'b', n: 1 },
    { label: 'a', n: 2 },
    { label: 'b', n: 3 },
    { label: 'c', n: 4 },
  ];
  expect(distinctBy(items, ({ label }) => label).map(({ n }) => n)).toEqual([1, 2, 4]);
});
