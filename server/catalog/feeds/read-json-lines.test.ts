import { expect, test } from 'vitest';
import { readFeed } from './testing/read-feed.ts';

const lamp = { id: 'lamp-1', title: 'Desk lamp', price: { amount: 39.9, currency: 'EUR' } };
const lines = (...values: unknown[]) =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join('\n');

test('reads every field of the native form', async () => {
  const full = {
    ...lamp,
    description: 'Warm light',
    brand: 'Lumo',
    category: ['Home', 'Lamps'],
    listPrice: { amount: 49.9, currency: 'EUR' },
    availability: 'in_stock',
    stock: 4,
    rating: { average: 4.5, count: 12 },
    images: ['https://shop.example/lamp.jpg'],
    url: '/lamp',
    createdAt: '2024-05-01',
    seller: { id: 's1', name: 'Lumo store' },
    popularity: 3,
    attributes: { colour: 'black', watts: 9, dimmable: true, rooms: ['office', 'bedroom'] },
    variants: [
      { id: 'v1', options: { colour: 'black' }, price: { amount: 39.9, currency: 'EUR' }, availability: 'in_stock' },
    ],
    reviews: [{ rating: 5, text: 'Bright' }],
  };
  const { items, problems } = await readFeed([lines(full)]);
  expect(problems).toEqual([]);
  expect(items).toEqual([{ kind: 'product', ...full }]);
});

test('reports every bad line with its number and reads the rest', async () => {
  const { items, said } = await readFeed([
    lines(
      lamp,
      '{"id": "broken", ',
      { title: 'No id' },
      { id: 'no-title' },
      { id: 'neg', title: 'Negative', price: { amount: -1, currency: 'EUR' } },
      { id: 'text', title: 'Words', price: { amount: 'cheap', currency: 'EUR' } },
      { id: 'kind', title: 'Kind', kind: 'bundle' },
      '',
      '[1, 2]',
      'null',
      { id: { a: 1 }, title: 'Object id' },
      { id: 'cur', title: 'Currency', price: { amount: 1, currency: 'coins' } },
      { ...lamp, id: 'last' },
    ),
  ]);
  expect(items.map((item) => item.id)).toEqual(['lamp-1', 'last']);
  expect(said).toEqual([
    expect.stringMatching(/^2 bad-record is not valid JSON/),
    '3 bad-record id is missing',
    '4 bad-record title is missing',
    '5 bad-record price "-1" is negative',
    '6 bad-record price "cheap" is not a number',
    '7 bad-record kind "bundle" is not known; use product, video or live',
    '9 bad-record is not a JSON object',
    '10 bad-record is not a JSON object',
    '11 bad-record id is not a text or a number',
    '12 bad-record currency "coins" is not an ISO code like EUR',
  ]);
});

test('reports a line of five megabytes and reads its neighbours', async () => {
  const huge = { ...lamp, id: 'huge', description: 'x'.repeat(5_000_000) };
  const { items, said } = await readFeed([lines(lamp, huge, { ...lamp, id: 'after' })]);
  expect(items.map((item) => item.id)).toEqual(['lamp-1', 'after']);
  expect(said).toEqual(['2 bad-record line is longer than 4 MiB; no product is that large']);
});

test('reports bytes that are not UTF-8 on their own line only', async () => {
  const broken = Buffer.from('{"id":"caf","title":"Caf\xe9"}\n', 'latin1');
  const { items, said } = await readFeed([
    Buffer.concat([Buffer.from(`${lines(lamp)}\n`), broken, Buffer.from(lines({ ...lamp, id: 'Café' }))]),
  ]);
  expect(items.map((item) => item.id)).toEqual(['lamp-1', 'Café']);
  expect(said).toEqual(['2 bad-record holds bytes that are not UTF-8; save the file as UTF-8']);
});

test('reads characters that a chunk of the file cuts in two', async () => {
  const titles = Array.from({ length: 3000 }, (_, index) => ({
    id: index,
    title: `${'é€😀'.repeat(7)}${'x'.repeat(index % 13)}`,
  }));
  const { items, problems } = await readFeed([lines(...titles)]);
  expect(problems).toEqual([]);
  expect(items.map((item) => item.title)).toEqual(titles.map(({ title }) => title));
});

test('keeps an item whose optional field is wrong, without that field', async () => {
  const { product, said } = await readFeed([
    lines({
      ...lamp,
      rating: { average: 11, count: 2 },
      variants: [{ id: 'a', options: { size: 'S' } }, { options: {} }],
      url: 'javascript:alert(1)',
    }),
  ]);
  expect(product('lamp-1')).toMatchObject({ title: 'Desk lamp', variants: [{ id: 'a', options: { size: 'S' } }] });
  expect(product('lamp-1')).not.toHaveProperty('rating');
  expect(product('lamp-1').url).toBeUndefined();
  expect(said).toEqual([
    '1 bad-field url is not a web address; it is left out',
    expect.stringMatching(/^1 bad-field rating\.average: .*\(and 1 more\); the rest of the item is kept$/),
  ]);
});

test('takes null and blank fields as not stated', async () => {
  const { product, problems } = await readFeed([
    lines({
      ...lamp,
      brand: null,
      description: '',
      category: [''],
      url: null,
      attributes: { colour: null, size: ' ' },
      variants: [],
    }),
  ]);
  expect(problems).toEqual([]);
  expect(product('lamp-1')).toMatchObject({ category: [], attributes: {}, variants: [] });
});

test('drops fields that the schema does not know', async () => {
  const { product } = await readFeed([lines({ ...lamp, internal_margin: 0.4, __proto__x: 1, model: 'L1' })]);
  expect(product('lamp-1')).not.toHaveProperty('internal_margin');
  expect(product('lamp-1').model).toBe('L1');
});

test('drops a list price that is not above the price', async () => {
  const list = (amount: number) => ({ ...lamp, id: amount, listPrice: { amount, currency: 'EUR' } });
  const { product } = await readFeed([lines(list(39.9), list(20), list(50))]);
  expect(product('39.9').listPrice).toBeUndefined();
  expect(product('20').listPrice).toBeUndefined();
  expect(product('50').listPrice).toEqual({ amount: 50, currency: 'EUR' });
});

test('takes the HTML out of a description', async () => {
  const { product } = await readFeed([
    lines({ ...lamp, title: 'Lamp &amp; shade', description: '<p>Warm<br/>light</p>' }),
  ]);
  expect(product('lamp-1')).toMatchObject({ title: 'Lamp & shade', description: 'Warm\nlight' });
});

test('removes characters that no store takes', async () => {
  const { product } = await readFeed(['{"id":"a","title":"Half \\ud83d and \\u0000 nul"}']);
  expect(product('a').title).toBe('Half and nul');
});

test('keeps videos that name unknown products, reports them, and finds products by their variants', async () => {
  const video = { kind: 'video', id: 'v', title: 'Lamps', products: ['lamp-1', 'lamp-2-red', 'gone'], durationSec: 30 };
  const live = { kind: 'live', id: 'l', title: 'Now', products: ['nowhere'], status: 'live' };
  const second = { ...lamp, id: 'lamp-2', variants: [{ id: 'lamp-2-red', options: { colour: 'red' } }] };
  const { items, said } = await readFeed([lines(video, live, lamp, second)]);
  expect(items[0]).toMatchObject({ kind: 'video', products: ['lamp-1', 'lamp-2', 'gone'] });
  expect(items[1]).toMatchObject({ kind: 'live', products: ['nowhere'], status: 'live' });
  expect(said).toEqual([
    '1 unknown-product shows products that no file has: gone; it is kept',
    '2 unknown-product shows products that no file has: nowhere; it is kept',
  ]);
});
