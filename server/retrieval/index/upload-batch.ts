import type { Schemas } from '@qdrant/js-client-rest';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import { buildSparseVector } from '../qdrant/build-sparse-vector.ts';
import { buildPayload } from '../qdrant/payload.ts';
import { buildPointId } from '../qdrant/point-id.ts';
import type { QdrantConnection } from '../qdrant/qdrant-client.ts';
import { type EmbedPassages, embedPassages } from './embed-passages.ts';

export interface UploadTarget {
  connection: QdrantConnection;
  collection: string;
  /** Left out: words only. */
  embedding?: Pick<EmbedPassages, 'embedder' | 'cache'>;
  signal?: AbortSignal;
}

/** Writes the items as points, replacing those of the same id; returns how many texts had to be embedded. */
export async function uploadBatch(items: IndexedItem[], target: UploadTarget): Promise<number> {
  if (items.length === 0) return 0;
  const { connection, collection, embedding, signal } = target;
  const { vectors, embedded } = embedding
    ? await embedPassages(items, { ...embedding, signal })
    : { vectors: [], embedded: 0 };
  const points = items.map((item, index) => buildPoint(item, vectors[index]));
  await connection.call((api, init) => api.upsertPoints({ collection_name: collection, wait: true, points }, init), {
    signal,
  });
  return embedded;
}

/** The content hash of each item that the collection already has. */
export async function readStored(
  items: IndexedItem[],
  { connection, collection, signal }: UploadTarget,
): Promise<Map<string, { contentHash: unknown; passageHash: unknown }>> {
  const points = await connection.call(
    (api, init) =>
      api.getPoints(
        {
          collection_name: collection,
          ids: items.map(({ item }) => buildPointId(item.id)),
          with_payload: ['id', 'contentHash', 'passageHash'],
        },
        init,
      ),
    { signal },
  );
  return new Map(
    points.map(({ payload }) => [
      String(payload?.id),
      { contentHash: payload?.contentHash, passageHash: payload?.passageHash },
    ]),
  );
}

function buildPoint(item: IndexedItem, dense?: Float32Array): Schemas['PointStruct'] {
  const sparse = buildSparseVector(item.sparse);
  return {
    id: buildPointId(item.item.id),
    vector: { sparse, ...(dense ? { dense: Array.from(dense) } : {}) },
    payload: { ...buildPayload(item) },
  };
}
