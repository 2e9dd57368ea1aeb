import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Embedder } from './embedder.ts';

export function cosine(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b || a.length !== b.length) throw new Error('two vectors of one length');
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

/** What every embedder keeps; adapters and fakes run it. */
export function describeEmbedder(name: string, create: () => Promise<Embedder>): void {
  describe(`embedder contract: ${name}`, () => {
    let embedder: Embedder;
    beforeAll(async () => {
      embedder = await create();
    });
    afterAll(() => embedder.close());

    test('gives one unit vector a text, in order', async () => {
      const texts = ['a pair of warm gloves', 'a wide screen', 'a pair of warm gloves'];
      const vectors = await embedder.embed(texts);
      expect(vectors).toHaveLength(3);
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 3);
      }
      expect(cosine(vectors[0], vectors[2])).toBeCloseTo(1, 4);
      expect(cosine(vectors[0], vectors[1])).toBeLessThan(0.7);
    });

    test('gives nothing for nothing', async () => {
      expect(await embedder.embed([])).toEqual([]);
    });

    test('gives a text the same vector alone, in company, as a query and as a passage', async () => {
      const text = 'something for rainy days';
      const [alone] = await embedder.embed([text]);
      const [, inCompany] = await embedder.embed(['x', text, 'a much longer text about many things '.repeat(8)]);
      const [asQuery] = await embedder.embed([text], { kind: 'query' });
      const [again] = await embedder.embed([text], { kind: 'query' });
      for (const other of [inCompany, asQuery, again]) expect(cosine(alone, other)).toBeCloseTo(1, 4);
    });

    test('puts what means the same closer than what shares a word', async () => {
      const [sofa, couch, bed] = await embedder.embed(['a sofa for two', 'small couch', 'a bed for two']);
      expect(cosine(sofa, couch)).toBeGreaterThan(cosine(bed, couch));
    });

    test('takes empty, very long and foreign texts', async () => {
      const vectors = await embedder.embed(['', ' ', 'word '.repeat(5000), '防水登山鞋 🥾', '\u0000']);
      expect(vectors).toHaveLength(5);
      expect(vectors.every((vector) => vector.every(Number.isFinite))).toBe(true);
    });

    test('answers queries while passages are at work', async () => {
      const order: string[] = [];
      const passages = embedder.embed(Array.from({ length: 120 }, (_, index) => `passage number ${index}`));
      const query = embedder.embed(['a query that cannot wait'], { kind: 'query' });
      await Promise.all([passages.then(() => order.push('passages')), query.then(() => order.push('query'))]);
      expect(order).toEqual(['query', 'passages']);
    });

    test('stops with the reason of an aborted signal, before and during the work', async () => {
      const reason = new Error('a newer turn came');
      await expect(embedder.embed(['late'], { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      const abort = new AbortController();
      const many = embedder.embed(
        Array.from({ length: 500 }, (_, index) => `text ${index}`),
        { signal: abort.signal },
      );
      abort.abort(reason);
      await expect(many).rejects.toBe(reason);
      expect(await embedder.embed(['still there'], { kind: 'query' })).toHaveLength(1);
    });

    test('does not let one caller change the vector of another', async () => {
      const [first] = await embedder.embed(['shared words'], { kind: 'query' });
      first?.fill(0);
      const [second] = await embedder.embed(['shared words'], { kind: 'query' });
      expect(Math.hypot(...(second ?? []))).toBeCloseTo(1, 3);
    });
  });
}
