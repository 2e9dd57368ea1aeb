import type { FieldNames } from './field-names.ts';

/** Columns of Shopify's product export, in its older and its present spelling. */
export const SHOPIFY_FIELDS = {
  handle: ['handle', 'url handle'],
  title: ['title'],
  description: ['body (html)', 'description', 'body html'],
  brand: ['vendor'],
  category: ['product category', 'google shopping / google product category', 'standard product type'],
  type: ['type', 'custom product type'],
  tags: ['tags'],
  published: ['published', 'published on online store'],
  status: ['status'],
  optionNames: ['option1 name', 'option2 name', 'option3 name'],
  optionValues: ['option1 value', 'option2 value', 'option3 value'],
  sku: ['variant sku', 'sku'],
  price: ['variant price', 'price'],
  compareAt: ['variant compare at price', 'compare at price'],
  stock: ['variant inventory qty', 'inventory quantity'],
  policy: ['variant inventory policy', 'continue selling when out of stock'],
  barcode: ['variant barcode', 'barcode'],
  image: ['image src', 'product image url'],
  imagePosition: ['image position'],
  variantImage: ['variant image', 'variant image url'],
  mpn: ['google shopping / mpn'],
  rating: ['product rating (product.metafields.reviews.rating)'],
  ratingCount: ['product rating count (product.metafields.reviews.rating count)'],
} satisfies FieldNames;

/** Columns that say something of the product itself, to the attribute they become. */
export const SHOPIFY_ATTRIBUTES: Readonly<Record<string, string>> = {
  'google shopping / gender': 'gender',
  'google shopping / age group': 'age group',
  'google shopping / condition': 'condition',
};

/** "Fabric (product.metafields.custom.fabric)" */
export const METAFIELD = /^(.+?)\s*\(product\.metafields\..+\)$/;

export function isShopifyHeader(names: ReadonlySet<string>): boolean {
  const has = (field: readonly string[]) => field.some((name) => names.has(name));
  const { handle, title, optionNames, sku, price, description } = SHOPIFY_FIELDS;
  const isOld = names.has('variant price') || names.has('variant sku') || names.has('body (html)');
  return has(handle) && has(title) && (isOld || has(optionNames)) && (has(price) || has(sku) || has(description));
}
