import { basename, join } from 'node:path';
import { readCatalog } from './catalog/feeds/read-catalog.ts';
import { type LearnShop, learnShop, relearn } from './catalog/learn-shop.ts';
import type { Config } from './config.ts';
import type { CatalogItem } from './domain/catalog-item.ts';
import { loadLanguage } from './language/language.ts';
import type { Logger } from './log.ts';
import { createLog } from './log.ts';
import type { Embedder } from './retrieval/embedder.ts';
import { createEmbedder } from './retrieval/embedding/create-embedder.ts';
import { buildIndex } from './retrieval/index/build-index.ts';
import { buildCollectionName, buildSlug } from './retrieval/index/collection-settings.ts';
import { readAliased } from './retrieval/index/collections.ts';
import { openEmbeddingCache } from './retrieval/index/embedding-cache.ts';
import { checkQdrantVersion } from './retrieval/qdrant/check-version.ts';
import { connectQdrant, type QdrantConnection } from './retrieval/qdrant/qdrant-client.ts';
import { startQdrant } from './retrieval/qdrant/qdrant-process.ts';
import { QdrantRetriever } from './retrieval/qdrant/qdrant-retriever.ts';
import type { Retriever } from './retrieval/retriever.ts';
import { openShop } from './turn/open-shop.ts';
import type { Shop } from './turn/shop.ts';
import { ShopAssistant } from './turn/shop-assistant.ts';

export interface Components {
  shop: Shop;
  assistant: ShopAssistant;
  retriever: Retriever;
  embedder?: Embedder;
  connection: QdrantConnection;
  /** Query stems with weights, as a first turn would send them. */
  sparseQuery(text: string): Record<string, number>;
  catalogItems(): Promise<CatalogItem[]>;
  close(): Promise<void>;
}

export interface Progress {
  say(line: string): void;
}

/** Opens everything a shop needs short of its doors: vector store, embeddings, what was learned of the catalog, its index. */
export async function createComponents(
  config: Config,
  log: Logger = createLog('warn'),
  progress: Progress = logProgress(log),
  signal?: AbortSignal,
): Promise<Components> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.reverse()) await one();
    closers.length = 0;
  };
  try {
    const connection = await openQdrant(config, log, closers, signal);
    const embedder = await createEmbedder(config, log, signal);
    if (embedder) closers.push(() => embedder.close());
    const shop = await openIndexedShop(config, { connection, embedder, log, progress, signal });
    const { language } = shop.lexicon;
    return {
      shop,
      assistant: new ShopAssistant(shop),
      retriever: shop.retriever,
      embedder,
      connection,
      sparseQuery: (text) =>
        Object.fromEntries(
          language
            .stems(text)
            .filter((stem) => !language.isFiller(stem))
            .map((stem) => [stem, 1]),
        ),
      catalogItems: async () => (await readCatalog(config.catalogs)).items,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const logProgress = (log: Logger): Progress => ({ say: (line) => log.info(line) });

async function openQdrant(
  config: Config,
  log: Logger,
  closers: (() => Promise<unknown>)[],
  signal?: AbortSignal,
): Promise<QdrantConnection> {
  const { url, apiKey, timeoutMs, startTimeoutMs } = config.qdrant;
  const connect = (address: string): QdrantConnection => connectQdrant({ url: address, apiKey, timeoutMs });
  if (url) {
    return checked(connect(url), log, signal);
  }
  const started = await startQdrant({
    folder: join(config.dataDir, 'qdrant'),
    startTimeoutMs,
    signal,
    onEvent: (event) =>
      log.info(
        { event },
        event.type === 'ready' ? 'embedded Qdrant is ready' : 'embedded Qdrant died and is started again',
      ),
  });
  closers.push(() => started.close());
  return checked(connect(started.url), log, signal);
}

async function checked(connection: QdrantConnection, log: Logger, signal?: AbortSignal): Promise<QdrantConnection> {
  const { warning } = await checkQdrantVersion(connection, signal);
  if (warning) log.warn(warning);
  return connection;
}

interface Opening {
  connection: QdrantConnection;
  embedder?: Embedder;
  log: Logger;
  progress: Progress;
  signal?: AbortSignal;
}

async function openIndexedShop(
  config: Config,
  { connection, embedder, log, progress, signal }: Opening,
): Promise<Shop> {
  const name = config.shopName ?? shopNameOf(config);
  const options: LearnShop = {
    files: config.catalogs,
    name,
    language: loadLanguage('en'),
    dataDir: config.dataDir,
    onProgress: progress.say,
    signal,
  };
  const indexing = connectQdrant({
    url: connection.url,
    apiKey: config.qdrant.apiKey,
    timeoutMs: config.qdrant.indexTimeoutMs,
    retries: 5,
    breakAfter: 0,
  });
  let learned = await learnShop(options);
  for (const problem of learned.problems.slice(0, 20)) log.warn({ problem }, 'catalog: a line could not be used');
  if (learned.problems.length > 20)
    log.warn({ problems: learned.problems.length }, 'catalog: more lines could not be used; npm run index lists all');
  const slug = basename(config.dataDir);
  const cache = embedder ? await openEmbeddingCache(join(config.dataDir, 'embeddings'), embedder) : undefined;
  const embedding = embedder && cache ? { embedder, cache } : undefined;
  const build = (items: NonNullable<typeof learned.items>) =>
    buildIndex({
      connection: indexing,
      shop: slug,
      version: learned.profile.version,
      items,
      embedding,
      signal,
      onProgress: ({ stage, items: done, embedded }) =>
        progress.say(`indexing: ${stage}, ${done} of ${items.length} items, ${embedded} embedded`),
    });
  try {
    const alias = buildSlug(slug);
    const isIndexed =
      (await readAliased(connection, alias, signal)) === buildCollectionName(slug, learned.profile.version, embedder);
    if (!isIndexed) {
      learned = learned.items ? learned : await relearn(options);
      await build(learned.items ?? []);
    }
    const retriever = new QdrantRetriever({ connection, collection: alias, fusion: FUSION });
    return openShop(learned, { retriever, embedder });
  } finally {
    await cache?.close();
  }
}

/** Swept on the judged queries: docs/decisions. */
const FUSION = { kind: 'rrf', k: 20 } as const;

const shopNameOf = (config: Config): string => basename(config.catalogs[0] ?? 'shop').replace(/\..*$/, '');
