import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CatalogItem } from '../domain/catalog-item.ts';
import type { CatalogProfile } from '../domain/catalog-profile.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Language } from '../language/language.ts';
import { analyseCatalog } from './analyse-catalog.ts';
import { hash } from './analyse-item.ts';
import { readCodeFingerprint } from './code-fingerprint.ts';
import { Denials } from './denials.ts';
import type { FactContext } from './derive-facts.ts';
import { type FacetPlan, FacetPlans } from './facet-plan.ts';
import type { FeedProblem } from './feeds/feed-problem.ts';
import { readCatalog } from './feeds/read-catalog.ts';
import { type LearnedNames, TypeResolver } from './type-resolver.ts';

export interface LearnedShop {
  profile: CatalogProfile;
  context: FactContext;
  /** Only where the catalog was read just now; an unchanged one is remembered. */
  items?: IndexedItem[];
  problems: FeedProblem[];
}

export interface LearnShop {
  files: string[];
  name: string;
  language: Language;
  /** Where what was learned is kept until a file changes. */
  dataDir: string;
  onProgress?: (line: string) => void;
  signal?: AbortSignal;
}

interface Remembered {
  key: string;
  profile: CatalogProfile;
  plans: FacetPlan[];
  types: LearnedNames;
}

/**
 * Reads the catalog and learns it whole; where no file has changed since the last time, what was learned then is used and
 * nothing is read. Throws `AppError` as `readCatalog` does.
 */
export async function learnShop(options: LearnShop): Promise<LearnedShop> {
  const key = await fingerprint(options);
  const remembered = await recall(options.dataDir, key);
  if (remembered)
    return { profile: remembered.profile, context: restoreContext(remembered, options.language), problems: [] };
  return relearn(options, key);
}

/** Learns again although nothing changed: the index is gone or the caller wants the items. */
export async function relearn(options: LearnShop, key?: string): Promise<LearnedShop> {
  const { files, name, language, onProgress, signal } = options;
  const { items, problems } = await readCatalog(files, {
    signal,
    onProgress: ({ bytes, totalBytes, items: count }) =>
      onProgress?.(`reading the catalog: ${Math.round((100 * bytes) / Math.max(1, totalBytes))}%, ${count} items`),
  });
  onProgress?.(`learning ${items.length} items: facets, types, words`);
  const learned = analyseCatalog(items as CatalogItem[], { name, language });
  await remember(options.dataDir, {
    key: key ?? (await fingerprint(options)),
    profile: learned.profile,
    plans: learned.context.plans.all,
    types: learned.context.types.read(),
  });
  return { ...learned, problems };
}

const fileName = (dataDir: string): string => join(dataDir, 'shop.json');

/** Path, size and time of every file: cheap to check, and enough to notice a new export. */
async function fingerprint({ files, name, language }: LearnShop): Promise<string> {
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => undefined)));
  const parts = files.map((file, index) => `${file}:${stats[index]?.size}:${stats[index]?.mtimeMs}`);
  return hash([readCodeFingerprint(), name, language.fingerprint, ...parts].join('|'));
}

async function recall(dataDir: string, key: string): Promise<Remembered | undefined> {
  try {
    const remembered = JSON.parse(await readFile(fileName(dataDir), 'utf8')) as Remembered;
    return remembered.key === key ? remembered : undefined;
  } catch {
    // Absent or torn: learning again is always right.
    return undefined;
  }
}

async function remember(dataDir: string, learned: Remembered): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const part = `${fileName(dataDir)}.${process.pid}.part`;
  await writeFile(part, JSON.stringify(learned));
  await rename(part, fileName(dataDir));
}

function restoreContext({ plans, types }: Remembered, language: Language): FactContext {
  const resolver = new TypeResolver(language);
  resolver.restore(types);
  return { language, plans: new FacetPlans(plans), types: resolver, denials: new Denials(language) };
}
