import { expect, test } from 'vitest';
import { readFeed } from './testing/read-feed.ts';

const rss = (...items: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0">\n<channel>\n<title>Shop</title>\n<link>https://shop.example</link>\n${items.join('\n')}\n</channel>\n</rss>`;
const offer = (id: string, inner = '') => `<item><g:id>${id}</g:id><g:title>Thing ${id}</g:title>${inner}</item>`;
const now = () => new Date('2024-06-15T12:00:00Z');

const FULL = `<item>
  <g:id>TV-1</g:id>
  <title>TV &amp; stand</title>
  <g:description><![CDATA[<p>Big &amp; bright</p>]]></g:description>
  <link>https://shop.example/tv?a=1&b=2</link>
  <g:image_link>https://shop.example/tv.jpg</g:image_link>
  <g:additional_image_link>https://shop.example/tv-2.jpg</g:additional_image_link>
  <g:additional_image_link>https://shop.example/tv-3.jpg</g:additional_image_link>
  <g:availability>in_stock</g:availability>
  <g:price>1299.00 USD</g:price>
  <g:sale_price>999.00 USD</g:sale_price>
  <g:brand>Vista</g:brand><g:gtin>0123456789012</g:gtin><g:mpn>V55</g:mpn>
  <g:google_product_category>404</g:google_product_category>
  <g:product_type>Home &gt; Audio/Video &gt; TVs</g:product_type>
  <g:condition>new</g:condition><g:color>Black/Silver</g:color>
  <g:product_detail><g:section_name>Screen</g:section_name><g:attribute_name>Diagonal</g:attribute_name><g:attribute_value>55</g:attribute_value></g:product_detail>
  <g:product_highlight>Thin</g:product_highlight><g:product_highlight>Quiet</g:product_highlight>
  <g:shipping><g:country>US</g:country><g:price>5 USD</g:price></g:shipping>
  <g:custom_label_0>margin-high</g:custom_label_0>
</item>`;

test('reads an RSS item with all its attributes', async () => {
  const { product, problems } = await readFeed([rss(FULL)], { now });
  expect(problems).toEqual([]);
  expect(product('TV-1')).toEqual({
    kind: 'product',
    id: 'TV-1',
    title: 'TV & stand',
    description: 'Big & bright',
    brand: 'Vista',
    category: ['Home', 'Audio/Video', 'TVs'],
    price: { amount: 999, currency: 'USD' },
    listPrice: { amount: 1299, currency: 'USD' },
    availability: 'in_stock',
    images: ['https://shop.example/tv.jpg', 'https://shop.example/tv-2.jpg', 'https://shop.example/tv-3.jpg'],
    url: 'https://shop.example/tv?a=1&b=2',
    gtin: '0123456789012',
    model: 'V55',
    attributes: { condition: 'new', color: ['Black', 'Silver'], diagonal: 55, highlights: ['Thin', 'Quiet'] },
    variants: [],
    reviews: [],
  });
});

test('takes the HTML out of CDATA and leaves links in it as they are', async () => {
  const items = Array.from({ length: 3000 }, (_, id) =>
    offer(
      `${id}`,
      `<link><![CDATA[https://s/?a=${id}&b=2]]></link><g:image_link>https://s/?c=${id}&d=3&amp;e=4</g:image_link><g:size><5</g:size>`,
    ),
  );
  const { items: read, problems } = await readFeed([rss(...items)]);
  expect(problems).toEqual([]);
  expect(read).toMatchObject(
    items.map((_, id) => ({
      url: `https://s/?a=${id}&b=2`,
      images: [`https://s/?c=${id}&d=3&e=4`],
      attributes: { size: '<5' },
    })),
  );
});

test('reads an Atom entry with its link', async () => {
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><title>Shop</title>
    <entry><g:id>A</g:id><title>Mug</title><summary>Holds tea</summary><link href="https://shop.example/mug"/><g:price>7,50 EUR</g:price></entry></feed>`;
  const { product } = await readFeed([atom]);
  expect(product('A')).toMatchObject({
    title: 'Mug',
    description: 'Holds tea',
    url: 'https://shop.example/mug',
    price: { amount: 7.5, currency: 'EUR' },
  });
});

test('counts a sale only while it lasts', async () => {
  const sale = (dates: string) =>
    `<g:price>20 USD</g:price><g:sale_price>15 USD</g:sale_price><g:sale_price_effective_date>${dates}</g:sale_price_effective_date>`;
  const { product } = await readFeed(
    [
      rss(
        offer('on', sale('2024-06-01T00:00Z/2024-06-30T00:00Z')),
        offer('over', sale('2024-05-01T00:00Z/2024-05-30T00:00Z')),
        offer('later', sale('2024-07-01T00:00Z/2024-07-30T00:00Z')),
      ),
    ],
    { now },
  );
  expect(product('on')).toMatchObject({ price: { amount: 15 }, listPrice: { amount: 20 } });
  expect(product('over').price?.amount).toBe(20);
  expect(product('over').listPrice).toBeUndefined();
  expect(product('later').price?.amount).toBe(20);
});

test('reports bad items by line and reads the next', async () => {
  const { items, said } = await readFeed([
    rss(
      offer('1', '<g:price>5 USD</g:price>'),
      '<item><g:title>No id</g:title></item>',
      '<item><g:id>3</g:id></item>',
      offer('4', '<g:price>-5 USD</g:price>'),
      '<item><g:id>5</g:id><g:title>Crossed</g:id></g:title></item>',
      '<item><g:id>6</g:id><g:title>Open</g:title>',
      offer('7'),
    ),
  ]);
  expect(items.map((item) => item.id)).toEqual(['1', '7']);
  expect(said).toEqual([
    '7 bad-record id is missing',
    '8 bad-record title is missing',
    '9 bad-record price "-5 USD" is negative',
    '10 bad-record is not well-formed XML: unexpected close tag.',
    '10 bad-file is not well-formed XML: unexpected close tag.',
    '11 bad-record <item> is not closed before the next one',
  ]);
});

test('reads what stands before the end of a file that stops in the middle', async () => {
  const { items, said } = await readFeed([rss(offer('1'), offer('2')).split('Thing 2')[0] ?? '']);
  expect(items.map((item) => item.id)).toEqual(['1']);
  expect(said).toEqual(['7 bad-record the file ends in the middle of this item']);
});

test.each(['<html><body>Not found</body></html>', '<', '<rss><channel></channel></rss>'])(
  'says that %s has no items',
  async (content) => {
    const { items, said } = await readFeed([content]);
    expect(items).toEqual([]);
    expect(said.join('\n')).toContain('holds no <item> or <entry>');
  },
);

test('does not expand entities that a feed declares', async () => {
  const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${rss(offer('1', '<g:description>&b;</g:description>')).replace(/^<\?xml.*\n/, '')}`;
  const { product } = await readFeed([bomb]);
  expect(product('1').description).not.toContain('aaaa');
});

test('reads a feed in another encoding that it declares', async () => {
  const xml = rss(offer('1', '<g:brand>Café</g:brand>')).replace('UTF-8', 'ISO-8859-1');
  const { product } = await readFeed([Buffer.from(xml, 'latin1')]);
  expect(product('1').brand).toBe('Café');
});

test('marks only the item that holds bytes that are not UTF-8', async () => {
  const xml = rss(offer('1'), offer('2', '<g:brand>Caf\xe9</g:brand>'), offer('3'));
  const { items, said } = await readFeed([Buffer.from(xml, 'latin1')]);
  expect(items.map((item) => item.id)).toEqual(['1', '3']);
  expect(said).toEqual(['7 bad-record holds bytes that are not UTF-8; save the file as UTF-8']);
});

const TSV = [
  'id\ttitle\timage link\tavailability\tprice\titem group id\tcolor\tsize\tproduct detail\tmaterial',
  'S-R-M\tShirt - red - M\thttps://s/r.jpg\tout of stock\t15.00 USD\tS\tred\tM\tGeneral:Fit:slim,Care:Wash at:30\tcotton',
  'M-1\tMug 3" tall\thttps://s/m.jpg\tin stock\t5.00 USD\t\twhite\t\t\t',
  'S-B-S\tShirt - blue - S\thttps://s/b.jpg\tin stock\t17.00 USD\tS\tblue\tS\t\tcotton',
  'Q-1\t"Best" cup\thttps://s/q.jpg\tin stock\t6.00 USD\t\t\t\t\t',
  'S-B-M\tShirt - blue - M\thttps://s/b.jpg\tin stock\tfree\tS\tblue\tM\t\tcotton',
].join('\n');

test('merges the offers of an item group into one product with variants', async () => {
  const { product, items, said } = await readFeed([TSV]);
  expect(items.map((item) => item.id).sort()).toEqual(['M-1', 'Q-1', 'S']);
  expect(product('S')).toMatchObject({
    title: 'Shirt',
    price: { amount: 17, currency: 'USD' },
    availability: 'in_stock',
    images: ['https://s/r.jpg', 'https://s/b.jpg'],
    attributes: { color: ['red', 'blue'], size: ['M', 'S'], material: 'cotton', fit: 'slim', 'wash at': 30 },
    variants: [
      {
        id: 'S-R-M',
        options: { color: 'red', size: 'M' },
        price: { amount: 15, currency: 'USD' },
        availability: 'out_of_stock',
      },
      {
        id: 'S-B-S',
        options: { color: 'blue', size: 'S' },
        price: { amount: 17, currency: 'USD' },
        availability: 'in_stock',
      },
    ],
  });
  expect(said).toEqual(['6 bad-record price "free" is not a number']);
});

test('leaves quotes in a tab-separated value alone', async () => {
  const { product } = await readFeed([TSV]);
  expect(product('M-1').title).toBe('Mug 3" tall');
  expect(product('Q-1').title).toBe('"Best" cup');
});
