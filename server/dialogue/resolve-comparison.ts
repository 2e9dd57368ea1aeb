import type { Constraint } from '../contract/constraint.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Change } from '../domain/intent.ts';

/** Marks a bound that came from a comparison: the next comparison takes its place. */
export const COMPARED = 'compared-';

const SMALLEST_STEP = 0.01;

/**
 * "Cheaper" as a bound: below the item it is compared with, or below the first card where none is named. Undefined when the
 * record of that item does not state the number.
 */
export function resolveComparison(
  { facet, direction, words }: Extract<Change, { do: 'than' }>,
  compared: readonly IndexedItem[],
  numberKey: string,
): Constraint | undefined {
  const numbers = compared.flatMap(({ numbers }) => numbers[numberKey] ?? []);
  if (numbers.length === 0) return undefined;
  const less = direction === 'ascending';
  const bound = less ? Math.min(...numbers) - SMALLEST_STEP : Math.max(...numbers) + SMALLEST_STEP;
  const relation = less ? 'at-most' : 'at-least';
  const value = Math.max(0, Number(bound.toFixed(2)));
  return {
    id: `${facet}.${COMPARED}${relation}.${value}`,
    facet,
    relation,
    value,
    strength: 'must',
    scope: facet === 'price' ? 'session' : 'category',
    words,
  };
}
