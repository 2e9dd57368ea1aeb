import { setTimeout as sleep } from 'node:timers/promises';
import type { Schemas } from '@qdrant/js-client-rest';
import { AppError } from '../../errors.ts';
import type { QdrantConnection } from '../qdrant/qdrant-client.ts';
import { isCollectionOf } from './collection-settings.ts';

/** The few things that an indexer does to whole collections. */

export async function readAliased(connection: QdrantConnection, alias: string, signal?: AbortSignal) {
  const { aliases } = await connection.call((api, init) => api.getCollectionsAliases({}, init), { signal });
  return aliases.find(({ alias_name }) => alias_name === alias)?.collection_name;
}

export async function collectionExists(connection: QdrantConnection, name: string, signal?: AbortSignal) {
  const { exists } = await connection.call((api, init) => api.collectionExists({ collection_name: name }, init), {
    signal,
  });
  return exists;
}

export async function countPoints(connection: QdrantConnection, name: string, signal?: AbortSignal): Promise<number> {
  const { count } = await connection.call(
    (api, init) => api.countPoints({ collection_name: name, exact: true }, init),
    { signal },
  );
  return count;
}

export async function createPayloadIndexes(
  connection: QdrantConnection,
  name: string,
  indexes: Schemas['CreateFieldIndex'][],
  signal?: AbortSignal,
): Promise<void> {
  for (const index of indexes) {
    await connection.call((api, init) => api.createFieldIndex({ collection_name: name, wait: true, ...index }, init), {
      signal,
    });
  }
}

/** Until nothing is left to optimize: only then is every search as quick as it will be. */
export async function waitUntilGreen(connection: QdrantConnection, name: string, signal?: AbortSignal): Promise<void> {
  for (let waitMs = 20; ; waitMs = Math.min(waitMs * 2, 1_000)) {
    const { status } = await connection.call((api, init) => api.getCollection({ collection_name: name }, init), {
      signal,
    });
    if (status === 'green') return;
    if (status === 'red') {
      throw new AppError('index_failed', `Qdrant could not optimize the collection ${name}; its log says why`);
    }
    await sleep(waitMs, undefined, { signal });
  }
}

/** In one step for all readers: they see the whole old index or the whole new one. */
export async function switchAlias(connection: QdrantConnection, alias: string, name: string, signal?: AbortSignal) {
  const aliased = await readAliased(connection, alias, signal);
  if (aliased === name) return;
  const remove = aliased === undefined ? [] : [{ delete_alias: { alias_name: alias } }];
  const actions = [...remove, { create_alias: { alias_name: alias, collection_name: name } }];
  await connection.call((api, init) => api.updateAliases({ actions }, init), { signal });
}

export async function removeOthers(connection: QdrantConnection, shop: string, keep: string, signal?: AbortSignal) {
  const { collections } = await connection.call((api, init) => api.getCollections({}, init), { signal });
  const others = collections.map(({ name }) => name).filter((name) => name !== keep && isCollectionOf(name, shop));
  for (const name of others) {
    await connection.call((api, init) => api.deleteCollection({ collection_name: name }, init), { signal });
  }
  return others;
}
