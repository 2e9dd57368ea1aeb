import type { CatalogItem } from '../../server/domain/catalog-item.ts';

export type FieldValue = string | number | boolean;

/**
 * The values of a field of the catalog record; empty where the record is silent. `category` and other lists give all their
 * values. Attribute names are compared without case. An attribute that only the variants have is read from them.
 */
export function readField(item: CatalogItem, field: string): FieldValue[] {
  if (field === 'attributes') return item.kind === 'product' ? flatten(Object.values(item.attributes)) : [];
  if (field.startsWith('attributes.')) return readAttribute(item, field.slice('attributes.'.length));
  if (item.kind === 'product') {
    if (field === 'price' || field === 'listPrice') return flatten(item[field]?.amount);
    if (field === 'rating') return flatten(item.rating?.average);
    if (field === 'seller') return flatten(item.seller?.name);
  }
  return flatten(field.split('.').reduce<unknown>(readKey, item));
}

function readAttribute(item: CatalogItem, name: string): FieldValue[] {
  if (item.kind !== 'product') return [];
  const stated = flatten(findKey(item.attributes, name));
  if (stated.length > 0) return stated;
  return item.variants.flatMap((variant) => flatten(findKey(variant.options, name)));
}

function findKey(record: Record<string, unknown>, name: string): unknown {
  const wanted = name.toLowerCase();
  return record[name] ?? Object.entries(record).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

const readKey = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;

function flatten(value: unknown): FieldValue[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [];
}
