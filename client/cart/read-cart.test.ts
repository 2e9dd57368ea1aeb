import { expect, it } from 'vitest';
import { fakeProducts } from '../testing/fake-shop.ts';
import { buildCheckoutUrl, readCart } from './read-cart.ts';

const [first, second] = fakeProducts() as [
  ReturnType<typeof fakeProducts>[number],
  ReturnType<typeof fakeProducts>[number],
];
const priced = { ...first, price: { amount: 10.1, currency: 'USD' } };
const unpriced = { ...second, price: undefined };
const cart = [
  { card: priced, quantity: 3 },
  { card: unpriced, quantity: 1 },
];

it('adds up what has a price and counts what has none', () => {
  const read = readCart(cart, () => undefined);
  expect(read).toMatchObject({ totals: [{ amount: 30.3, currency: 'USD' }], count: 4, withoutPrice: 1 });
  expect(read.lines.map(({ priceChanged }) => priceChanged)).toEqual([false, false]);
});

it('takes the newest price, says that it changed, and leaves out what is sold out', () => {
  const dearer = readCart(cart, (id) =>
    id === priced.id ? { ...priced, price: { amount: 12, currency: 'USD' } } : undefined,
  );
  expect(dearer).toMatchObject({ totals: [{ amount: 36 }], lines: [{ priceChanged: true }, {}] });
  const gone = readCart(cart, () => ({ ...priced, availability: 'out_of_stock' }));
  expect(gone.totals).toEqual([]);
  expect(buildCheckoutUrl('https://shop.example/cart?add={items}', gone.lines)).toBe('https://shop.example/cart?add=');
});

it('never adds two currencies', () => {
  const euro = { card: { ...second, price: { amount: 5, currency: 'EUR' } }, quantity: 1 };
  expect(readCart([...cart, euro], () => undefined).totals).toHaveLength(2);
});

it('hands the items over, ids encoded', () => {
  const { lines } = readCart([{ card: { ...priced, id: 'a b' }, quantity: 2 }], () => undefined);
  expect(buildCheckoutUrl('/cart?add={items}', lines)).toBe('/cart?add=a%20b:2');
});
