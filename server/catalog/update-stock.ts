import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Availability } from '../contract/card.ts';
import { Product } from '../domain/catalog-item.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import { AppError } from '../errors.ts';
import { type UpdatedItems, updateItems } from '../retrieval/index/update-items.ts';
import type { UploadTarget } from '../retrieval/index/upload-batch.ts';
import type { Retriever } from '../retrieval/retriever.ts';
import { analyseItem } from './analyse-item.ts';
import type { FactContext } from './derive-facts.ts';
import type { FeedProblem } from './feeds/feed-problem.ts';

const { id, price, listPrice, stock, rating, popularity } = Product.shape;

/** Fields that leave an item's words alone, so that neither text nor vector changes. `null` takes a list price away. */
export const StockLine = z.strictObject({
  id,
  price,
  listPrice: listPrice.nullable(),
  availability: Availability.optional(),
  stock,
  rating,
  popularity,
});
export type StockLine = z.infer<typeof StockLine>;

export interface UpdateStock {
  file: string;
  retriever: Pick<Retriever, 'items'>;
  context: FactContext;
  target: UploadTarget;
}

const BATCH_LINES = 128;

/**
 * Changes prices and stock of items in the index in use, from JSON Lines. What cannot be used is in `problems`, the rest is written.
 * Throws `AppError` `update_unreadable` and as Qdrant does.
 */
export async function updateStock(options: UpdateStock): Promise<UpdatedItems & { problems: FeedProblem[] }> {
  const { file, target } = options;
  const problems: FeedProblem[] = [];
  const sum: UpdatedItems = { unchanged: 0, patched: 0, replaced: 0, embedded: 0 };
  for await (const lines of readLines(file)) {
    const parsed = lines.flatMap(({ line, text }) => {
      const read = parseStockLine(text);
      if ('change' in read) return [{ line, change: read.change }];
      problems.push({ file, line, kind: 'bad-record', reason: read.reason });
      return [];
    });
    const items = await applyLines(parsed, options, problems);
    const done = await updateItems(items, target);
    for (const key of ['unchanged', 'patched', 'replaced', 'embedded'] as const) sum[key] += done[key];
  }
  return { ...sum, problems: problems.sort((a, b) => a.line - b.line) };
}

export function parseStockLine(text: string): { change: StockLine } | { reason: string } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { reason: 'this is not JSON' };
  }
  const parsed = StockLine.safeParse(value);
  if (parsed.success) return { change: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys')
    return {
      reason: `${issue.keys.join(', ')}: an update has prices, stock, rating and popularity; index the catalog`,
    };
  return { reason: `${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'cannot be read'}` };
}

async function applyLines(
  lines: { line: number; change: StockLine }[],
  { file, retriever, context }: UpdateStock,
  problems: FeedProblem[],
): Promise<IndexedItem[]> {
  const found = await retriever.items([...new Set(lines.map(({ change }) => change.id))]);
  const items = new Map(found.map((indexed) => [indexed.item.id, indexed]));
  for (const { line, change } of lines) {
    const stored = items.get(change.id);
    const updated = stored && applyChange(stored, change, context);
    if (updated) items.set(change.id, updated);
    else
      problems.push({
        file,
        line,
        kind: 'bad-record',
        itemId: change.id,
        reason: 'no product in the index has this id',
      });
  }
  return [...items.values()];
}

/** Sparse weights come from words alone, and no word changes. */
function applyChange(stored: IndexedItem, change: StockLine, context: FactContext): IndexedItem | undefined {
  if (stored.item.kind !== 'product') return undefined;
  const { listPrice: list, ...plain } = change;
  const changed = { ...stored.item, ...plain, ...(list === undefined ? {} : { listPrice: list ?? undefined }) };
  return { ...analyseItem(changed, context), sparse: stored.sparse };
}

async function* readLines(file: string): AsyncGenerator<{ line: number; text: string }[]> {
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let batch: { line: number; text: string }[] = [];
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      if (text.trim() !== '') batch.push({ line, text });
      if (batch.length < BATCH_LINES) continue;
      yield batch;
      batch = [];
    }
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new AppError('update_unreadable', `${file} cannot be read; check the path and its rights`, { cause });
  }
  if (batch.length > 0) yield batch;
}
