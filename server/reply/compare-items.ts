import type { Product } from '../domain/catalog-item.ts';
import { formatMoney } from './describe.ts';

const MOST_DIFFERENCES = 6;

/** What differs between items, field by field from their records; what one record does not state is said to be not stated. */
export function compareItems(items: readonly Product[], locale: string): string {
  if (items.length < 2) return 'Name two of the shown products to compare, for example “compare 1 and 3”.';
  const names = items.map(({ title }) => title).join(' and ');
  const rows = differences(items, locale)
    .slice(0, MOST_DIFFERENCES)
    .map(({ field, values }) => `${field}: ${values.join(' against ')}`);
  return rows.length > 0
    ? `${names} differ in ${rows.join('; ')}.`
    : `${names}: the shop states no difference but the name.`;
}

function differences(items: readonly Product[], locale: string): { field: string; values: string[] }[] {
  const attributes = [...new Set(items.flatMap((item) => Object.keys(item.attributes)))].map((name) => ({
    field: name,
    values: items.map((item) => say(item.attributes[name])),
  }));
  const fixed = [
    {
      field: 'price',
      values: items.map(({ price }) => (price ? formatMoney(price.amount, price.currency, locale) : say(undefined))),
    },
    {
      field: 'rating',
      values: items.map(({ rating }) => (rating ? `${rating.average} (${rating.count})` : say(undefined))),
    },
    { field: 'brand', values: items.map(({ brand }) => say(brand)) },
  ];
  return [...fixed, ...attributes].filter(({ values }) => new Set(values).size > 1);
}

const say = (value: Product['attributes'][string] | undefined): string => {
  if (value === undefined) return 'not stated';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value].flat().join(', ');
};
