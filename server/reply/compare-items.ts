import type { Product } from '../domain/catalog-item.ts';
import { formatMoney } from './describe.ts';
import { en } from './strings/en.ts';
import type { ReplyStrings } from './strings/reply-strings.ts';

const MOST_DIFFERENCES = 6;

/** What differs between items, field by field from their records; what one record does not state is said to be not stated. */
export function compareItems(items: readonly Product[], locale: string, strings: ReplyStrings = en): string {
  const { compare } = strings;
  if (items.length < 2) return compare.tooFew;
  const names = compare.names(items.map(({ title }) => title));
  const rows = differences(items, locale, strings)
    .slice(0, MOST_DIFFERENCES)
    .map(({ field, values }) => compare.row(field, values));
  return rows.length > 0 ? compare.differ(names, rows) : compare.same(names);
}

function differences(
  items: readonly Product[],
  locale: string,
  strings: ReplyStrings,
): { field: string; values: string[] }[] {
  const { fields } = strings.compare;
  const say = (value: Value | undefined): string => sayValue(value, strings);
  const attributes = [...new Set(items.flatMap((item) => Object.keys(item.attributes)))].map((name) => ({
    field: name,
    values: items.map((item) => say(item.attributes[name])),
  }));
  const fixed = [
    {
      field: fields.price,
      values: items.map(({ price }) => (price ? formatMoney(price.amount, price.currency, locale) : say(undefined))),
    },
    {
      field: fields.rating,
      values: items.map(({ rating }) => (rating ? `${rating.average} (${rating.count})` : say(undefined))),
    },
    { field: fields.brand, values: items.map(({ brand }) => say(brand)) },
  ];
  return [...fixed, ...attributes].filter(({ values }) => new Set(values).size > 1);
}

type Value = Product['attributes'][string];

function sayValue(value: Value | undefined, { compare, item }: ReplyStrings): string {
  if (value === undefined) return compare.notStated;
  return typeof value === 'boolean' ? (value ? item.yes : item.no) : [value].flat().join(', ');
}
