import { z } from 'zod';
import { Act, ConstraintValue, Relation } from './constraint.ts';

const count = z.number().int().min(0);

/** A wish without the sentence it came from: what is counted over many shoppers. */
export const CountedWish = z.object({
  facet: z.string(),
  relation: Relation,
  value: ConstraintValue,
  unit: z.string().optional(),
  count,
  /** The newest turn that said so: its trace is an example. */
  turnId: z.string(),
});
export type CountedWish = z.infer<typeof CountedWish>;

const CountedWords = z.object({ words: z.string(), count, turnId: z.string() });

/** Milliseconds; null where no turn has the figure. */
const Percentiles = z.object({ p50: z.number().nullable(), p95: z.number().nullable(), count });

export const Funnel = z.object({
  kind: z.enum(['open', 'like', 'cart-add', 'purchase']),
  /** Times it happened. */
  times: count,
  /** Cards (one item in one session) with it, of those that were seen. */
  cards: count,
});

/** What happened in a stretch of time, for the shop. Times are milliseconds since 1970; `until` is not part of the stretch. */
export const Insights = z.object({
  since: z.number().int(),
  until: z.number().int(),
  currency: z.string(),
  /** More turns than are read at once: only the oldest of the stretch are counted. */
  truncated: z.boolean(),
  turns: z.object({ total: count, done: count, failed: count, cancelled: count }),
  sessions: count,
  /** Turns by slot of time; slots without a turn are there too. */
  slotMs: z.number().int(),
  slots: z.array(z.object({ at: z.number().int(), turns: count, nothing: count })),
  latency: z.object({ firstCard: Percentiles, whole: Percentiles }),
  acts: z.array(z.object({ act: Act, count })),
  errors: z.array(z.object({ code: z.string(), count })),
  degraded: z.array(z.object({ part: z.string(), count })),
  /** New wishes by facet, most frequent first, with their most frequent values. */
  asked: z.array(z.object({ facet: z.string(), count, values: z.array(CountedWish) })),
  missed: z.object({
    /** Turns where nothing fits all that was said. */
    turns: count,
    /** The wishes that stood in the way. */
    unmet: z.array(CountedWish),
    /** Whole requests that found nothing. */
    phrases: z.array(CountedWords),
    /** Words that led to nothing at all. */
    unsupported: z.array(CountedWords),
    /** Searches by category, and how many of them found nothing. */
    categories: z.array(z.object({ category: z.string(), searches: count, nothing: count })),
    /** Near misses that offered to let a wish go, and how many shoppers then did. */
    relaxations: z.object({ offered: count, taken: count }),
  }),
  /** What sessions like most, by how many sessions. */
  interests: z.array(z.object({ facet: z.string(), value: z.string(), sessions: count })),
  interactions: z.object({
    impressions: count,
    /** Cards (one item in one session) that were seen. */
    cardsSeen: count,
    dislikes: count,
    cartRemovals: count,
    /** Items put into the cart by words ("add the second one"). */
    cartByWords: count,
    funnel: z.array(Funnel),
  }),
});
export type Insights = z.infer<typeof Insights>;
