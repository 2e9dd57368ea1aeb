import { basename, join } from 'node:path';
import { type Config, sampleCatalog } from '../config.ts';
import { AppError } from '../errors.ts';
import { loadLanguage } from '../language/language.ts';
import { buildIndex } from '../retrieval/index/build-index.ts';
import { buildCollectionName, buildSlug } from '../retrieval/index/collection-settings.ts';
import { readAliased } from '../retrieval/index/collections.ts';
import { openEmbeddingCache } from '../retrieval/index/embedding-cache.ts';
import type { Engines } from '../retrieval/open-engines.ts';
import { hash } from './analyse-item.ts';
import { readCodeFingerprint } from './code-fingerprint.ts';
import { type LearnedShop, type LearnShop, learnShop, relearn } from './learn-shop.ts';

export interface IndexedShop {
  learned: LearnedShop;
  /** What the retriever reads. */
  alias: string;
  /** False when this version of the catalog was in the index already. */
  built: boolean;
  /** Texts that the model had to embed. */
  embedded: number;
}

export interface IndexShopOptions {
  say: (line: string) => void;
  signal?: AbortSignal;
  /** What was learned of the files just now; learned here when left out. */
  learned?: LearnedShop;
}

/**
 * Learns the catalog of the configuration and brings its index up to date; with neither changed nothing is read.
 * Throws `AppError` as `readCatalog` and `buildIndex` do, and `catalog_empty` when no line could be used.
 */
export async function indexShop(
  config: Config,
  { connection, indexing, embedder }: Engines,
  { say, signal, ...given }: IndexShopOptions,
): Promise<IndexedShop> {
  const options = buildLearnOptions(config, say, signal);
  let learned = given.learned ?? (await learnShop(options));
  const slug = basename(config.dataDir);
  const alias = buildSlug(slug);
  const version = versionOf(learned, options);
  if ((await readAliased(connection, alias, signal)) === buildCollectionName(slug, version, embedder))
    return { learned, alias, built: false, embedded: 0 };
  learned = learned.items ? learned : await relearn(options);
  const items = learned.items ?? [];
  if (items.length === 0) throw new AppError('catalog_empty', nothingUsable(config.catalogs, learned));
  const cache = embedder ? await openEmbeddingCache(join(config.dataDir, 'embeddings'), embedder) : undefined;
  try {
    const { built, embedded } = await buildIndex({
      connection: indexing,
      shop: slug,
      version,
      items,
      embedding: embedder && cache ? { embedder, cache } : undefined,
      signal,
      onProgress: ({ stage, items: done, embedded: count }) =>
        say(`indexing: ${stage}, ${done} of ${items.length} items, ${count} embedded`),
    });
    return { learned, alias, built, embedded };
  } finally {
    await cache?.close();
  }
}

export const buildLearnOptions = (config: Config, say: (line: string) => void, signal?: AbortSignal): LearnShop => ({
  files: config.catalogs,
  name: config.shopName ?? nameShop(config.catalogs),
  language: loadLanguage(config.language),
  dataDir: config.dataDir,
  onProgress: say,
  signal,
});

/** The profile's version speaks of the items alone; the same items read with other words or other code make another index. */
const versionOf = ({ profile }: LearnedShop, { language }: LearnShop): string =>
  hash([profile.version, language.fingerprint, readCodeFingerprint()].join('|'));

function nothingUsable(files: string[], { problems: [first] }: LearnedShop): string {
  const reason = first ? `; the first problem is in line ${first.line}: ${first.reason}` : '; it has no lines';
  return `nothing in ${files.join(', ')} could be used${reason}. npm run index -- FILE lists every problem`;
}

function nameShop([first = 'shop']: string[]): string {
  return first === sampleCatalog ? 'Sample shop' : basename(first).replace(/\..*$/, '');
}
