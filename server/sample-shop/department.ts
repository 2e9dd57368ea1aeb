import { z } from 'zod';
import { AttributeValue } from '../domain/catalog-item.ts';

/** The hand-written part of the sample shop: one YAML file a department. */
const Attributes = z.record(z.string(), AttributeValue);
export type Attributes = z.infer<typeof Attributes>;

/** Sentences with `{facet}` slots and an optional `[condition]` in front; see fill-template.ts. */
const Templates = z.array(z.string().min(1));

export const Item = z.strictObject({
  /** May hold slots; without a colour slot the colour is appended where several colours are listed. */
  title: z.string().min(1),
  brand: z.string().min(1),
  price: z.number().positive(),
  /** What only this product can say; one or two sentences that name no colour. */
  note: z.string().min(1).optional(),
  draw: z.string().optional(),
  a: Attributes.default({}),
  /** One product a colour. */
  colours: z.array(z.string()).optional(),
  /** One product an entry: facets that differ, and `price`. */
  each: z.array(Attributes).optional(),
  /** Options the shopper chooses on the page of one product. */
  variants: z.record(z.string(), z.array(z.string())).optional(),
  /** What an option value costs on top, in the currency of the shop. */
  surcharges: z.record(z.string(), z.number()).default({}),
  rated: z.number().min(1).max(5).optional(),
  stock: z.number().int().min(0).optional(),
  preorder: z.boolean().optional(),
  /** Where one product differs from its family. */
  category: z.array(z.string()).min(2).max(3).optional(),
  open: Templates.optional(),
  tell: Templates.optional(),
  pros: Templates.optional(),
  cons: Templates.optional(),
});
export type Item = z.infer<typeof Item>;

export const Family = z.strictObject({
  category: z.array(z.string()).min(2).max(3),
  draw: z.string(),
  shared: Attributes.default({}),
  variants: z.record(z.string(), z.array(z.string())).optional(),
  /** Facets of `a` that only the picture needs, such as the colour of a packet. */
  unstated: z.array(z.string()).default([]),
  open: Templates.min(1),
  tell: Templates.min(1),
  pros: Templates.min(1),
  cons: Templates.min(1),
  items: z.array(Item).min(1),
});
export type Family = z.infer<typeof Family>;

export const Department = z.strictObject({ families: z.array(Family).min(1) });
export type Department = z.infer<typeof Department>;

export const Seller = z.strictObject({
  id: z.string(),
  name: z.string(),
  departments: z.array(z.string()).min(1),
  /** A new seller has new products with little or no history. */
  isNew: z.boolean().default(false),
});
export type Seller = z.infer<typeof Seller>;

export const VideoScript = z.strictObject({
  id: z.string(),
  title: z.string(),
  creator: z.string(),
  products: z.array(z.string()).min(1),
  /** One sentence template a line, about the first product; what its record leaves out is left unsaid. */
  script: z.string(),
});
export type VideoScript = z.infer<typeof VideoScript>;

export const LivePlan = z.strictObject({
  id: z.string(),
  title: z.string(),
  creator: z.string(),
  status: z.enum(['planned', 'live', 'ended']),
  startsAt: z.string(),
  products: z.array(z.string()).min(1),
  script: z.string(),
});
export type LivePlan = z.infer<typeof LivePlan>;
