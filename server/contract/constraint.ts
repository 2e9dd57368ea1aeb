import { z } from 'zod';

/** How a constraint compares an item's fact with its value. */
export const Relation = z.enum(['is', 'is-not', 'at-most', 'at-least', 'between', 'around']);
export type Relation = z.infer<typeof Relation>;

/** `must` filters; `prefer` only reorders. */
export const Strength = z.enum(['must', 'prefer']);
export type Strength = z.infer<typeof Strength>;

/** `session` survives a change of category (a budget); `category` does not (a shoe size). */
export const Scope = z.enum(['session', 'category']);
export type Scope = z.infer<typeof Scope>;

export const ConstraintValue = z.union([
  z.string().max(200),
  z.number(),
  z.tuple([z.number(), z.number()]),
  z.array(z.string().max(200)).min(1).max(50),
]);
export type ConstraintValue = z.infer<typeof ConstraintValue>;

/**
 * One wish of the shopper about one facet. The facets `category`, `brand`, `price`, `rating` and `availability`
 * exist in every shop, `text` carries words that no facet explains, all others are named by the catalog profile.
 * A list of strings means "one of these" (`is`) or "none of these" (`is-not`).
 */
export const Constraint = z.object({
  id: z.string().min(1).max(100),
  facet: z.string().min(1).max(200),
  relation: Relation,
  value: ConstraintValue,
  unit: z.string().max(20).optional(),
  strength: Strength,
  scope: Scope,
  words: z.string().max(2000),
});
export type Constraint = z.infer<typeof Constraint>;

export const LedgerOutcome = z.enum(['applied', 'preferred', 'asked', 'unsupported']);
export type LedgerOutcome = z.infer<typeof LedgerOutcome>;

/** One constraint-bearing phrase of the shopper's text, by character offsets, and what became of it. */
export const LedgerEntry = z.object({
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  words: z.string(),
  outcome: LedgerOutcome,
  constraintId: z.string().optional(),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

/** A change of the dialogue state made by hand: a chip, an option, a slider. An edit is a turn. */
export const StateEdit = z.union([
  z.object({ remove: z.string().min(1).max(100) }).strict(),
  z.object({ set: Constraint }).strict(),
  z.object({ undo: z.literal(true) }).strict(),
  z.object({ clear: z.literal(true) }).strict(),
]);
export type StateEdit = z.infer<typeof StateEdit>;

export const Act = z.enum([
  'search',
  'refine',
  'relax',
  'undo',
  'more',
  'similar',
  'compare',
  'ask-item',
  'ask-shop',
  'cart-add',
  'cart-remove',
  'cart-view',
  'order-status',
  'return-item',
  'smalltalk',
  'help',
  'unclear',
  'out-of-scope',
]);
export type Act = z.infer<typeof Act>;
