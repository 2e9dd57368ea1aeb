import { expect, it } from 'vitest';
import type { ProductCard } from '../../server/contract/index.ts';
import { plainCard } from '../../server/testing/plain-card.ts';
import { createFormat } from '../format/create-format.ts';
import { en } from '../strings/en.ts';
import { compareCards } from './compare-cards.ts';

const words = { strings: en, format: createFormat('en-US') };
const card = (change: Partial<ProductCard>) => plainCard('a', 1, change);

it('puts the price first and what differs before what does not', () => {
  const lines = compareCards(
    [
      card({ price: { amount: 20, currency: 'USD' }, attributes: { shape: 'round', weight: 2, soft: true } }),
      card({ price: { amount: 30, currency: 'USD' }, attributes: { shape: 'round', weight: 3, soft: true } }),
    ],
    words,
  );
  expect(lines.map(({ name, differs }) => [name, differs])).toEqual([
    ['Price', true],
    ['Weight', true],
    ['Shape', false],
    ['Soft', false],
  ]);
  expect(lines.map(({ values }) => values)).toEqual([
    ['$20', '$30'],
    ['2', '3'],
    ['round', 'round'],
    ['Yes', 'Yes'],
  ]);
});

it('does not call silence a difference, and leaves out what no card states', () => {
  const lines = compareCards([card({ attributes: { material: 'oak', note: ' ' } }), card({})], words);
  expect(lines).toEqual([{ facet: 'material', name: 'Material', values: ['oak', undefined], differs: false }]);
});

it('has nothing to say of no cards', () => {
  expect(compareCards([], words)).toEqual([]);
});
