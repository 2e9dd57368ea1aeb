import type { Schemas } from '@qdrant/js-client-rest';
import type { QdrantConnection } from './qdrant-client.ts';

/** The plain reads of one collection, bound to one caller's signal. */
export interface PointReader {
  scroll(request: Schemas['ScrollRequest']): Promise<Schemas['Record'][]>;
  points(
    ids: Schemas['ExtendedPointId'][],
    want: Pick<Schemas['PointRequest'], 'with_payload' | 'with_vector'>,
  ): Promise<Schemas['Record'][]>;
  count(filter: Schemas['Filter']): Promise<number>;
  facet(request: Schemas['FacetRequest']): Promise<Schemas['FacetValueHit'][]>;
  /** No segment is being rewritten. */
  isSettled(): Promise<boolean>;
}

export function buildPointReader(
  connection: QdrantConnection,
  collection_name: string,
  signal?: AbortSignal,
): PointReader {
  const options = { signal };
  return {
    async scroll(request) {
      const call = { collection_name, ...request };
      return (await connection.call((api, init) => api.scrollPoints(call, init), options)).points;
    },
    async points(ids, want) {
      if (ids.length === 0) return [];
      const call = { collection_name, ids, with_payload: false, ...want };
      return connection.call((api, init) => api.getPoints(call, init), options);
    },
    async count(filter) {
      const call = { collection_name, filter, exact: true };
      return (await connection.call((api, init) => api.countPoints(call, init), options)).count;
    },
    async facet(request) {
      const call = { collection_name, ...request };
      return (await connection.call((api, init) => api.facet(call, init), options)).hits;
    },
    async isSettled() {
      const { status } = await connection.call((api, init) => api.getCollection({ collection_name }, init), options);
      return status === 'green';
    },
  };
}
