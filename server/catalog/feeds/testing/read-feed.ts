import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CatalogItem, Product } from '../../../domain/catalog-item.ts';
import type { FeedProblem } from '../feed-problem.ts';
import { type ReadCatalogOptions, readCatalog } from '../read-catalog.ts';

export interface FeedOutcome {
  items: CatalogItem[];
  problems: FeedProblem[];
  product(id: string): Product;
  /** "line kind reason" of every problem. */
  said: string[];
}

/** Writes each content to a file of its own ("0.feed", "1.feed", ...) and reads them as one shop; the folder is gone afterwards. */
export async function readFeed(contents: (string | Uint8Array)[], options?: ReadCatalogOptions): Promise<FeedOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-feed-'));
  try {
    const files = contents.map((_, index) => join(folder, `${index}.feed`));
    await Promise.all(contents.map((content, index) => writeFile(files[index] ?? '', content)));
    const { items, problems } = await readCatalog(files, options);
    const product = (id: string) => {
      const item = items.find((candidate) => candidate.id === id);
      if (item?.kind !== 'product')
        throw new Error(`no product "${id}" among ${items.map((known) => known.id).join(', ')}`);
      return item;
    };
    return { items, problems, product, said: problems.map(({ line, kind, reason }) => `${line} ${kind} ${reason}`) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
