import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCatalog } from './read-catalog.ts';
import { readFeed } from './testing/read-feed.ts';

const line = (id: string, title = 'A thing') => `${JSON.stringify({ id, title })}\n`;
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => line(`p${index}`, `Thing ${Math.sin(index)}`)).join('');

test('lets the last of several files win and reports what it replaced', async () => {
  const { product, problems, items } = await readFeed([line('a', 'Old') + line('b'), line('a', 'New')]);
  expect(items).toHaveLength(2);
  expect(product('a').title).toBe('New');
  expect(problems).toEqual([
    {
      file: expect.stringMatching(/1\.feed$/),
      line: 1,
      kind: 'duplicate',
      itemId: 'a',
      reason: expect.stringMatching(/0\.feed, line 1\); this one replaces it$/),
    },
  ]);
});

test('lets the last of two lines win inside one file', async () => {
  const { product, said } = await readFeed([line('a', 'First') + line('a', 'Second')]);
  expect(product('a').title).toBe('Second');
  expect(said).toEqual(['2 duplicate id was already given (line 1); this one replaces it']);
});

test('knows gzip by its bytes', async () => {
  const { items, problems } = await readFeed([
    gzipSync(many(100)),
    Buffer.concat([gzipSync(line('x')), gzipSync(line('y'))]),
  ]);
  expect(problems).toEqual([]);
  expect(items).toHaveLength(102);
});

test('reads what stands before the cut of a truncated gzip file', async () => {
  const packed = gzipSync(many(20_000));
  const { items, said } = await readFeed([packed.subarray(0, packed.length / 2)]);
  expect(items.length).toBeGreaterThan(5000);
  expect(said).toEqual([
    expect.stringMatching(
      /^0 bad-file the gzip file is damaged or cut short .* fetch it again; \d+ items were read before that$/,
    ),
  ]);
});

test('does not take the half of a last row for a whole one', async () => {
  const rows = Array.from({ length: 5000 }, (_, index) => `p${index},Thing ${Math.sin(index)},12345.67`).join('\n');
  const packed = gzipSync(`id,title,price\n${rows}\n`);
  const { items } = await readFeed([packed.subarray(0, packed.length - 2000)], { currency: 'EUR' });
  expect(items.every((item) => item.kind === 'product' && item.price?.amount === 12345.67)).toBe(true);
});

test.each([
  ['nothing', ''],
  ['blanks', ' \n\r\n '],
  ['a byte order mark', '\ufeff'],
  ['packed nothing', gzipSync('')],
])('reports a file that holds %s', async (_, content) => {
  const { items, said } = await readFeed([content, line('a')]);
  expect(items).toHaveLength(1);
  expect(said).toEqual(['0 bad-file is empty; export the catalog again']);
});

test('reports a gzip file that is damaged from the start', async () => {
  const { items, said } = await readFeed([Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])]);
  expect(items).toEqual([]);
  expect(said).toEqual([expect.stringMatching(/^0 bad-file the gzip file is damaged/)]);
});

test('says what to do about a missing file and a folder', async () => {
  await expect(readCatalog([join(tmpdir(), 'no', 'such.jsonl')])).rejects.toMatchObject({
    code: 'catalog_unreadable',
    message: expect.stringContaining('Check the path'),
  });
  await expect(readCatalog([tmpdir()])).rejects.toMatchObject({
    code: 'catalog_unreadable',
    message: expect.stringContaining('is not a file'),
  });
});

test.each([
  ['prose', 'Dear customer,\nthank you for your order.'],
  ['a JSON array', '[{"id": 1, "title": "x"}]'],
  ['a spreadsheet', Buffer.from('PK\u0003\u0004rest')],
  ['a table without ids', 'colour,size\nred,M'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0])],
])('refuses %s and says what it takes', async (_, content) => {
  await expect(readFeed([content])).rejects.toMatchObject({ code: 'catalog_format_unknown' });
});

test('reads JSON Lines whose first line is broken', async () => {
  const { items, said } = await readFeed([`oops\n${line('a')}`]);
  expect(items).toHaveLength(1);
  expect(said).toEqual([expect.stringMatching(/^1 bad-record is not valid JSON/)]);
});

test('reports its progress in bytes of the file', async () => {
  const seen: { bytes: number; totalBytes: number; items: number }[] = [];
  await readFeed([many(20_000)], { onProgress: (progress) => seen.push(progress) });
  const last = seen.at(-1);
  expect(seen.length).toBeGreaterThan(1);
  expect(last).toMatchObject({ bytes: last?.totalBytes, items: 20_000 });
  expect(seen.map(({ bytes }) => bytes)).toEqual(seen.map(({ bytes }) => bytes).sort((a, b) => a - b));
});

test('stops when it is told to', async () => {
  const controller = new AbortController();
  const stop = () => controller.abort(new Error('stopped'));
  await expect(readFeed([many(50_000)], { signal: controller.signal, onProgress: stop })).rejects.toThrow('stopped');
  await expect(readFeed([line('a')], { signal: controller.signal })).rejects.toThrow('stopped');
});

test('keeps the list of problems of a hopeless file within bounds', async () => {
  const { problems, items } = await readFeed([`${line('a')}${'{bad\n'.repeat(12_000)}`]);
  expect(items).toHaveLength(1);
  expect(problems).toHaveLength(10_001);
  expect(problems.at(-1)?.reason).toBe('2000 more problems of this file are not listed');
});
