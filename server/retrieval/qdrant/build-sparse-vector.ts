import type { Schemas } from '@qdrant/js-client-rest';

/**
 * Stems with weights as Qdrant's sparse vector. Qdrant has no vocabulary, so a stem's dimension is its hash: documents and queries
 * agree without a shared table. Two stems that collide (about one pair in a vocabulary of 100,000) add up.
 */
export function buildSparseVector(weights: Record<string, number>): Schemas['SparseVector'] {
  const byIndex = new Map<number, number>();
  for (const [stem, weight] of Object.entries(weights)) {
    if (!Number.isFinite(weight) || weight === 0) continue;
    const index = hashStem(stem);
    byIndex.set(index, (byIndex.get(index) ?? 0) + weight);
  }
  return { indices: [...byIndex.keys()], values: [...byIndex.values()] };
}

/** 32-bit FNV-1a with a final mix: FNV alone clusters on short words that differ in the last letter. */
function hashStem(stem: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < stem.length; index++) {
    hash = Math.imul(hash ^ stem.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
