import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CatalogItem } from '../../domain/catalog-item.ts';
import { AppError } from '../../errors.ts';
import { readFeed } from './testing/read-feed.ts';

const BEGINNINGS = [
  '',
  '{"id":"1","title":"A"}\n',
  'id,title,price,stock\n1,A,5,3\n',
  'id\ttitle\timage_link\titem_group_id\tprice\n1\tA\tx\tg\t5 EUR\n',
  'Handle,Title,Variant Price,Option1 Name,Option1 Value\na,A,5,Size,M\n',
  '<rss><channel><item><g:id>1</g:id><g:title>A</g:title></item><item>',
  '\ufeff<feed><entry>',
];
const PIECES = [
  '"',
  ',',
  '\n',
  '\r\n',
  '\t',
  '<item>',
  '</item>',
  '<g:id>',
  '</g:id>',
  '<![CDATA[',
  ']]>',
  '&',
  '&b;',
  '{"id":2,"title":"B"',
  '}',
  '-5',
  '__proto__',
  '\ud800',
  '\u0000',
  '<!--',
  '1.2.3',
  ';',
  '|',
];

const anyFeed = fc
  .tuple(
    fc.constantFrom(...BEGINNINGS),
    fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 40 }),
        fc.constantFrom(...PIECES),
        fc.string({ unit: 'binary', maxLength: 20 }),
      ),
      { maxLength: 30 },
    ),
    fc.constantFrom('plain', 'gzip', 'cut gzip'),
  )
  .map(([beginning, pieces, packing]) => {
    const bytes = Buffer.concat([Buffer.from(beginning), ...pieces.map((piece) => Buffer.from(piece as string))]);
    const packed = packing === 'plain' ? bytes : gzipSync(bytes);
    return packing === 'cut gzip' ? packed.subarray(0, Math.ceil(packed.length / 2)) : packed;
  });

test('ends in items and problems or in an AppError, whatever the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anyFeed, async (bytes) => {
      const outcome = await readFeed([bytes]).catch((error: unknown) => error);
      if (outcome instanceof Error) {
        expect(outcome).toBeInstanceOf(AppError);
        return;
      }
      const { items, problems } = outcome as Awaited<ReturnType<typeof readFeed>>;
      for (const item of items) expect(CatalogItem.parse(item)).toEqual(item);
      expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
      expect(items.length + problems.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problem.reason).not.toBe('');
    }),
    { numRuns: 400 },
  );
});
