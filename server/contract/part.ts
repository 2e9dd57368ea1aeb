import { z } from 'zod';
import { Card } from './card.ts';
import { Act, Constraint, LedgerEntry, StateEdit } from './constraint.ts';
import { InterestView } from './interests.ts';

/** One constraint that could go, and how many items there would be without it. */
export const Relaxation = z.object({
  label: z.string(),
  count: z.number().int().min(0),
  edit: StateEdit,
});
export type Relaxation = z.infer<typeof Relaxation>;

/** There exactly when nothing fits all that was said; the cards are then the nearest alternatives. */
export const NearMiss = z.object({
  constraintIds: z.array(z.string()),
  relaxations: z.array(Relaxation),
});
export type NearMiss = z.infer<typeof NearMiss>;

export const Suggestion = z.object({ label: z.string(), text: z.string() });
export type Suggestion = z.infer<typeof Suggestion>;

export const Timings = z.object({
  firstCardMs: z.number().nullable(),
  totalMs: z.number(),
  stages: z.record(z.string(), z.number()),
});
export type Timings = z.infer<typeof Timings>;

export const TurnPart = z.discriminatedUnion('type', [
  z.object({ type: z.literal('turn-start') }),
  z.object({
    type: z.literal('understanding'),
    source: z.enum(['embedded', 'model']),
    act: Act,
    /** All active constraints after this turn, not only the new ones. */
    constraints: z.array(Constraint),
    ledger: z.array(LedgerEntry),
    focus: z.array(z.string()).optional(),
  }),
  z.object({
    type: z.literal('cards'),
    rowId: z.string(),
    revision: z.number().int().min(1),
    /** How many products fit; with `nearMiss`, how many nearest alternatives there are. */
    total: z.number().int().min(0),
    cards: z.array(Card),
    nearMiss: NearMiss.optional(),
  }),
  z.object({ type: z.literal('text-delta'), delta: z.string() }),
  z.object({
    type: z.literal('question'),
    question: z.string(),
    options: z.array(z.object({ label: z.string(), edit: StateEdit })),
  }),
  z.object({ type: z.literal('suggestions'), items: z.array(Suggestion) }),
  z.object({ type: z.literal('interests'), profile: InterestView }),
  z.object({ type: z.literal('turn-end'), timings: Timings, degraded: z.array(z.string()) }),
  z.object({ type: z.literal('error'), code: z.string(), message: z.string() }),
]);
export type TurnPart = z.infer<typeof TurnPart>;
export type PartOf<Type extends TurnPart['type']> = Extract<TurnPart, { type: Type }>;

/** `seq` grows by one per session. */
export const SequencedPart = z.object({ turnId: z.string(), seq: z.number().int().min(1), part: TurnPart });
export type SequencedPart = z.infer<typeof SequencedPart>;
