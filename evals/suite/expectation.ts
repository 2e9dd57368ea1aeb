import { z } from 'zod';
import { Act, Relation, Strength } from '../../server/contract/constraint.ts';
import { Predicate } from '../predicate/predicate.ts';

/** A constraint that the assistant should have understood; what is left out is not compared. */
export const ExpectedConstraint = z
  .object({
    facet: z.string().min(1),
    relation: Relation,
    value: z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.tuple([z.number(), z.number()]),
      z.array(z.string()).min(1),
    ]),
    unit: z.string().optional(),
    strength: Strength.optional(),
  })
  .strict();
export type ExpectedConstraint = z.infer<typeof ExpectedConstraint>;

/** One act, or several where more than one reading is right. */
export const ExpectedAct = z.union([Act, z.array(Act).min(1)]);

const Predicates = z.array(Predicate);

/** What one turn of a dialogue has to do; checked on the cards shown, by the records behind them. */
export const Expectation = z
  .object({
    /** Each of the first five product cards meets all of these. */
    all: Predicates.optional(),
    /** Wishes that should show in the order but filter nothing: reported, never required. */
    soft: Predicates.optional(),
    /** Nothing fits: a near miss or no card. */
    zero: z.literal(true).optional(),
    /** The card with this ordinal (from the end when negative) is what the turn is about. */
    refersToShown: z.number().int().optional(),
    refersToShownWhere: Predicates.optional(),
    cheaperThanShown: z.number().int().optional(),
    excludesShown: z.union([z.number().int(), z.literal('all')]).optional(),
    extreme: z.enum(['min', 'max']).optional(),
    noLeak: Predicates.optional(),
    noNewSearch: z.literal(true).optional(),
    act: ExpectedAct.optional(),
    constraints: z.array(ExpectedConstraint).optional(),
  })
  .strict();
export type Expectation = z.infer<typeof Expectation>;
