import type { CatalogItem } from '../../domain/catalog-item.ts';
import { checkContentProducts, type ReadItem } from './check-content-products.ts';
import type { FeedProblem } from './feed-problem.ts';
import type { FeedContext } from './feed-reader.ts';
import { type OpenFeedText, openFeedText } from './open-feed-text.ts';
import { createProblemLog, type ProblemLog } from './problem-log.ts';
import { selectReader } from './select-reader.ts';
import { tidyItem } from './tidy-item.ts';

/** Bytes as they lie on disk, packed or not. */
export interface CatalogProgress {
  file: string;
  bytes: number;
  totalBytes: number;
  /** Of all files so far. */
  items: number;
  problems: number;
}

export interface ReadCatalogOptions {
  signal?: AbortSignal;
  onProgress?: (progress: CatalogProgress) => void;
  /** ISO code for prices that name none. */
  currency?: string;
  /** Decides which sale prices hold today. */
  now?: () => Date;
}

const PROGRESS_STEP_BYTES = 512 * 1024;

/**
 * Reads the files of one shop, in order; an item of a later file replaces one with the same id. What cannot be read is
 * in `problems`, the rest in `items`. Throws `AppError` `catalog_unreadable` or `catalog_format_unknown` when a file as a
 * whole is of no use, and the signal's reason when aborted.
 */
export async function readCatalog(
  files: string[],
  options: ReadCatalogOptions = {},
): Promise<{ items: CatalogItem[]; problems: FeedProblem[] }> {
  const entries = new Map<string, ReadItem>();
  const logs = new Map<string, ProblemLog>();
  const shop = { fallbackCurrency: options.currency?.toUpperCase(), now: options.now?.() ?? new Date() };
  for (const file of files) {
    const log = logs.get(file) ?? createProblemLog(file);
    logs.set(file, log);
    const context: FeedContext = { ...log, ...shop, currencyIsGiven: options.currency !== undefined };
    await readFile(file, { entries, log, context, options, problemsBefore: countOthers(logs, file) });
    shop.fallbackCurrency = context.fallbackCurrency;
  }
  const items = checkContentProducts([...entries.values()], ({ item, file, line }, unknown) => {
    const names = unknown.slice(0, 5).join(', ') + (unknown.length > 5 ? ` and ${unknown.length - 5} more` : '');
    const reason = `shows products that no file has: ${names}; it is kept`;
    logs.get(file)?.note({ line, kind: 'unknown-product', itemId: item.id, reason });
  });
  return { items, problems: [...logs.values()].flatMap((log) => log.list()) };
}

interface Reading {
  entries: Map<string, ReadItem>;
  log: ProblemLog;
  context: FeedContext;
  options: ReadCatalogOptions;
  problemsBefore: number;
}

async function readFile(file: string, reading: Reading): Promise<void> {
  const { entries, log, context, options, problemsBefore } = reading;
  const text = await openFeedText(file, options.signal);
  const { totalBytes } = text;
  const report = (bytes: number) =>
    options.onProgress?.({ file, bytes, totalBytes, items: entries.size, problems: problemsBefore + log.count() });
  let read = 0;
  try {
    const reader = selectReader(file, { ...text, chunks: reportSteps(text, report) }, context);
    for await (const record of reader ?? []) {
      const outcome = tidyItem(record, context);
      if ('item' in outcome) keep({ item: outcome.item, file, line: record.line }, entries, log);
      else log.note({ line: record.line, ...outcome });
      if ('item' in outcome) read += 1;
    }
    const cut = text.cut();
    if (cut) log.note({ line: 0, kind: 'bad-file', reason: `${cut}; ${read} items were read before that` });
    report(totalBytes);
  } finally {
    await text.close();
  }
}

/** Reports by bytes and not by records: readers that group rows give all their records at the end. */
async function* reportSteps(text: OpenFeedText, report: (bytes: number) => void): AsyncGenerator<string> {
  let reported = 0;
  for await (const chunk of text.chunks) {
    yield chunk;
    if (text.bytesRead() - reported < PROGRESS_STEP_BYTES) continue;
    reported = text.bytesRead();
    report(reported);
  }
}

function keep(entry: ReadItem, entries: Map<string, ReadItem>, log: ProblemLog): void {
  const { id } = entry.item;
  const earlier = entries.get(id);
  if (earlier) {
    const place = earlier.file === entry.file ? `line ${earlier.line}` : `${earlier.file}, line ${earlier.line}`;
    log.note({
      line: entry.line,
      kind: 'duplicate',
      itemId: id,
      reason: `id was already given (${place}); this one replaces it`,
    });
  }
  entries.set(id, entry);
}

function countOthers(logs: Map<string, ProblemLog>, file: string): number {
  return [...logs].reduce((sum, [name, log]) => (name === file ? sum : sum + log.count()), 0);
}
