/** Control characters other than tab and line end, and halves of surrogate pairs: stores and JSON parsers refuse them. */
const UNSTORABLE = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufeff]/gu;

export function tidyText(text: string): string {
  return text.replace(UNSTORABLE, '').trim();
}

const DEPTH = 6;

/** The same value without null, blank text and empty lists at any depth; exporters write them for "not stated". */
export function dropBlanks(value: unknown, depth = 0): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return tidyText(value) || undefined;
  if (typeof value !== 'object') return value;
  if (depth >= DEPTH) return undefined;
  if (Array.isArray(value)) {
    const kept = value.map((entry) => dropBlanks(entry, depth + 1)).filter((entry) => entry !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  const entries: [string, unknown][] = [];
  for (const [name, entry] of Object.entries(value)) {
    const kept = dropBlanks(entry, depth + 1);
    if (kept !== undefined && name !== '__proto__') entries.push([tidyText(name), kept]);
  }
  return Object.fromEntries(entries);
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
