import { z } from 'zod';

export const Money = z.object({ amount: z.number(), currency: z.string().length(3) });
export type Money = z.infer<typeof Money>;

export const Availability = z.enum(['in_stock', 'out_of_stock', 'preorder', 'backorder', 'unknown']);
export type Availability = z.infer<typeof Availability>;

/** Why a card is here: the evidence quotes the record ("Material: linen"), never a model. */
export const Why = z.object({
  constraintId: z.string().optional(),
  facet: z.string().optional(),
  evidence: z.string(),
});
export type Why = z.infer<typeof Why>;

/** Why this slot of the row holds this card. */
export const SlotReason = z.enum([
  'relevance',
  'alternative',
  'interest',
  'diversity',
  'new-item',
  'exploration',
  'content',
  'live-now',
]);
export type SlotReason = z.infer<typeof SlotReason>;

const AttributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

/** Near-duplicates behind a card ("also in navy and cream"): more than one card of the same thing would only take up room. */
export const MoreLikeThis = z.object({
  count: z.number().int().min(1),
  /** The one facet in which they differ. */
  facet: z.string().optional(),
  /** Its values besides the card's own, as the catalog writes them. */
  values: z.array(z.string()),
  ids: z.array(z.string()),
});
export type MoreLikeThis = z.infer<typeof MoreLikeThis>;

const base = {
  id: z.string(),
  title: z.string(),
  ordinal: z.number().int().min(1),
  slotReason: SlotReason,
  /** How likely this card was to get this place, where it was drawn among several; for offline evaluation of rows. */
  propensity: z.number().gt(0).max(1).optional(),
  why: z.array(Why),
  /** Facets of active constraints of which the catalog says nothing for this item. */
  unknowns: z.array(z.string()),
};

export const ProductCard = z.object({
  ...base,
  kind: z.literal('product'),
  price: Money.optional(),
  listPrice: Money.optional(),
  availability: Availability,
  stock: z.number().optional(),
  brand: z.string().optional(),
  seller: z.string().optional(),
  category: z.array(z.string()).optional(),
  rating: z.object({ average: z.number(), count: z.number() }).optional(),
  image: z.string().optional(),
  url: z.string().optional(),
  attributes: z.record(z.string(), AttributeValue),
  more: MoreLikeThis.optional(),
});
export type ProductCard = z.infer<typeof ProductCard>;

export const VideoCard = z.object({
  ...base,
  kind: z.literal('video'),
  poster: z.string().optional(),
  media: z.string().optional(),
  durationSec: z.number().optional(),
  creator: z.string().optional(),
  products: z.array(z.string()),
});
export type VideoCard = z.infer<typeof VideoCard>;

export const LiveCard = z.object({
  ...base,
  kind: z.literal('live'),
  poster: z.string().optional(),
  media: z.string().optional(),
  creator: z.string().optional(),
  startsAt: z.string().optional(),
  status: z.enum(['planned', 'live', 'ended']),
  products: z.array(z.string()),
});
export type LiveCard = z.infer<typeof LiveCard>;

export const Card = z.discriminatedUnion('kind', [ProductCard, VideoCard, LiveCard]);
export type Card = z.infer<typeof Card>;
