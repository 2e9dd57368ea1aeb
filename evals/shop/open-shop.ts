import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Config, parseConfig, repositoryRoot } from '../../server/config.ts';
import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { AppError } from '../../server/errors.ts';
import type { Shop } from '../../server/turn/shop.ts';
import { ShopAssistant } from '../../server/turn/shop-assistant.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import { createPlainBm25 } from '../arms/plain-bm25.ts';
import type { EvalShop, OpenShop } from './eval-shop.ts';
import { buildRetrievalArms, type RetrievalParts } from './retrieval-arms.ts';

/** What the runner needs of `createComponents(config)`. */
interface ShopComponents extends Partial<RetrievalParts> {
  shop: Shop;
  assistant: Assistant;
  /** Every item of the catalog, products and content. */
  catalogItems(): CatalogItem[] | Promise<CatalogItem[]>;
  close(): Promise<void>;
}

type CreateComponents = (
  config: Config,
  log: undefined,
  progress: { say: (line: string) => void },
) => Promise<ShopComponents>;

/** Opens the product itself on a catalog: real index, real embeddings, no doors and no session store. */
export const openShop: OpenShop = async (catalog, say, language) => {
  say(`opening ${basename(catalog)} (indexed on the first run, reused after)`);
  const own = language === undefined ? [] : ['--language', language];
  const settings = ['--catalog', catalog, '--data', evalDataDir(catalog), ...own];
  // A key in the environment must not change the figures of the embedded parser: readers bring their model along.
  const config = { ...parseConfig(settings, process.env), model: undefined };
  const components = await createShop(config, say);
  const items = new Map((await components.catalogItems()).map((item) => [item.id, item]));
  const { retriever, embedder, sparseQuery } = components;
  const plain = createPlainBm25(items.values());
  const arms = { bm25: plain, ...(retriever ? buildRetrievalArms({ retriever, embedder, sparseQuery }) : {}) };
  return {
    assistant: components.assistant,
    withModel: (model) => new ShopAssistant({ ...components.shop, model }),
    items,
    arms,
    close: () => components.close(),
  } satisfies EvalShop;
};

/** Apart from the chat's own folder, so that a run never waits for, or disturbs, a server that is up. */
export function evalDataDir(catalog: string): string {
  const slug = basename(catalog).replace(/\..*$/, '');
  const hash = createHash('sha256').update(catalog).digest('hex').slice(0, 8);
  return join(repositoryRoot, '.aisle', 'evals', `${slug}-${hash}`);
}

/** Imported when it is needed: the unit tests of the runner then need no Qdrant and no weights. */
async function createShop(config: Config, say: (line: string) => void): Promise<ShopComponents> {
  const path = join(repositoryRoot, 'server/components.ts');
  if (!existsSync(path))
    throw new AppError('shop_missing', `${path} is not there; the evals run the product through it`);
  const { createComponents }: { createComponents: CreateComponents } = await import(path);
  return createComponents(config, undefined, { say });
}
