import type { Schemas } from '@qdrant/js-client-rest';
import type { IndexedItem } from '../../domain/indexed-item.ts';
import { buildSparseVector } from '../qdrant/build-sparse-vector.ts';
import { buildPayload } from '../qdrant/payload.ts';
import { buildPointId } from '../qdrant/point-id.ts';
import { readStored, type UploadTarget, uploadBatch } from './upload-batch.ts';

export interface UpdatedItems {
  /** Same content as before: nothing was written. */
  unchanged: number;
  /** Price, stock or another fact changed, the text did not: the vector stays. */
  patched: number;
  /** New items and new texts. */
  replaced: number;
  embedded: number;
}

const batchItems = 128;

/** Brings single items of the index in use up to date; `target.collection` may be the alias. */
export async function updateItems(items: IndexedItem[], target: UploadTarget): Promise<UpdatedItems> {
  const updated: UpdatedItems = { unchanged: 0, patched: 0, replaced: 0, embedded: 0 };
  for (let start = 0; start < items.length; start += batchItems) {
    const batch = items.slice(start, start + batchItems);
    const stored = await readStored(batch, target);
    const changed = batch.filter(({ item, contentHash }) => stored.get(item.id)?.contentHash !== contentHash);
    const sameText = ({ item, passageHash }: IndexedItem) => stored.get(item.id)?.passageHash === passageHash;
    const patches = changed.filter(sameText);
    const replacements = changed.filter((item) => !sameText(item));
    await patch(patches, target);
    updated.embedded += await uploadBatch(replacements, target);
    updated.unchanged += batch.length - changed.length;
    updated.patched += patches.length;
    updated.replaced += replacements.length;
  }
  return updated;
}

/** Takes items out of the index in use. */
export async function removeItems(ids: string[], { connection, collection, signal }: UploadTarget): Promise<void> {
  if (ids.length === 0) return;
  const points = ids.map(buildPointId);
  await connection.call((api, init) => api.deletePoints({ collection_name: collection, wait: true, points }, init), {
    signal,
  });
}

/** Sparse weights come from more than the embedded text, so they are written again; the dense vector is left as it is. */
async function patch(items: IndexedItem[], { connection, collection, signal }: UploadTarget): Promise<void> {
  if (items.length === 0) return;
  const operations: Schemas['UpdateOperation'][] = items.flatMap((item) => {
    const id = buildPointId(item.item.id);
    return [
      { overwrite_payload: { points: [id], payload: { ...buildPayload(item) } } },
      { update_vectors: { points: [{ id, vector: { sparse: buildSparseVector(item.sparse) } }] } },
    ];
  });
  await connection.call((api, init) => api.batchUpdate({ collection_name: collection, wait: true, operations }, init), {
    signal,
  });
}
