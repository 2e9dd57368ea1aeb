import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddingCache } from './embedding-cache.ts';

const embedder = { id: 'some/model@1', dimensions: 3 };
const entries = ['a', 'b', 'c'].map((hash, index) => ({ hash, vector: Float32Array.of(index, 0.5, -1) }));

describe('openEmbeddingCache', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-cache-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const path = async () => join(folder, (await readdir(folder))[0] ?? '');
  async function withCache<Result>(use: (cache: Awaited<ReturnType<typeof openEmbeddingCache>>) => Promise<Result>) {
    const cache = await openEmbeddingCache(folder, embedder);
    try {
      return await use(cache);
    } finally {
      await cache.close();
    }
  }
  const readAll = () => withCache((cache) => cache.read(['a', 'b', 'c']));
  const fill = () => withCache((cache) => cache.append(entries));

  it('returns what was stored, also after it was opened again', async () => {
    const read = await withCache(async (cache) => {
      await cache.append(entries.slice(0, 2));
      return cache.read(['b', 'missing', 'a']);
    });
    expect(read).toEqual([entries[1]?.vector, undefined, entries[0]?.vector]);
    await withCache((cache) => cache.append(entries.slice(2)));
    expect(await readAll()).toEqual(entries.map(({ vector }) => vector));
  });

  it('drops a tail that was cut short, and goes on behind the last whole vector', async () => {
    await fill();
    const { length } = await readFile(await path());
    for (const cut of [1, 11, 35]) {
      await truncate(await path(), length - cut);
      expect(await readAll()).toEqual([entries[0]?.vector, entries[1]?.vector, undefined]);
      await withCache((cache) => cache.append(entries.slice(2)));
      expect(await readAll()).toEqual(entries.map(({ vector }) => vector));
    }
  });

  it('drops a tail of garbage', async () => {
    await fill();
    await appendFile(await path(), Buffer.alloc(100, 7));
    expect(await readAll()).toEqual(entries.map(({ vector }) => vector));
    expect(await withCache(async ({ size }) => size)).toBe(3);
  });

  it('passes over a damaged vector in the middle', async () => {
    await fill();
    const bytes = await readFile(await path());
    bytes.writeUInt8(bytes.readUInt8(16 + 36 + 25) ^ 0xff, 16 + 36 + 25);
    await writeFile(await path(), bytes);
    expect(await readAll()).toEqual([entries[0]?.vector, undefined, entries[2]?.vector]);
  });

  it('begins anew over a file of another make', async () => {
    await fill();
    await writeFile(await path(), 'something else entirely, and long enough for a header');
    expect(await readAll()).toEqual([undefined, undefined, undefined]);
    await fill();
    expect(await readAll()).toEqual(entries.map(({ vector }) => vector));
  });

  it('never mixes the vectors of two embedders', async () => {
    await fill();
    const other = await openEmbeddingCache(folder, { ...embedder, id: 'some/model@2' });
    expect(await other.read(['a'])).toEqual([undefined]);
    await other.close();
  });
});
