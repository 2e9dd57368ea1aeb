import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../metrics/seeded-random.ts';
import { printBench } from './bench-report.ts';
import { runInChild } from './child-process.ts';
import { summariseLatency } from './latency.ts';
import type { EngineJob, EngineResult } from './messages.ts';
import { parseBenchOptions } from './options.ts';
import { parseProcesses, readMemory } from './process-memory.ts';
import { readItems } from './read-items.ts';
import { sampleVisits } from './sample-visits.ts';

const lines = [
  { id: '1', title: 'Brass Desk Lamp 40W', brand: 'Acme', price: { amount: 37, currency: 'EUR' } },
  { id: '2', title: 'Oak Table', category: ['Tables'] },
  { kind: 'video', id: 'v', title: 'A film', products: ['1'] },
];
function writeCatalog(name: string, bytes: string | Buffer): string {
  const path = join(mkdtempSync(join(tmpdir(), 'aisle-bench-')), name);
  writeFileSync(path, bytes);
  return path;
}
const text = `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot a line\n`;

describe('the bench', () => {
  it('reads the products of a plain and of a packed catalog', () => {
    expect(readItems(writeCatalog('c.jsonl', text)).map((item) => item.id)).toEqual(['1', '2']);
    expect(readItems(writeCatalog('c.jsonl.gz', gzipSync(text))).map((item) => item.id)).toEqual(['1', '2']);
    expect(() => readItems(writeCatalog('c.csv', 'id,title\n'))).toThrow(/no product/);
    expect(() => readItems('/nowhere.jsonl')).toThrow(/cannot be read/);
  });

  it('asks in the words of the catalog, the same ones with the same seed', () => {
    const items = readItems(writeCatalog('c.jsonl', text));
    const visits = sampleVisits(items, 50, seededRandom(1));
    expect(visits).toEqual(sampleVisits(items, 50, seededRandom(1)));
    expect(visits.every(([request]) => /brass|desk|lamp|oak|table/.test(request ?? ''))).toBe(true);
    expect(visits.flat().some((one) => /under \d+/.test(one))).toBe(true);
    expect(visits.flat().join(' ')).not.toContain('undefined');
  });

  it('summarises times', () => {
    const hundred = Array.from({ length: 101 }, (_, at) => 100 - at);
    expect(summariseLatency(hundred)).toEqual({ count: 101, p50: 50, p95: 95, p99: 99 });
    expect(summariseLatency([]).p50).toBeNaN();
  });

  it('adds up the memory of a process and what it started', () => {
    expect(parseProcesses('  1 0 100 init\n 20 1 2000 /usr/bin/node\n\n')).toEqual([
      { pid: 1, parent: 0, rssKb: 100, name: 'init' },
      { pid: 20, parent: 1, rssKb: 2000, name: 'node' },
    ]);
    expect(readMemory(process.pid).qdrantMb).toBe(0);
  });

  it('refuses wrong options with one line', () => {
    expect(parseBenchOptions(['--shoppers', '1,8', '--turns', '10'])).toMatchObject({ shoppers: [1, 8], turns: 10 });
    expect(() => parseBenchOptions(['--shoppers', 'many'])).toThrow(/--shoppers: a list of whole numbers/);
    expect(() => parseBenchOptions(['--fast'])).toThrow(/See npm run bench/);
  });

  it.each(['minisearch', 'orama'] as const)('asks %s in a process of its own', async (engine) => {
    const catalog = writeCatalog('c.jsonl', text);
    const job: EngineJob = { engine, catalog, queries: ['lamp', 'oak table'] };
    const result = await runInChild<EngineJob, EngineResult>(join(import.meta.dirname, 'engines.ts'), job);
    expect(result).toMatchObject({ engine, query: { count: 2 } });
  });

  it('prints one table with ratios', () => {
    const latency = { count: 1, p50: 10, p95: 20, p99: 30 };
    const output = printBench({
      catalog: 'c.jsonl',
      products: 2,
      warmStartSeconds: 1.5,
      idle: { serverMb: 100, qdrantMb: 50 },
      loaded: { serverMb: 120, qdrantMb: 60 },
      rows: [
        {
          shoppers: 1,
          turns: 10,
          failed: 0,
          reasons: [],
          seconds: 1,
          firstCard: latency,
          turn: latency,
          stages: { understand: latency },
        },
      ],
      engines: [
        {
          engine: 'minisearch',
          indexSeconds: 1,
          query: { ...latency, p50: 2, p95: 4 },
          queriesPerSecond: 100,
          memoryMb: 80,
        },
      ],
    }).join('\n');
    expect(output).toContain('understand');
    expect(output).toMatch(/minisearch .*5\.0× +5\.0× +10\.0×/);
  });
});
