import { z } from 'zod';
import { Availability, Money } from '../contract/card.ts';

/** The native catalog form, one JSON object a line; every feed reader produces it and everything behind reads only it. */
const Text = z.string().trim().min(1);
const Id = z.union([z.string().trim().min(1).max(200), z.number()]).transform(String);
const Rating = z.object({ average: z.number().min(0).max(5), count: z.number().int().min(0) });
export const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type AttributeValue = z.infer<typeof AttributeValue>;
const Price = Money.refine((money) => Number.isFinite(money.amount) && money.amount >= 0, {
  message: 'a price is a number of at least 0',
});

export const Variant = z.object({
  id: Id,
  options: z.record(z.string(), z.string()),
  price: Price.optional(),
  availability: Availability.optional(),
});
export type Variant = z.infer<typeof Variant>;

export const Review = z.object({
  rating: z.number().min(0).max(5),
  title: z.string().optional(),
  text: z.string().optional(),
  author: z.string().optional(),
  createdAt: z.string().optional(),
});
export type Review = z.infer<typeof Review>;

export const Product = z.object({
  kind: z.literal('product').default('product'),
  id: Id,
  title: Text.max(1000),
  description: z.string().optional(),
  brand: z.string().trim().min(1).optional(),
  category: z.array(Text).default([]),
  price: Price.optional(),
  listPrice: Price.optional(),
  availability: Availability.default('unknown'),
  stock: z.number().optional(),
  rating: Rating.optional(),
  images: z.array(z.string()).default([]),
  url: z.string().optional(),
  createdAt: z.string().optional(),
  seller: z.object({ id: Id, name: Text }).optional(),
  popularity: z.number().optional(),
  model: z.string().optional(),
  gtin: z.string().optional(),
  attributes: z.record(z.string(), AttributeValue).default({}),
  variants: z.array(Variant).default([]),
  reviews: z.array(Review).default([]),
});
export type Product = z.infer<typeof Product>;

const content = {
  id: Id,
  title: Text.max(1000),
  transcript: z.string().optional(),
  products: z.array(Id).default([]),
  poster: z.string().optional(),
  media: z.string().optional(),
  creator: z.string().optional(),
  createdAt: z.string().optional(),
};

export const Video = z.object({
  kind: z.literal('video'),
  ...content,
  durationSec: z.number().min(0).optional(),
});
export type Video = z.infer<typeof Video>;

export const Live = z.object({
  kind: z.literal('live'),
  ...content,
  startsAt: z.string().optional(),
  status: z.enum(['planned', 'live', 'ended']).default('planned'),
});
export type Live = z.infer<typeof Live>;

export const CatalogItem = z.preprocess(
  (line) => (typeof line === 'object' && line !== null && !('kind' in line) ? { ...line, kind: 'product' } : line),
  z.discriminatedUnion('kind', [Product, Video, Live]),
);
export type CatalogItem = Product | Video | Live;
