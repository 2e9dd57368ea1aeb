import { expect, test } from 'vitest';
import { readFeed } from './testing/read-feed.ts';

const HEADER =
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Inventory Qty,Variant Inventory Policy,Variant Price,Variant Compare At Price,Image Src,Image Position,Fabric (product.metafields.custom.fabric),Status';
const feed = (...rows: string[]) => [HEADER, ...rows].join('\n');
const TEE = [
  'tee,Soft Tee,"<p>Soft &amp; light</p>',
  '<ul><li>Organic</li></ul>",North,Apparel > Shirts,T-Shirt,"summer, basics",TRUE,Color,Red,Size,M,T-R-M,0,deny,20.00,,https://s/1.jpg,2,Cotton,active',
  'tee,,,,,,,,,Blue,,L,T-B-L,3,deny,22.00,30.00,https://s/2.jpg,1,,',
  'tee,,,,,,,,,Blue,,M,T-B-M,-1,continue,25.00,,,,,',
];

test('groups the rows of a handle into one product', async () => {
  const { product, problems } = await readFeed([feed(...TEE)], { currency: 'USD' });
  expect(problems).toEqual([]);
  expect(product('tee')).toEqual({
    kind: 'product',
    id: 'tee',
    title: 'Soft Tee',
    description: 'Soft & light\nOrganic',
    brand: 'North',
    category: ['Apparel', 'Shirts', 'T-Shirt'],
    price: { amount: 22, currency: 'USD' },
    listPrice: { amount: 30, currency: 'USD' },
    availability: 'in_stock',
    stock: 3,
    images: ['https://s/2.jpg', 'https://s/1.jpg'],
    attributes: { fabric: 'Cotton', tags: ['summer', 'basics'], color: ['Red', 'Blue'], size: ['M', 'L'] },
    variants: [
      {
        id: 'T-R-M',
        options: { Color: 'Red', Size: 'M' },
        price: { amount: 20, currency: 'USD' },
        availability: 'out_of_stock',
      },
      {
        id: 'T-B-L',
        options: { Color: 'Blue', Size: 'L' },
        price: { amount: 22, currency: 'USD' },
        availability: 'in_stock',
      },
      {
        id: 'T-B-M',
        options: { Color: 'Blue', Size: 'M' },
        price: { amount: 25, currency: 'USD' },
        availability: 'backorder',
      },
    ],
    reviews: [],
  });
});

test('knows a product without options', async () => {
  const { product } = await readFeed(
    [feed('mug,Mug,,North,,,,TRUE,Title,Default Title,,,MUG,5,deny,8.00,8.00,,,,active')],
    { currency: 'USD' },
  );
  expect(product('mug')).toMatchObject({
    variants: [],
    attributes: {},
    model: 'MUG',
    stock: 5,
    price: { amount: 8, currency: 'USD' },
  });
  expect(product('mug').listPrice).toBeUndefined();
});

test('reports rows without handle, title or sound price, and what is not published', async () => {
  const { items, said } = await readFeed(
    [
      feed(
        ',No handle,,,,,,TRUE,,,,,,,,1.00,,,,,active',
        'untitled,,,,,,,TRUE,,,,,X,1,deny,1.00,,,,,active',
        'bad,Bad price,,,,,,TRUE,,,,,Y,1,deny,-3,,,,,active',
        'draft,Draft,,,,,,TRUE,,,,,Z,1,deny,1.00,,,,,draft',
        'hidden,Hidden,,,,,,FALSE,,,,,Z,1,deny,1.00,,,,,active',
        ...TEE,
        'tee,,,,,,,,,Green,,M,T-G-M,1,deny,soon,,,,,',
      ),
    ],
    { currency: 'USD' },
  );
  expect(items).toMatchObject([{ id: 'tee', variants: [{ id: 'T-R-M' }, { id: 'T-B-L' }, { id: 'T-B-M' }] }]);
  expect([...said].sort()).toEqual([
    '11 bad-record price "soon" is not a number',
    '2 bad-record Handle is missing, so the row belongs to no product',
    '3 bad-record title is missing',
    '4 bad-record price "-3" is negative',
    '5 left-out is draft in the shop and is left out',
    '6 left-out is not published in the shop and is left out',
  ]);
});

test('reads the present spelling of the export', async () => {
  const text =
    'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Price,Compare-at price,Inventory quantity,Continue selling when out of stock,Product image URL\n' +
    'Cup,cup,<b>Holds tea</b>,North,,Cups,,TRUE,Active,C-1,0123,Size,Small,"1.299,00 EUR",,0,FALSE,https://s/c.jpg\n';
  const { product } = await readFeed([text]);
  expect(product('cup')).toMatchObject({
    description: 'Holds tea',
    category: ['Cups'],
    price: { amount: 1299, currency: 'EUR' },
    availability: 'out_of_stock',
    gtin: '0123',
    variants: [{ id: 'C-1', options: { Size: 'Small' } }],
  });
});
