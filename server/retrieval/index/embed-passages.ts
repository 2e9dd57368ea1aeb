import type { IndexedItem } from '../../domain/indexed-item.ts';
import { AppError } from '../../errors.ts';
import type { Embedder } from '../embedder.ts';
import type { EmbeddingCache } from './embedding-cache.ts';

type Passage = Pick<IndexedItem, 'passage' | 'passageHash'>;
export interface EmbedPassages {
  embedder: Embedder;
  cache: EmbeddingCache;
  signal?: AbortSignal;
}

/** One vector an item, in order, and how many of them had to be computed. What is computed is in the cache before this returns. */
export async function embedPassages(
  items: Passage[],
  { embedder, cache, signal }: EmbedPassages,
): Promise<{ vectors: Float32Array[]; embedded: number }> {
  const cached = await cache.read(items.map(({ passageHash }) => passageHash));
  const known = new Map<string, Float32Array>();
  const missing = new Map<string, string>();
  items.forEach(({ passage, passageHash }, index) => {
    const vector = cached[index];
    if (vector) known.set(passageHash, vector);
    else missing.set(passageHash, passage);
  });
  if (missing.size > 0) {
    const computed = await embedder.embed([...missing.values()], { signal, kind: 'passage' });
    const entries = [...missing.keys()].map((hash, index) => ({ hash, vector: check(computed[index], embedder) }));
    await cache.append(entries);
    for (const { hash, vector } of entries) known.set(hash, vector);
  }
  return { vectors: items.map(({ passageHash }) => check(known.get(passageHash), embedder)), embedded: missing.size };
}

function check(vector: Float32Array | undefined, { id, dimensions }: Embedder): Float32Array {
  if (vector?.length === dimensions) return vector;
  throw new AppError(
    'embeddings_mismatch',
    `the embedder ${id} gave a vector of ${vector?.length ?? 0} numbers in place of ${dimensions}; check EMBEDDINGS_MODEL`,
  );
}
