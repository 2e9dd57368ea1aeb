import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { Embedder } from './embedder.ts';
import { createEmbedder } from './embedding/create-embedder.ts';
import { checkQdrantVersion } from './qdrant/check-version.ts';
import { connectQdrant, type QdrantConnection } from './qdrant/qdrant-client.ts';
import { startQdrant } from './qdrant/qdrant-process.ts';

/** What searching and indexing run on. */
export interface Engines {
  connection: QdrantConnection;
  /** The same Qdrant for an indexer, which may wait longer and must not give up at the first fault. */
  indexing: QdrantConnection;
  /** Left out: words alone. */
  embedder?: Embedder;
  close(): Promise<void>;
}

interface OpenedQdrant {
  connection: QdrantConnection;
  close(): Promise<void>;
}

/** Starts the vector store and the embedding model at the same time. Throws `AppError` of `startQdrant` or `retrieval_*`. */
export async function openEngines(config: Config, log: Logger, signal?: AbortSignal): Promise<Engines> {
  // Weights that are still on their way do not hold up the news that there is no Qdrant.
  const giveUp = new AbortController();
  const either = signal ? AbortSignal.any([signal, giveUp.signal]) : giveUp.signal;
  const [qdrant, model] = await Promise.allSettled([
    openQdrant(config, log, either).catch((error: unknown) => {
      giveUp.abort(error);
      throw error;
    }),
    createEmbedder(config, log, either),
  ]);
  if (qdrant.status === 'rejected') {
    if (model.status === 'fulfilled') await model.value?.close();
    throw qdrant.reason;
  }
  if (model.status === 'rejected') {
    await qdrant.value.close();
    throw model.reason;
  }
  return buildEngines(config, qdrant.value, model.value);
}

function buildEngines({ qdrant }: Config, { connection, close }: OpenedQdrant, embedder?: Embedder): Engines {
  const { apiKey, indexTimeoutMs } = qdrant;
  return {
    connection,
    indexing: connectQdrant({ url: connection.url, apiKey, timeoutMs: indexTimeoutMs, retries: 5, breakAfter: 0 }),
    embedder,
    async close() {
      await embedder?.close();
      await close();
    },
  };
}

async function openQdrant({ qdrant, dataDir }: Config, log: Logger, signal: AbortSignal): Promise<OpenedQdrant> {
  const { url, apiKey, timeoutMs, startTimeoutMs } = qdrant;
  if (url) {
    const connection = connectQdrant({ url, apiKey, timeoutMs });
    await warnOfVersion(connection, log, signal);
    return { connection, close: async () => undefined };
  }
  const started = await startQdrant({
    folder: join(dataDir, 'qdrant'),
    startTimeoutMs,
    signal,
    onEvent: (event) =>
      event.type === 'ready'
        ? log.info({ event }, 'embedded Qdrant is ready')
        : log.warn({ event }, 'embedded Qdrant died and is started again'),
  });
  try {
    const connection = connectQdrant({ url: started.url, apiKey, timeoutMs });
    await warnOfVersion(connection, log, signal);
    return { connection, close: () => started.close() };
  } catch (error) {
    await started.close();
    throw error;
  }
}

async function warnOfVersion(connection: QdrantConnection, log: Logger, signal: AbortSignal): Promise<void> {
  const { warning } = await checkQdrantVersion(connection, signal);
  if (warning) log.warn(warning);
}
