import type { ProductCard } from '../../server/contract/index.ts';
import type { Format } from '../format/create-format.ts';
import type { Strings } from '../strings/en.ts';

/** An attribute as a person reads it; undefined when the catalog has only an empty value. */
export function showValue(
  value: ProductCard['attributes'][string] | undefined,
  { strings, format }: { strings: Strings; format: Format },
): string | undefined {
  if (typeof value === 'boolean') return value ? strings.card.yes : strings.card.no;
  if (typeof value === 'number') return format.number(value);
  const text = Array.isArray(value) ? value.join(', ') : value;
  return text === undefined || text.trim() === '' ? undefined : text;
}
