import { CatalogItem } from '../../domain/catalog-item.ts';
import { dropFaultyFields } from './drop-faulty-fields.ts';
import { explainIssue } from './explain-issue.ts';
import type { FeedContext, FeedRecord } from './feed-reader.ts';
import { tidyContent, tidyProduct } from './tidy-fields.ts';
import { dropBlanks, isRecord } from './tidy-text.ts';

export type TidyOutcome = { item: CatalogItem } | { reason: string; itemId?: string };

const CONTENT_KINDS = ['video', 'live'];

/**
 * The one gate into the catalog: a record in the native form becomes an item or a plain reason. Without id, title or a
 * sound price there is no item; any other field that is not right is left out and reported.
 */
export function tidyItem(record: FeedRecord, context: FeedContext): TidyOutcome {
  const value = dropBlanks(record.value);
  if (!isRecord(value)) return { reason: 'is not a JSON object' };
  const itemId = idOf(value.id);
  if (itemId === undefined)
    return { reason: value.id === undefined ? 'id is missing' : 'id is not a text or a number' };
  if (itemId.length > 200) return { reason: 'id is longer than 200 characters' };
  if (value.title === undefined) return { reason: 'title is missing', itemId };
  const kind = value.kind ?? 'product';
  const isContent = typeof kind === 'string' && CONTENT_KINDS.includes(kind);
  if (kind !== 'product' && !isContent) {
    return { reason: `kind ${JSON.stringify(kind).slice(0, 60)} is not known; use product, video or live`, itemId };
  }
  const note = (reason: string) => context.note({ line: record.line, itemId, kind: 'bad-field', reason });
  const fault = isContent ? tidyContent(value) : tidyProduct(value, { line: record.line, context, note });
  return fault ? { reason: fault, itemId } : check(value, itemId, note);
}

function check(value: Record<string, unknown>, itemId: string, note: (reason: string) => void): TidyOutcome {
  const parsed = CatalogItem.safeParse(value);
  if (parsed.success) return { item: parsed.data };
  const without = dropFaultyFields(value, parsed.error.issues);
  const again = without && CatalogItem.safeParse(without);
  if (!again?.success) return { reason: explainIssue(parsed.error.issues), itemId };
  note(`${explainIssue(parsed.error.issues)}; the rest of the item is kept`);
  return { item: again.data };
}

export function idOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() ? value.trim() : undefined;
}
