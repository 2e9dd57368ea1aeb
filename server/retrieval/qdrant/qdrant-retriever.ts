import type { Candidate } from '../../domain/candidate.ts';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import type { Eligible, Recall, Retriever } from '../retriever.ts';
import { buildFilter } from './build-filter.ts';
import { buildQuery, type Fusion } from './build-query.ts';
import { countFacet } from './count-facet.ts';
import { findContent } from './find-content.ts';
import { rankedFields, readIndexed, readRanked } from './payload.ts';
import { buildPointId } from './point-id.ts';
import { buildPointReader, type PointReader } from './point-reader.ts';
import type { QdrantConnection } from './qdrant-client.ts';
import { RankedCache } from './ranked-cache.ts';
import { readDenseVector } from './read-dense-vector.ts';
import { recallOrdered } from './recall-ordered.ts';

/** Offline sweeps try other fusions on the same index. */
export type FusedRecall = Recall & { fusion?: Fusion };

export interface QdrantRetrieverOptions {
  connection: QdrantConnection;
  /** Alias or name; behind an alias a new index takes over between two calls. */
  collection: string;
  fusion: Fusion;
}

export class QdrantRetriever implements Retriever {
  readonly #connection: QdrantConnection;
  readonly #collection: string;
  readonly #fusion: Fusion;
  readonly #ranked = new RankedCache();

  constructor({ connection, collection, fusion }: QdrantRetrieverOptions) {
    this.#connection = connection;
    this.#collection = collection;
    this.#fusion = fusion;
  }

  async recall(request: FusedRecall, signal?: AbortSignal): Promise<Candidate[]> {
    const { limit, order } = request;
    const filter = buildFilter(request.eligible);
    const query = order ? undefined : buildQuery(request, request.fusion ?? this.#fusion, filter);
    if (!query) return recallOrdered(this.#reader(signal), { filter, limit, order });
    const call = { collection_name: this.#collection, ...query };
    const { points: hits } = await this.#connection.call((api, init) => api.queryPoints(call, init), { signal });
    const items = await this.#readRanked(
      hits.map(({ id }) => String(id)),
      signal,
    );
    return hits.flatMap(({ id, score }) => {
      const item = items.get(String(id));
      return item ? [{ ...item, recall: score }] : [];
    });
  }

  /** Asked for payloads with the query, Qdrant reads those of everything that it fuses, four times what comes back. */
  async #readRanked(pointIds: string[], signal?: AbortSignal) {
    const items = new Map(pointIds.map((id) => [id, this.#ranked.read(id)]));
    const missing = pointIds.filter((id) => !items.get(id));
    const points = await this.#reader(signal).points(missing, { with_payload: rankedFields });
    for (const { id, payload } of points) {
      const item = readRanked(payload);
      items.set(String(id), item);
      this.#ranked.keep(String(id), item);
    }
    return items;
  }

  async count(eligible: Eligible, signal?: AbortSignal): Promise<number> {
    return this.#reader(signal).count(buildFilter(eligible));
  }

  /** Qdrant has no batch for counts; over kept-alive connections all of them run at once. */
  counts(eligible: Eligible[], signal?: AbortSignal): Promise<number[]> {
    return Promise.all(eligible.map((each) => this.count(each, signal)));
  }

  async items(ids: string[], signal?: AbortSignal): Promise<IndexedItem[]> {
    const points = await this.#byItem(ids, { with_payload: true }, signal);
    return ids.flatMap((id) => {
      const point = points.get(id);
      return point ? [readIndexed(point.payload)] : [];
    });
  }

  async vectors(ids: string[], signal?: AbortSignal): Promise<Record<string, Float32Array>> {
    // All vectors, not the dense one by name: a words-only index would refuse the name.
    const points = await this.#byItem(ids, { with_vector: true }, signal);
    return Object.fromEntries(
      [...points].flatMap(([id, { vector }]) => {
        const dense = readDenseVector(vector);
        return dense ? [[id, dense]] : [];
      }),
    );
  }

  async contentOf(productIds: string[], limit: number, signal?: AbortSignal): Promise<IndexedItem[]> {
    return findContent(this.#reader(signal), productIds, limit);
  }

  async facet(eligible: Eligible, prefix: string, limit: number, signal?: AbortSignal) {
    return countFacet(this.#reader(signal), { filter: buildFilter(eligible), prefix, limit });
  }

  async #byItem(ids: string[], want: Parameters<PointReader['points']>[1], signal?: AbortSignal) {
    const itemOf = new Map(ids.map((id) => [buildPointId(id), id]));
    const points = await this.#reader(signal).points([...itemOf.keys()], want);
    return new Map(points.map((point) => [itemOf.get(String(point.id)) ?? '', point]));
  }

  #reader(signal?: AbortSignal): PointReader {
    return buildPointReader(this.#connection, this.#collection, signal);
  }
}
