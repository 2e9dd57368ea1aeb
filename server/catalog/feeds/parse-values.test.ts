import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text.ts';
import { parseAttribute } from './parse-attribute.ts';
import { parseAvailability } from './parse-availability.ts';
import { parseCategory } from './parse-category.ts';
import { parseStars } from './parse-number.ts';
import { parsePrice } from './parse-price.ts';

test.each([
  ['15.00 USD', 'EUR', 15, 'USD'],
  ['$1,299.00', 'EUR', 1299, 'USD'],
  ['$1,299.00', 'CAD', 1299, 'CAD'],
  ['1.299,00 EUR', 'USD', 1299, 'EUR'],
  ['EUR 1.299,-', 'USD', 1299, 'EUR'],
  ['€1.299', 'USD', 1299, 'EUR'],
  ['1.299', 'USD', 1.299, 'USD'],
  ['1,299', 'USD', 1299, 'USD'],
  ['1 299 kr', 'NOK', 1299, 'NOK'],
  ['1\u00a0299,50 kr', 'USD', 1299.5, 'SEK'],
  ['CHF 1’299.00', 'USD', 1299, 'CHF'],
  ["1'299.-", 'CHF', 1299, 'CHF'],
  ['₹1,29,999', 'USD', 129999, 'INR'],
  ['Rs. 499', 'USD', 499, 'INR'],
  ['R$ 1.299,90', 'USD', 1299.9, 'BRL'],
  ['US $12', 'EUR', 12, 'USD'],
  ['12.500 KWD', 'USD', 12.5, 'KWD'],
  ['0,99 €', 'USD', 0.99, 'EUR'],
  ['0.125 EUR', 'USD', 0.125, 'EUR'],
  ['1.234.567', 'EUR', 1234567, 'EUR'],
  ['0', 'USD', 0, 'USD'],
  [19.9, 'EUR', 19.9, 'EUR'],
])('reads the price %s in a %s shop', (text, fallback, amount, currency) => {
  expect(parsePrice(text, fallback)).toMatchObject({ money: { amount, currency } });
});

test.each([
  '',
  'free',
  '-5',
  '-5.00 EUR',
  '$-5',
  '-$5',
  '−3',
  '(5.00)',
  '10-20',
  '1.2.3',
  'from 12 to 15',
  'N/A',
  '12 apples',
  '1e3',
  Number.NaN,
  {},
  'SKU12',
])('refuses %s as a price', (text) => {
  expect(parsePrice(text, 'USD')).toHaveProperty('reason');
});

test('says that a price is negative', () => {
  expect(parsePrice('-5', 'USD')).toEqual({ reason: 'price "-5" is negative' });
});

test.each([
  ['in stock', 'in_stock'],
  ['In_Stock', 'in_stock'],
  ['https://schema.org/PreOrder', 'preorder'],
  ['Sold out', 'out_of_stock'],
  ['0', 'out_of_stock'],
  ['12', 'in_stock'],
  ['backorder', 'backorder'],
  ['constructor', undefined],
  ['perhaps', undefined],
])('reads the availability %s', (text, expected) => {
  expect(parseAvailability(text)).toBe(expected);
});

test.each([
  ['4.50', 4.5],
  ['-3', -3],
  ['007', '007'],
  ['01234567890128', '01234567890128'],
  ['12345678901234567', '12345678901234567'],
  ['Yes', true],
  ['false', false],
  ['red | blue', ['red', 'blue']],
  ['5 kg', '5 kg'],
])('types the attribute %s', (text, expected) => {
  expect(parseAttribute(text)).toEqual(expected);
});

test.each([
  ['Home > Kitchen > Pans', ['Home', 'Kitchen', 'Pans']],
  ['Audio/Video > Cables', ['Audio/Video', 'Cables']],
  ['Men/Shoes', ['Men', 'Shoes']],
  ['Toys|Games', ['Toys', 'Games']],
  ['Lamps', ['Lamps']],
])('splits the category %s', (text, expected) => {
  expect(parseCategory(text)).toEqual(expected);
});

test.each([
  ['4,5', 4.5],
  ['4.5/5', 4.5],
  ['9/10', 4.5],
  ['90%', 4.5],
  ['great', undefined],
])('reads the stars %s', (text, expected) => {
  expect(parseStars(text)).toBe(expected);
});

test('turns HTML into lines of text', () => {
  const html =
    '<p>Soft &amp; warm,\n100&nbsp;% wool.</p><ul><li>Size: S&ndash;XL</li><li>5 &lt; 6</li></ul><script>alert("<p>")</script>';
  expect(htmlToText(html)).toBe('Soft & warm, 100 % wool.\nSize: S–XL\n5 < 6');
});

test('reads HTML that was escaped twice', () => {
  expect(htmlToText('&lt;p&gt;One&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;')).toBe('One\nR&D');
});

test('leaves text with a less-than sign alone', () => {
  expect(htmlToText('noise <b and size < 5\nsecond line')).toBe('noise <b and size < 5\nsecond line');
});
