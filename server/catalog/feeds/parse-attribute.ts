import type { AttributeValue } from '../../domain/catalog-item.ts';

const TRUE = new Set(['true', 'yes']);
const FALSE = new Set(['false', 'no']);

/**
 * Types one cell. A number with leading zeros or more digits than a double holds is a code and stays text;
 * "a|b" is a list.
 */
export function parseAttribute(text: string): AttributeValue {
  const value = text.trim();
  const word = value.toLowerCase();
  if (TRUE.has(word)) return true;
  if (FALSE.has(word)) return false;
  if (/^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(value)) return Number(value);
  if (value.includes('|')) return splitList(value, '|');
  return value;
}

export function splitList(text: string, separator: string): string[] {
  return [...new Set(text.split(separator).map((part) => part.trim()))].filter(Boolean);
}

/** One value stays as it is typed, several become a list. */
export function parseAttributes(texts: string[]): AttributeValue | undefined {
  const [first, ...more] = [...new Set(texts)];
  if (first === undefined) return undefined;
  return more.length === 0 ? parseAttribute(first) : [first, ...more];
}
