import { z } from 'zod';
import { Card } from './card.ts';
import { Act, Constraint, LedgerEntry, StateEdit } from './constraint.ts';
import { NearMiss, Timings } from './part.ts';

/** One condition of a search: what exactly makes an item fit. */
export const TracedCondition = z.object({
  constraintId: z.string(),
  facet: z.string(),
  negated: z.boolean(),
  /** The item has one of these terms. */
  any: z.array(z.string()).optional(),
  /** Or its number lies between these. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** `known`: items that fit for certain; `possible`: those on which the catalog is silent as well. */
  admit: z.enum(['known', 'possible']),
});
export type TracedCondition = z.infer<typeof TracedCondition>;

/** Three scores, three names: each stage set its own. */
export const TracedCandidate = z.object({
  id: z.string(),
  /** Left out when the item has left the catalog since. */
  title: z.string().optional(),
  /** Place in the fused recall list, 1 the first. */
  recallPlace: z.number().int(),
  recall: z.number(),
  firstStage: z.number().optional(),
  finalStage: z.number().optional(),
  /** Features by name, as ranking reads them of the item today. */
  features: z.record(z.string(), z.number()).optional(),
  /** Its place in the row, when it was shown. */
  ordinal: z.number().int().optional(),
});
export type TracedCandidate = z.infer<typeof TracedCandidate>;

export const TracedSearch = z.object({
  /** `row`: all that was asked for; `nearest`: what was looked for when nothing fits. */
  purpose: z.enum(['row', 'nearest']),
  conditions: z.array(TracedCondition),
  /** Items that may not come back. */
  excluded: z.number().int(),
  /** Stems with weights of the sparse query. */
  sparse: z.record(z.string(), z.number()),
  /** Whether a dense vector went along. */
  dense: z.boolean(),
  order: z.object({ key: z.string(), direction: z.enum(['ascending', 'descending']) }).optional(),
  limit: z.number().int(),
  total: z.number().int(),
  /** The filter as Qdrant gets it. */
  filter: z.unknown(),
  /** Weight of each feature in the first stage. */
  weights: z.record(z.string(), z.number()),
  candidates: z.array(TracedCandidate),
});
export type TracedSearch = z.infer<typeof TracedSearch>;

export const TracedConstraint = z.object({
  constraint: Constraint,
  change: z.enum(['new', 'changed', 'kept', 'gone']),
  /** What it was in the turn before, where it changed. */
  before: Constraint.optional(),
});
export type TracedConstraint = z.infer<typeof TracedConstraint>;

/** One turn from words to cards. */
export const TurnTraceView = z.object({
  turnId: z.string(),
  sessionId: z.string(),
  startedAt: z.number().int(),
  status: z.enum(['started', 'done', 'failed', 'cancelled']),
  errorCode: z.string().optional(),
  /** How often a process took the turn up; more than one after a crash. */
  attempts: z.number().int(),
  turnBefore: z.string().optional(),
  currency: z.string(),
  request: z.object({ text: z.string().optional(), edit: StateEdit.optional(), limit: z.number().int() }),
  act: Act.optional(),
  source: z.enum(['embedded', 'model']).optional(),
  ledger: z.array(LedgerEntry),
  /** The shown items that the turn is about. */
  focus: z.array(z.string()),
  constraints: z.array(TracedConstraint),
  row: z.object({ total: z.number().int(), nearMiss: NearMiss.optional(), cards: z.array(Card) }).optional(),
  answer: z.string(),
  timings: Timings.optional(),
  degraded: z.array(z.string()),
  /** Steps of the dialogue as the parser gave them; there while the trace is held in memory, like `searches`. */
  changes: z.array(z.record(z.string(), z.unknown())).optional(),
  /** Left out when the trace is not held: switched off, too long ago, or run by another process. */
  searches: z.array(TracedSearch).optional(),
});
export type TurnTraceView = z.infer<typeof TurnTraceView>;
