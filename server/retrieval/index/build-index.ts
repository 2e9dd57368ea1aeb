import type { IndexedItem } from '../../domain/indexed-item.ts';
import { AppError } from '../../errors.ts';
import type { Embedder } from '../embedder.ts';
import { buildPointId } from '../qdrant/point-id.ts';
import type { QdrantConnection } from '../qdrant/qdrant-client.ts';
import {
  buildCollectionName,
  buildCollectionSettings,
  buildNumberIndexes,
  buildSlug,
  commonPayloadIndexes,
  whenUploaded,
  whileUploading,
} from './collection-settings.ts';
import {
  collectionExists,
  countPoints,
  createPayloadIndexes,
  readAliased,
  removeOthers,
  switchAlias,
  waitUntilGreen,
} from './collections.ts';
import type { EmbeddingCache } from './embedding-cache.ts';
import { removeStrays } from './remove-strays.ts';
import { readStored, type UploadTarget, uploadBatch } from './upload-batch.ts';

export interface BuildIndex {
  connection: QdrantConnection;
  /** Names the alias that the retriever reads; made a slug. */
  shop: string;
  /** Changes when the catalog does; the same version is built once. */
  version: string;
  items: AsyncIterable<IndexedItem> | Iterable<IndexedItem>;
  /** Both or none; without them the index holds words only. */
  embedding?: { embedder: Embedder; cache: EmbeddingCache };
  onProgress?: (progress: IndexProgress) => void;
  signal?: AbortSignal;
}

export interface IndexProgress {
  stage: 'upload' | 'optimize' | 'done';
  /** Items in the index so far. */
  items: number;
  /** Texts that the model had to embed; the others came from the cache. */
  embedded: number;
  /** Items that an earlier, interrupted build had already brought in. */
  kept: number;
}

export interface BuiltIndex extends IndexProgress {
  /** What to give the retriever. */
  alias: string;
  collection: string;
  /** False when this version was there already. */
  built: boolean;
}

const batchItems = 128;

/**
 * Builds the index of one version of a catalog beside the one in use, checks it and only then puts it in use. Interrupted anywhere,
 * the next call goes on where this one stopped. Throws `AppError` `index_incomplete` when the count is wrong in the end.
 */
export async function buildIndex(options: BuildIndex): Promise<BuiltIndex> {
  const { connection, shop, version, embedding, signal } = options;
  const alias = buildSlug(shop);
  const collection = buildCollectionName(shop, version, embedding?.embedder);
  if ((await readAliased(connection, alias, signal)) === collection) {
    const items = await countPoints(connection, collection, signal);
    return { alias, collection, built: false, stage: 'done', items, embedded: 0, kept: items };
  }
  const resumed = await prepareCollection(connection, collection, options);
  const upload = await uploadAll(options, { connection, collection, embedding, signal }, resumed);
  options.onProgress?.({ ...upload.progress, stage: 'optimize' });
  await createPayloadIndexes(connection, collection, buildNumberIndexes(upload.numbers), signal);
  await setOptimizers(connection, collection, whenUploaded, signal);
  await waitUntilGreen(connection, collection, signal);
  await checkCount(options, collection, upload.points);
  await switchAlias(connection, alias, collection, signal);
  await removeOthers(connection, shop, collection, signal);
  const progress: IndexProgress = { ...upload.progress, stage: 'done' };
  options.onProgress?.(progress);
  return { alias, collection, built: true, ...progress };
}

/** Whether there are points of an earlier attempt in it. */
async function prepareCollection(
  connection: QdrantConnection,
  name: string,
  { embedding, signal }: BuildIndex,
): Promise<boolean> {
  const resumed = await collectionExists(connection, name, signal);
  if (resumed) await setOptimizers(connection, name, whileUploading, signal);
  else {
    const settings = buildCollectionSettings(embedding?.embedder);
    await connection.call((api, init) => api.createCollection({ collection_name: name, ...settings }, init), {
      signal,
    });
  }
  await createPayloadIndexes(connection, name, commonPayloadIndexes, signal);
  return resumed;
}

async function uploadAll({ items, onProgress, signal }: BuildIndex, target: UploadTarget, resumed: boolean) {
  const progress: IndexProgress = { stage: 'upload', items: 0, embedded: 0, kept: 0 };
  const points = new Set<string>();
  const numbers = new Map<string, number>();
  for await (const batch of inBatches(items)) {
    signal?.throwIfAborted();
    const stored = resumed ? await readStored(batch, target) : undefined;
    const fresh = batch.filter(({ item, contentHash }) => stored?.get(item.id)?.contentHash !== contentHash);
    progress.embedded += await uploadBatch(fresh, target);
    progress.kept += batch.length - fresh.length;
    for (const { item, numbers: own } of batch) {
      points.add(buildPointId(item.id));
      for (const key of Object.keys(own)) numbers.set(key, (numbers.get(key) ?? 0) + 1);
    }
    progress.items = points.size;
    onProgress?.({ ...progress });
  }
  return { progress, points, numbers };
}

/** Of two items with the same id in one batch the later one counts, as it does across batches. */
async function* inBatches(items: BuildIndex['items']): AsyncGenerator<IndexedItem[]> {
  let batch = new Map<string, IndexedItem>();
  for await (const item of items) {
    batch.set(item.item.id, item);
    if (batch.size < batchItems) continue;
    yield [...batch.values()];
    batch = new Map();
  }
  if (batch.size > 0) yield [...batch.values()];
}

async function checkCount({ connection, signal }: BuildIndex, collection: string, expected: Set<string>) {
  let counted = await countPoints(connection, collection, signal);
  if (counted > expected.size) {
    await removeStrays(connection, collection, expected, signal);
    counted = await countPoints(connection, collection, signal);
  }
  if (counted === expected.size) return;
  throw new AppError(
    'index_incomplete',
    `the new index has ${counted} of ${expected.size} items and is not put in use; index the catalog again`,
  );
}

async function setOptimizers(
  connection: QdrantConnection,
  name: string,
  optimizers: typeof whenUploaded,
  signal?: AbortSignal,
): Promise<void> {
  await connection.call(
    (api, init) => api.updateCollection({ collection_name: name, optimizers_config: optimizers }, init),
    { signal },
  );
}
