import { readCatalog } from './catalog/feeds/read-catalog.ts';
import { indexShop } from './catalog/index-shop.ts';
import type { LearnedShop } from './catalog/learn-shop.ts';
import type { Config } from './config.ts';
import type { CatalogItem } from './domain/catalog-item.ts';
import { TraceBuffer } from './insights/trace-buffer.ts';
import { loadLanguage } from './language/language.ts';
import type { TurnModel } from './llm/turn-model.ts';
import type { Logger } from './log.ts';
import { createLog } from './log.ts';
import type { Embedder } from './retrieval/embedder.ts';
import { searchFusion } from './retrieval/fusion.ts';
import { type Engines, openEngines } from './retrieval/open-engines.ts';
import type { QdrantConnection } from './retrieval/qdrant/qdrant-client.ts';
import { QdrantRetriever } from './retrieval/qdrant/qdrant-retriever.ts';
import type { Retriever } from './retrieval/retriever.ts';
import { openShop } from './turn/open-shop.ts';
import type { Shop } from './turn/shop.ts';
import { ShopAssistant } from './turn/shop-assistant.ts';

export interface Components {
  shop: Shop;
  assistant: ShopAssistant;
  /** How the last turns were searched; left out when switched off. */
  traces?: TraceBuffer;
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

const PROBLEMS_IN_LOG = 20;
const TRACED_TURNS = 500;

/** Opens everything a shop needs short of its doors: vector store, embeddings, what was learned of the catalog, its index. */
export async function createComponents(
  config: Config,
  log: Logger = createLog('warn'),
  progress: Progress = logProgress(log),
  signal?: AbortSignal,
): Promise<Components> {
  const opening = openEngines(config, log, signal);
  // Reading the language keeps this process busy while the engines start in theirs.
  try {
    loadLanguage(config.language);
  } catch (error) {
    await opening.then(
      (engines) => engines.close(),
      () => undefined,
    );
    throw error;
  }
  const engines = await opening;
  try {
    const traces = config.traces ? new TraceBuffer(TRACED_TURNS) : undefined;
    const shop = { ...(await openIndexedShop(config, engines, log, progress, signal)), traces };
    return {
      shop,
      assistant: new ShopAssistant(shop),
      traces,
      retriever: shop.retriever,
      embedder: engines.embedder,
      connection: engines.connection,
      sparseQuery: (text) => weighQuery(shop, text),
      catalogItems: async () => (await readCatalog(config.catalogs)).items,
      close: () => engines.close(),
    };
  } catch (error) {
    await engines.close();
    throw error;
  }
}

const logProgress = (log: Logger): Progress => ({ say: (line) => log.info(line) });

async function openIndexedShop(
  config: Config,
  engines: Engines,
  log: Logger,
  { say }: Progress,
  signal?: AbortSignal,
): Promise<Shop> {
  const { learned, alias } = await indexShop(config, engines, { say, signal });
  logProblems(learned, log);
  const retriever = new QdrantRetriever({ connection: engines.connection, collection: alias, fusion: searchFusion });
  return openShop(learned, { retriever, embedder: engines.embedder, model: await openTurnModel(config) });
}

/** Client and templates are loaded only where a key asks for them: a start without a model stays quick. */
async function openTurnModel({ model }: Config): Promise<TurnModel | undefined> {
  if (!model) return undefined;
  const { buildTurnModel, openModel } = await import('./llm/open-model.ts');
  return buildTurnModel(openModel(model), model.uses);
}

function logProblems({ problems }: LearnedShop, log: Logger): void {
  for (const problem of problems.slice(0, PROBLEMS_IN_LOG)) log.warn({ problem }, 'catalog: a line could not be used');
  if (problems.length > PROBLEMS_IN_LOG)
    log.warn({ problems: problems.length }, 'catalog: more lines could not be used; npm run index lists all');
}

function weighQuery({ lexicon: { language } }: Shop, text: string): Record<string, number> {
  const stems = language.stems(text).filter((stem) => !language.isFiller(stem));
  return Object.fromEntries(stems.map((stem) => [stem, 1]));
}
