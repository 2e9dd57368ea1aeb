import { z } from 'zod';
import { Act, Relation, Strength } from '../contract/constraint.ts';

/** One wish as a model reads it. Every field is required, as strict JSON-schema modes ask. */
export const ProposedWish = z.object({
  words: z.string().min(1).max(200),
  facet: z.string().min(1).max(200),
  relation: Relation,
  value: z.union([
    z.string().max(200),
    z.number(),
    z.array(z.number()).length(2),
    z.array(z.string().max(200)).min(1).max(10),
  ]),
  unit: z.string().max(20).nullable(),
  strength: Strength,
});
export type ProposedWish = z.infer<typeof ProposedWish>;

export const ProposedIntent = z.object({
  act: Act,
  wishes: z.array(ProposedWish).max(20),
  confidence: z.number().min(0).max(1),
});
export type ProposedIntent = z.infer<typeof ProposedIntent>;

const ReviewPoint = z.object({ quote: z.string().min(1).max(200), reviews: z.array(z.number().int().min(1)).min(1) });

/** What a prompt's `output` may name; `text` is prose and has none. */
export const outputSchemas = {
  any: z.json(),
  intent: ProposedIntent,
  quotes: z.object({ praise: z.array(ReviewPoint).max(2), complaint: z.array(ReviewPoint).max(2) }),
  suggestions: z.object({
    items: z.array(z.object({ label: z.string().max(40), text: z.string().max(80) })).max(4),
  }),
  ranking: z.object({ ids: z.array(z.string()).max(100) }),
  verdict: z.object({
    helpful: z.number().int().min(0).max(2),
    tone: z.number().int().min(0).max(2),
    reason: z.string(),
  }),
};
export type OutputName = keyof typeof outputSchemas;
