import type { FieldNames } from './field-names.ts';

/** Google Merchant Center attributes that have a place in the native form. */
export const GOOGLE_FIELDS = {
  id: ['id', 'offer id'],
  title: ['title', 'structured title'],
  description: ['description', 'structured description', 'summary', 'content'],
  link: ['link', 'canonical link', 'mobile link'],
  images: ['image link', 'additional image link', 'lifestyle image link'],
  availability: ['availability'],
  stock: ['quantity', 'inventory', 'quantity to sell on facebook', 'sell on google quantity'],
  price: ['price'],
  salePrice: ['sale price'],
  saleDates: ['sale price effective date'],
  brand: ['brand', 'manufacturer'],
  gtin: ['gtin', 'ean', 'upc', 'isbn'],
  model: ['mpn'],
  productType: ['product type'],
  googleCategory: ['google product category'],
  group: ['item group id'],
  detail: ['product detail'],
  highlight: ['product highlight'],
  rating: ['average rating', 'rating'],
  ratingCount: ['rating count', 'review count', 'number of ratings', 'number of reviews'],
  createdAt: ['created at', 'published'],
  seller: ['seller name', 'external seller id'],
} satisfies FieldNames;

/** Attributes in which the variants of one product may differ, by the feed specification. */
export const VARIANT_FIELDS = [
  'color',
  'size',
  'pattern',
  'material',
  'age group',
  'gender',
  'size type',
  'size system',
];

/** Attributes in which a slash separates several values. */
export const SLASH_LISTS = new Set(['color', 'material']);

/** Attributes for advertising, shipping and tax: nothing that a shopper asks of a product. */
export const NOT_FOR_SHOPPERS =
  /^(custom label|ads |adwords|shipping|tax|promotion id|excluded destination|included destination|shopping ads excluded country|identifier exists|pause|display ads|return policy|min handling|max handling|ships from|transit time|cost of goods|auto pricing|expiration date|availability date|disclosure date|link template|mobile link|canonical link|unit pricing|updated|author|category|comments|pubdate|guid|cloud export|maximum retail price|installment|subscription cost|loyalty|free shipping|minimum order value|store code|pickup|virtual model|3d model|video link|certification)/;

/** Columns that only this format has; "id, title, price" alone is any CSV. */
const TELLING = [
  'image link',
  'google product category',
  'item group id',
  'sale price effective date',
  'product highlight',
];

export function isGoogleHeader(names: ReadonlySet<string>): boolean {
  return names.has('id') && names.has('title') && TELLING.some((name) => names.has(name));
}
