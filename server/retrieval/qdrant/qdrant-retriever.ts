import type { Schemas } from '@qdrant/js-client-rest';
import type { Candidate } from '../../domain/candidate.ts';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import type { Eligible, Recall, Retriever } from '../retriever.ts';
import { buildFilter } from './build-filter.ts';
import { buildQuery, type Fusion } from './build-query.ts';
import { rankedFields, readIndexed, readRanked } from './payload.ts';
import { buildPointId } from './point-id.ts';
import type { QdrantConnection } from './qdrant-client.ts';
import { recallOrdered } from './recall-ordered.ts';

/** Offline sweeps try other fusions on the same index. */
export type FusedRecall = Recall & { fusion?: Fusion };

export interface QdrantRetrieverOptions {
  connection: QdrantConnection;
  /** Alias or name; behind an alias a new index takes over between two calls. */
  collection: string;
  fusion: Fusion;
}

/** Distinct values that a facet answer may carry before the most frequent ones of the prefix are picked. */
const facetValues = 100_000;

export class QdrantRetriever implements Retriever {
  readonly #connection: QdrantConnection;
  readonly #collection: string;
  readonly #fusion: Fusion;

  constructor({ connection, collection, fusion }: QdrantRetrieverOptions) {
    this.#connection = connection;
    this.#collection = collection;
    this.#fusion = fusion;
  }

  async recall(request: FusedRecall, signal?: AbortSignal): Promise<Candidate[]> {
    const filter = buildFilter(request.eligible);
    const query = request.order ? undefined : buildQuery(request, request.fusion ?? this.#fusion, filter);
    if (!query) return recallOrdered(this.#scroll(signal), { filter, limit: request.limit, order: request.order });
    const { points } = await this.#connection.call(
      (api, init) => api.queryPoints({ collection_name: this.#collection, ...query, with_payload: rankedFields }, init),
      { signal },
    );
    return points.map(({ payload, score }) => ({ ...readRanked(payload), recall: score }));
  }

  async count(eligible: Eligible, signal?: AbortSignal): Promise<number> {
    const filter = buildFilter(eligible);
    const { count } = await this.#connection.call(
      (api, init) => api.countPoints({ collection_name: this.#collection, filter, exact: true }, init),
      { signal },
    );
    return count;
  }

  /** Qdrant has no batch for counts; over kept-alive connections all of them take little longer than one. */
  counts(eligible: Eligible[], signal?: AbortSignal): Promise<number[]> {
    return Promise.all(eligible.map((each) => this.count(each, signal)));
  }

  async items(ids: string[], signal?: AbortSignal): Promise<IndexedItem[]> {
    const points = await this.#points(ids, { with_payload: true }, signal);
    const byPoint = new Map(points.map((point) => [point.id, point]));
    return ids.flatMap((id) => {
      const point = byPoint.get(buildPointId(id));
      return point ? [readIndexed(point.payload)] : [];
    });
  }

  async vectors(ids: string[], signal?: AbortSignal): Promise<Record<string, Float32Array>> {
    // All vectors, not the dense one by name: a words-only index would refuse the name.
    const points = await this.#points(ids, { with_vector: true }, signal);
    const byPoint = new Map(points.map((point) => [point.id, point]));
    return Object.fromEntries(
      ids.flatMap((id) => {
        const dense = readDense(byPoint.get(buildPointId(id))?.vector);
        return dense ? [[id, dense]] : [];
      }),
    );
  }

  async contentOf(productIds: string[], limit: number, signal?: AbortSignal): Promise<IndexedItem[]> {
    if (productIds.length === 0 || limit < 1) return [];
    const filter = {
      must: [
        { key: 'kind', match: { any: ['video', 'live'] } },
        { key: 'products', match: { any: productIds } },
      ],
    };
    // Read more than asked, so that content of the first products is not lost to the order of point ids.
    const points = await this.#scroll(signal)({ filter, limit: limit * 4, with_payload: true });
    const rank = new Map(productIds.map((id, index) => [id, index]));
    const best = ({ item }: IndexedItem) =>
      item.kind === 'product'
        ? Number.POSITIVE_INFINITY
        : Math.min(...item.products.map((id) => rank.get(id) ?? Number.POSITIVE_INFINITY));
    return points
      .map(({ payload }) => readIndexed(payload))
      .sort((one, other) => best(one) - best(other))
      .slice(0, limit);
  }

  async facet(eligible: Eligible, prefix: string, limit: number, signal?: AbortSignal) {
    const filter = buildFilter(eligible);
    // Words are by far the most of all terms; they are counted only for who asks for words.
    const key = prefix === '' || 'text='.startsWith(prefix) || prefix.startsWith('text=') ? 'terms' : 'facets';
    const { hits } = await this.#connection.call(
      (api, init) =>
        api.facet({ collection_name: this.#collection, key, filter, exact: true, limit: facetValues }, init),
      { signal },
    );
    return hits
      .map(({ value, count }) => ({ term: String(value), count }))
      .filter(({ term }) => term.startsWith(prefix))
      .slice(0, limit);
  }

  async #points(
    ids: string[],
    want: Pick<Schemas['PointRequest'], 'with_payload' | 'with_vector'>,
    signal?: AbortSignal,
  ) {
    if (ids.length === 0) return [];
    const points = [...new Set(ids.map(buildPointId))];
    return this.#connection.call(
      (api, init) =>
        api.getPoints({ collection_name: this.#collection, ids: points, with_payload: false, ...want }, init),
      { signal },
    );
  }

  #scroll(signal?: AbortSignal) {
    return async (request: Schemas['ScrollRequest']) => {
      const { points } = await this.#connection.call(
        (api, init) => api.scrollPoints({ collection_name: this.#collection, ...request }, init),
        { signal },
      );
      return points;
    };
  }
}

function readDense(
  vector: Schemas['VectorStructOutput'] | null | Record<string, unknown> | undefined,
): Float32Array | undefined {
  if (!vector || Array.isArray(vector) || !('dense' in vector)) return undefined;
  const { dense } = vector;
  return Array.isArray(dense) && dense.every((value) => typeof value === 'number')
    ? Float32Array.from(dense)
    : undefined;
}
