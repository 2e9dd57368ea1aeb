import type { Schemas } from '@qdrant/js-client-rest';

/** The dense one of a point's named vectors; undefined in a words-only index. */
export function readDenseVector(vector: Schemas['Record']['vector']): Float32Array | undefined {
  if (!vector || Array.isArray(vector) || !('dense' in vector)) return undefined;
  const { dense } = vector;
  const isNumbers = Array.isArray(dense) && dense.every((value) => typeof value === 'number');
  return isNumbers ? Float32Array.from(dense) : undefined;
}
