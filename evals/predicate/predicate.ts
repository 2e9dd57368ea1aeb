import { z } from 'zod';

const Op = z.enum(['<=', '>=', '<', '>', '==', 'in', 'between']);
const Scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A test on one field of the catalog record. */
export interface FieldPredicate {
  field: string;
  op: z.infer<typeof Op>;
  value: string | number | boolean | (string | number | boolean)[];
}

/** One of the words occurs in one of the fields, on word boundaries, plural allowed. */
export interface TextPredicate {
  text: string[];
  in: string[];
}

/** P of the suite format: what a catalog item has to be. */
export type Predicate =
  | FieldPredicate
  | TextPredicate
  | { not: Predicate }
  | { any: Predicate[] }
  | { all: Predicate[] };

const FieldPredicate = z
  .object({ field: z.string().min(1), op: Op, value: z.union([Scalar, z.array(Scalar).min(1)]) })
  .strict()
  .refine((test) => (test.op === 'in' || test.op === 'between') === Array.isArray(test.value), {
    message: '"in" and "between" take a list, every other op a single value',
  })
  .refine((test) => test.op !== 'between' || (Array.isArray(test.value) && test.value.length === 2), {
    message: '"between" takes [low, high]',
  });
const TextPredicate = z
  .object({ text: z.array(z.string().min(1)).min(1), in: z.array(z.string().min(1)).min(1) })
  .strict();

export const Predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union(
    [
      FieldPredicate,
      TextPredicate,
      z.object({ not: Predicate }).strict(),
      z.object({ any: z.array(Predicate).min(1) }).strict(),
      z.object({ all: z.array(Predicate).min(1) }).strict(),
    ],
    { error: 'expected { field, op, value }, { text, in }, { not }, { any } or { all }' },
  ),
);

/** A predicate in a few words, for the list of failures. */
export function describePredicate(predicate: Predicate): string {
  if ('not' in predicate) return `not (${describePredicate(predicate.not)})`;
  if ('any' in predicate) return predicate.any.map(describePredicate).join(' or ');
  if ('all' in predicate) return `(${predicate.all.map(describePredicate).join(' and ')})`;
  if ('text' in predicate) return `${predicate.in.join('/')} says ${shorten(predicate.text)}`;
  const value = Array.isArray(predicate.value) ? shorten(predicate.value.map(String)) : String(predicate.value);
  return `${predicate.field} ${predicate.op} ${value}`;
}

const shorten = (words: string[]): string =>
  words.length > 5 ? `${words.slice(0, 5).join(' | ')} | +${words.length - 5}` : words.join(' | ');
