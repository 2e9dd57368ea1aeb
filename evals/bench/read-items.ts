import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { AppError } from '../../server/errors.ts';

/** The products of a native catalog (JSON Lines, plain or gzip); lines that are none are left to the indexer to report. */
export function readItems(path: string): CatalogItem[] {
  const items = readLines(path).flatMap((line) => {
    try {
      const parsed = CatalogItem.safeParse(JSON.parse(line));
      return parsed.success && parsed.data.kind === 'product' ? [parsed.data] : [];
    } catch {
      return [];
    }
  });
  if (items.length > 0) return items;
  throw new AppError('catalog_unreadable', `${path}: no product in it; the bench reads JSON Lines, plain or gzip`);
}

function readLines(path: string): string[] {
  try {
    const bytes = readFileSync(path);
    const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    return text.toString('utf8').split('\n');
  } catch (cause) {
    throw new AppError('catalog_unreadable', `${path}: cannot be read; check the path`, { cause });
  }
}
