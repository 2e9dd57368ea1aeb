import type { Embedder } from '../../server/retrieval/embedder.ts';
import type { Recall, Retriever } from '../../server/retrieval/retriever.ts';
import type { Search } from './eval-shop.ts';

export interface RetrievalParts {
  retriever: Pick<Retriever, 'recall'>;
  /** Left out where the shop runs on words only. */
  embedder?: Embedder;
  /** Query stems with weights, as a turn sends them to the sparse side. */
  sparseQuery?: (text: string) => Record<string, number>;
}

/** The retrieval by itself: the shopper's words straight to the index, without understanding, filters and ranking. */
export function buildRetrievalArms({ retriever, embedder, sparseQuery }: RetrievalParts): Record<string, Search> {
  const search =
    (sides: (text: string, signal: AbortSignal) => Promise<Pick<Recall, 'dense' | 'sparse'>>): Search =>
    async (text, limit, signal) => {
      const eligible = { kinds: ['product' as const], criteria: [], exclude: [] };
      const found = await retriever.recall({ eligible, limit, ...(await sides(text, signal)) }, signal);
      return found.map((candidate) => candidate.id);
    };
  const embed = async (text: string, signal: AbortSignal): Promise<Float32Array | undefined> =>
    (await embedder?.embed([text], { signal, kind: 'query' }))?.[0];
  return {
    ...(sparseQuery ? { sparse: search(async (text) => ({ sparse: sparseQuery(text) })) } : {}),
    ...(embedder ? { dense: search(async (text, signal) => ({ dense: await embed(text, signal) })) } : {}),
    ...(embedder && sparseQuery
      ? { fused: search(async (text, signal) => ({ dense: await embed(text, signal), sparse: sparseQuery(text) })) }
      : {}),
  };
}
