import { expect, test } from 'vitest';
import { readFeed } from './testing/read-feed.ts';

const HEADER =
  'SKU,Product Name,Description,Vendor,Category,Price,Compare at price,Quantity,Rating,Review count,Image URL,Link,Screen_Size,Washable,Care Code';
const ROW = `K-1,Kettle,"Boils water, fast",Aqua,Home > Kitchen,"$1,299.00",$1499,7,"4,5",31,https://shop.example/k.jpg,https://shop.example/k,15.6,yes,007`;

test('maps headers of many shops and makes attributes of the rest', async () => {
  const { product, problems } = await readFeed([`${HEADER}\n${ROW}\n`]);
  expect(problems).toEqual([]);
  expect(product('K-1')).toEqual({
    kind: 'product',
    id: 'K-1',
    title: 'Kettle',
    description: 'Boils water, fast',
    brand: 'Aqua',
    category: ['Home', 'Kitchen'],
    price: { amount: 1299, currency: 'USD' },
    listPrice: { amount: 1499, currency: 'USD' },
    availability: 'in_stock',
    stock: 7,
    rating: { average: 4.5, count: 31 },
    images: ['https://shop.example/k.jpg'],
    url: 'https://shop.example/k',
    attributes: { 'screen size': 15.6, washable: true, 'care code': '007' },
    variants: [],
    reviews: [],
  });
});

test.each([
  ['a byte order mark and CRLF', (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['UTF-16 little endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16 big endian', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['UTF-16 without a mark', (text: string) => Buffer.from(text, 'utf16le')],
  ['semicolons', (text: string) => text.replaceAll(',', ';')],
  ['tabs', (text: string) => text.replaceAll(',', '\t')],
  ['carriage returns alone', (text: string) => text.replaceAll('\n', '\r')],
])('reads a table with %s', async (_, encode) => {
  const { items, problems } = await readFeed([encode('id,title,colour\n1,Bücher 😀,grün\n2,Hefte,blau\n')]);
  expect(problems).toEqual([]);
  expect(items).toMatchObject([
    { id: '1', title: 'Bücher 😀', attributes: { colour: 'grün' } },
    { id: '2', title: 'Hefte', attributes: { colour: 'blau' } },
  ]);
});

test('reports bad rows with the line on which they start and reads the rest', async () => {
  const { items, said } = await readFeed(
    [
      [
        'id,title,price,notes',
        '1,Fine,5,"two',
        'lines"',
        ',No id,5,',
        '3,,5,',
        '4,Negative,-5,',
        '5,Words,ask us,',
        '6,Too many,5,a,b,c',
        '7,Short',
        ',,,',
        '8,Last,"1.299,00 EUR",',
      ].join('\n'),
    ],
    { currency: 'USD' },
  );
  expect(items.map((item) => item.id)).toEqual(['1', '7', '8']);
  expect(said).toEqual([
    '4 bad-record id is missing',
    '5 bad-record title is missing',
    '6 bad-record price "-5" is negative',
    '7 bad-record price "ask us" is not a number',
    '8 bad-record has 6 values for 4 columns; put a value that holds the separator in quotes',
  ]);
});

test('loses only the row whose quote was never closed', async () => {
  const rows = [
    'id,title,price',
    '1,Good,5',
    '2,"Never closed,6',
    '3,"Also ""fine""",7',
    '4,Plain 17" screen,8',
    '5,"End,9',
  ];
  const { items, said } = await readFeed([rows.join('\n')], { currency: 'EUR' });
  expect(items.map((item) => item.title)).toEqual(['Good', 'Also "fine"', 'Plain 17" screen']);
  expect(said).toEqual([
    '3 bad-record a quoted value is not closed; write quotes inside a value twice',
    '6 bad-record a quoted value is not closed; write quotes inside a value twice',
  ]);
});

test('reports bytes that are not UTF-8 and a row of five megabytes', async () => {
  const latin = Buffer.from('1,Caf\xe9\n', 'latin1');
  const { items, said } = await readFeed([
    Buffer.concat([Buffer.from('id,title\n'), latin, Buffer.from(`2,${'x'.repeat(5_000_000)}\n3,Café\n`)]),
  ]);
  expect(items.map((item) => item.title)).toEqual(['Café']);
  expect(said).toEqual([
    '2 bad-record holds bytes that are not UTF-8; save the file as UTF-8',
    '3 bad-record row is longer than 4 MiB; no product is that large',
  ]);
});

test('takes the currency from a column, a header, the shop or another price, in that order', async () => {
  const column = await readFeed(['id,title,price,currency\n1,A,"1.299,50",EUR\n'], { currency: 'USD' });
  expect(column.product('1').price).toEqual({ amount: 1299.5, currency: 'EUR' });
  const header = await readFeed(['id,title,Price (SEK)\n1,A,1 299\n'], { currency: 'USD' });
  expect(header.product('1').price).toEqual({ amount: 1299, currency: 'SEK' });
  const shop = await readFeed(['id,title,price\n1,A,12\n'], { currency: 'gbp' });
  expect(shop.product('1').price).toEqual({ amount: 12, currency: 'GBP' });
  expect(shop.problems).toEqual([]);
  const other = await readFeed(['id,title,price\n1,A,12 CHF\n2,B,13\n3,C,14\n']);
  expect(other.product('3').price).toEqual({ amount: 14, currency: 'CHF' });
  expect(other.said).toEqual([expect.stringMatching(/^3 bad-field prices name no currency; CHF is assumed/)]);
});

test('reads a sale price as the price and the old one as the list price', async () => {
  const { product } = await readFeed(['id,title,price,sale price\n1,A,20,15\n2,B,20,\n'], { currency: 'EUR' });
  expect(product('1')).toMatchObject({ price: { amount: 15 }, listPrice: { amount: 20 } });
  expect(product('2').price?.amount).toBe(20);
  expect(product('2').listPrice).toBeUndefined();
});

test('reads stock as a number or as words, and says once when it knows neither', async () => {
  const { product, said } = await readFeed(['id,title,stock\n1,A,in stock\n2,B,0\n3,C,maybe\n4,D,maybe\n5,E,\n']);
  expect(['1', '2', '3', '4', '5'].map((id) => product(id).availability)).toEqual([
    'in_stock',
    'out_of_stock',
    'unknown',
    'unknown',
    'unknown',
  ]);
  expect(said).toEqual([expect.stringMatching(/^4 bad-field availability "maybe" is not known/)]);
});

test('collects several pictures and levels of category', async () => {
  const { product } = await readFeed([
    'id,title,image,additional images,category,subcategory\n1,A,https://a/1.jpg,"https://a/2.jpg,https://a/3,x.jpg",Shoes,Boots\n',
  ]);
  expect(product('1').images).toEqual(['https://a/1.jpg', 'https://a/2.jpg', 'https://a/3,x.jpg']);
  expect(product('1').category).toEqual(['Shoes', 'Boots']);
});
