import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { repositoryRoot } from '../config.ts';
import { cornerShopFile, cornerShopLines } from '../testing/corner-shop.ts';
import { parseStockLine } from './update-stock.ts';

const folder = mkdtempSync(join(tmpdir(), 'aisle-index-'));
const timeoutMs = 180_000;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Words alone: what is indexed and said is the same, and no weights are needed. */
function runIndex(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const all = ['--import', 'tsx', 'server/catalog/index-command.ts', '--embeddings', 'off', ...args];
  return new Promise((resolve) =>
    execFile(process.execPath, all, { cwd: repositoryRoot }, (error, out, err) =>
      resolve({ status: error ? Number(error.code) : 0, out, err }),
    ),
  );
}

const write = (name: string, lines: string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

it(
  'indexes what it can and says what it found and what it could not use',
  async () => {
    const extra = write('extra.jsonl', ['{"id": "torn"', '{"id": "x", "title": "Felt Slippers"}', '[]']);
    const problems = join(folder, 'problems.txt');
    const data = ['--data', join(folder, 'data')];
    const { status, out } = await runIndex(cornerShopFile, extra, ...data, '--problems', problems);
    expect(status).toBe(0);
    expect(out).toContain('corner-shop: 61 products, prices in USD');
    expect(out).toMatch(/colour +categorical +98%/);
    expect(out).toMatch(/power w +number +25% +\S+ +3 to 14/);
    expect(out).toContain('Headphones 15');
    expect(out).toContain(`${extra}:1: bad-record`);
    expect(out).toContain(`${extra}:3: bad-record`);
    expect(readFileSync(problems, 'utf8').trim().split('\n')).toHaveLength(2);
    const again = await runIndex(cornerShopFile, extra, ...data);
    expect(again.out).toContain('the index was up to date');
  },
  timeoutMs,
);

it(
  'changes prices and stock in the index in use',
  async () => {
    const shop = ['--data', join(folder, 'stock'), '--catalog', cornerShopFile];
    const lines = ['{"id":"mug-1","price":{"amount":8,"currency":"USD"},"stock":1}', '{"id":"nothing","stock":0}', '{'];
    const file = write('stock.jsonl', lines);
    const first = await runIndex(...shop, '--update', file);
    expect(first.status).toBe(0);
    expect(first.out).toContain('1 items changed, 0 were so already');
    expect(first.out).toContain(`${file}:2: bad-record (nothing): no product in the index has this id`);
    expect(first.out).toContain(`${file}:3: bad-record: this is not JSON`);
    expect((await runIndex(...shop, '--update', file)).out).toContain('0 items changed, 1 were so already');
  },
  timeoutMs,
);

it(
  'ends with 1 and the reasons when nothing can be used',
  async () => {
    const file = write('nothing.jsonl', ['{"id": 1}', 'no JSON']);
    const { status, out, err } = await runIndex(file, '--data', join(folder, 'nothing'));
    expect(status).toBe(1);
    expect(out).toContain(`${file}:1: bad-record`);
    expect(err).toContain('could be used');
    const unknown = await runIndex('--colour', 'red');
    expect(unknown.status).toBe(1);
    expect(unknown.err).toContain('npm run index -- --help');
    expect((await runIndex('--help')).out).toContain('--update FILE');
  },
  timeoutMs,
);

it('takes from a line of an update only what leaves the words alone', () => {
  expect(parseStockLine('{"id":7,"stock":2,"listPrice":null}')).toEqual({
    change: { id: '7', stock: 2, listPrice: null },
  });
  expect(parseStockLine('{"id":"a","title":"New"}')).toEqual({ reason: expect.stringContaining('title') });
  expect(parseStockLine('{"id":"a","price":{"amount":-1,"currency":"USD"}}')).toEqual({
    reason: expect.stringContaining('price'),
  });
  expect(parseStockLine('[1]')).toEqual({ reason: expect.any(String) });
});

it('has a line for each of the sixty products of the fixture', () => expect(cornerShopLines).toHaveLength(60));
