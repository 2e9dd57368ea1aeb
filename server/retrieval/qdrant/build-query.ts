import type { Schemas } from '@qdrant/js-client-rest';
import type { Recall } from '../retriever.ts';
import { buildSparseVector } from './build-sparse-vector.ts';

/**
 * How the two rankings become one. `k` of reciprocal rank fusion: the smaller, the more the first ranks count. `words`: how many times
 * the ranking by words is counted, since 1.16.3 takes no weights.
 */
export type Fusion =
  | { kind: 'rrf'; k: number; words?: number }
  | { kind: 'dbsf' }
  | { kind: 'dense' }
  | { kind: 'sparse' };

type Ranking = Pick<Schemas['QueryRequest'], 'query' | 'using'>;
type Query = Pick<Schemas['QueryRequest'], 'query' | 'using' | 'prefetch' | 'filter' | 'limit'>;

/** Each ranking is read deeper than the answer is long: what is in the middle of both beats what leads only one. */
const prefetchDepth = { factor: 2, least: 100 };

/** Undefined when the request has no vector at all. Where one of the two is missing, the other stands alone. */
export function buildQuery(recall: Recall, fusion: Fusion, filter: Schemas['Filter']): Query | undefined {
  const { limit } = recall;
  const dense: Ranking | undefined = recall.dense && { query: Array.from(recall.dense), using: 'dense' };
  const sparse = buildSparse(recall.sparse);
  if (!dense && !sparse) return undefined;
  const alone = chooseOne(dense, sparse, fusion);
  if (alone) return { ...alone, filter, limit };
  const depth = Math.max(limit * prefetchDepth.factor, prefetchDepth.least);
  const times = fusion.kind === 'rrf' ? (fusion.words ?? 1) : 1;
  const prefetch = [dense, ...Array.from({ length: times }, () => sparse)].flatMap((ranking) =>
    ranking ? [{ ...ranking, filter, limit: depth }] : [],
  );
  return { prefetch, query: fusion.kind === 'rrf' ? { rrf: { k: fusion.k } } : { fusion: 'dbsf' }, limit };
}

function buildSparse(weights: Recall['sparse']): Ranking | undefined {
  const vector = weights && buildSparseVector(weights);
  return vector && vector.indices.length > 0 ? { query: vector, using: 'sparse' } : undefined;
}

function chooseOne(dense: Ranking | undefined, sparse: Ranking | undefined, fusion: Fusion): Ranking | undefined {
  if (!dense || !sparse) return dense ?? sparse;
  if (fusion.kind === 'dense') return dense;
  if (fusion.kind === 'sparse') return sparse;
  return undefined;
}
