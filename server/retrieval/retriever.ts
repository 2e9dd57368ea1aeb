import type { Candidate } from '../domain/candidate.ts';
import type { Criterion } from '../domain/criterion.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';

/** Which items may come back at all. */
export interface Eligible {
  /** Left out: any kind. Where a catalog has products only, asking for them costs more than the rest of a query. */
  kinds?: ('product' | 'video' | 'live')[];
  /** All of them hold. `known` items fit for certain; `possible` adds those on which the catalog is silent. */
  criteria: { criterion: Criterion; admit: 'known' | 'possible' }[];
  /** Item ids that may not come back. */
  exclude: string[];
}

export interface Recall {
  eligible: Eligible;
  /** Query vector; left out without embeddings. */
  dense?: Float32Array;
  /** Query stems with weights; left out when the request is all constraints. */
  sparse?: Record<string, number>;
  limit: number;
  /** Order by a number instead of relevance. */
  order?: { key: string; direction: 'ascending' | 'descending' };
}

/** The one way to the vector store. Every call throws `AppError` `retrieval_unavailable` when Qdrant does not answer in time. */
export interface Retriever {
  /** Best first. With neither vector and no order: any eligible items, most popular or best rated first where known. */
  recall(request: Recall, signal?: AbortSignal): Promise<Candidate[]>;
  /** Exact number of eligible items. */
  count(eligible: Eligible, signal?: AbortSignal): Promise<number>;
  /** Several exact counts in one round trip. */
  counts(eligible: Eligible[], signal?: AbortSignal): Promise<number[]>;
  /** Whole items in the order of `ids`; those that do not exist are left out. */
  items(ids: string[], signal?: AbortSignal): Promise<IndexedItem[]>;
  /** The products' own vectors by id, for similar items and taste. */
  vectors(ids: string[], signal?: AbortSignal): Promise<Record<string, Float32Array>>;
  /** Videos and live streams that carry any of these products. */
  contentOf(productIds: string[], limit: number, signal?: AbortSignal): Promise<IndexedItem[]>;
  /** Values of `terms` that start with `prefix` ("colour=") with exact counts over the eligible items, most frequent first. */
  facet(
    eligible: Eligible,
    prefix: string,
    limit: number,
    signal?: AbortSignal,
  ): Promise<{ term: string; count: number }[]>;
}
