import type { z } from 'zod';

/** Without these there is nothing to show or to sell. */
const ESSENTIAL = new Set<PropertyKey>(['id', 'title', 'kind', 'price']);

/** The record without what the issues point at: one entry of a list where that is enough, else the field. Undefined when an essential field is at fault. */
export function dropFaultyFields(
  value: Record<string, unknown>,
  issues: readonly z.core.$ZodIssue[],
): Record<string, unknown> | undefined {
  const faulty = new Map<string, Set<PropertyKey>>();
  for (const { path } of issues) {
    const [field, entry] = path;
    if (typeof field !== 'string' || ESSENTIAL.has(field)) return undefined;
    const entries = faulty.get(field) ?? new Set();
    entries.add(entry ?? '');
    faulty.set(field, entries);
  }
  const kept = Object.entries(value).map(([field, held]) => [field, without(field, held, faulty.get(field))] as const);
  return Object.fromEntries(kept.filter(([, held]) => held !== undefined));
}

function without(field: string, held: unknown, entries: Set<PropertyKey> | undefined): unknown {
  if (!entries) return held;
  if (Array.isArray(held)) return entries.has('') ? undefined : held.filter((_, index) => !entries.has(index));
  if (field !== 'attributes' || typeof held !== 'object' || held === null || entries.has('')) return undefined;
  return Object.fromEntries(Object.entries(held).filter(([name]) => !entries.has(name)));
}
