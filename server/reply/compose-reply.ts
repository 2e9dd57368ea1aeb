import type { Constraint } from '../contract/constraint.ts';
import type { NearMiss } from '../contract/part.ts';
import { describeConstraint } from './describe.ts';
import { en } from './strings/en.ts';
import type { ReplyStrings } from './strings/reply-strings.ts';

export interface RowFacts {
  total: number;
  shown: number;
  nearMiss?: NearMiss;
  constraints: readonly Constraint[];
  currency: string;
  /** Phrases that could not be applied. */
  unsupported: readonly string[];
  /** Words that no product here has, as the shopper wrote them. */
  order?: string;
}

/** The sentence above a row. Every number in it is the row's own. */
export function composeRowReply(facts: RowFacts, strings: ReplyStrings = en): string {
  return [rowSentence(facts, strings), unsupportedSentence(facts.unsupported, strings)].filter(Boolean).join(' ');
}

function rowSentence(
  { total, shown, nearMiss, constraints, currency, order }: RowFacts,
  strings: ReplyStrings,
): string {
  const wish = describeWishes(constraints, currency, strings);
  if (nearMiss) return nearMissSentence(nearMiss, wish, shown, strings);
  return total === 0 ? strings.row.nothingMore : strings.row.found(total, wish, order);
}

function describeWishes(constraints: readonly Constraint[], currency: string, strings: ReplyStrings): string {
  const musts = constraints.filter(({ strength }) => strength === 'must');
  const described = musts.map((one) => describeConstraint(one, currency, strings)).join(', ');
  return musts.length === 0 ? '' : strings.quote(described);
}

function nearMissSentence({ relaxations }: NearMiss, wish: string, shown: number, { row }: ReplyStrings): string {
  const start = row.nothingFits(wish);
  if (shown === 0) return start;
  const options = relaxations.map(({ label, count }) => `${count} ${label}`);
  return `${start} ${options.length > 0 ? row.nearest(options) : row.closest}`;
}

function unsupportedSentence(unsupported: readonly string[], strings: ReplyStrings): string {
  const words = [...new Set(unsupported)].map(strings.quote);
  return words.length === 0 ? '' : strings.row.unsupported(words);
}
