import { expect, it } from 'vitest';
import { isWebAddress } from './is-web-address.ts';
import { discountOf } from './price.tsx';

const usd = (amount: number) => ({ amount, currency: 'USD' });

it('shows a discount only where there is one, in one currency', () => {
  expect(discountOf({ price: usd(75), listPrice: usd(100) })).toBe(0.25);
  expect(discountOf({ price: usd(100), listPrice: usd(100) })).toBeUndefined();
  expect(discountOf({ price: usd(120), listPrice: usd(100) })).toBeUndefined();
  expect(discountOf({ price: usd(5), listPrice: { amount: 9, currency: 'EUR' } })).toBeUndefined();
  expect(discountOf({ listPrice: usd(9) })).toBeUndefined();
});

it('makes only web addresses clickable', () => {
  expect(['https://a.example/x', '/items/1'].map(isWebAddress)).toEqual([true, true]);
  expect(['javascript:alert(1)', '//evil.example', 'data:text/html,x', ''].map(isWebAddress)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
