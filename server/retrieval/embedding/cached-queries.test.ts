import { describe, expect, it } from 'vitest';
import { HashEmbedder } from '../qdrant/testing/hash-embedder.ts';
import { CachedQueries } from './cached-queries.ts';

describe('remembered queries', () => {
  it('are embedded once, and come back the same', async () => {
    const inner = new HashEmbedder();
    const embedder = new CachedQueries(inner);
    const [first] = await embedder.embed(['grey sofa'], { kind: 'query' });
    const [again] = await embedder.embed(['grey sofa'], { kind: 'query' });
    expect(again).toEqual(first);
    expect(inner.embedded).toBe(1);
  });

  it('are no passages', async () => {
    const inner = new HashEmbedder();
    const embedder = new CachedQueries(inner);
    await embedder.embed(['grey sofa'], { kind: 'passage' });
    await embedder.embed(['grey sofa'], { kind: 'passage' });
    expect(inner.embedded).toBe(2);
  });

  it('are not those that failed', async () => {
    const inner = new HashEmbedder();
    const embedder = new CachedQueries(inner);
    inner.embed = () => Promise.reject(new Error('down'));
    await expect(embedder.embed(['sofa'], { kind: 'query' })).rejects.toThrow('down');
    inner.embed = HashEmbedder.prototype.embed;
    expect(await embedder.embed(['sofa'], { kind: 'query' })).toHaveLength(1);
  });
});
