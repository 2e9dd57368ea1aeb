import type { Act, Constraint } from '../contract/constraint.ts';
import type { NearMiss } from '../contract/part.ts';
import { describeConstraint } from './describe.ts';

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
export function composeRowReply(facts: RowFacts): string {
  return [rowSentence(facts), unsupportedSentence(facts.unsupported)].filter(Boolean).join(' ');
}

function rowSentence({ total, shown, nearMiss, constraints, currency, order }: RowFacts): string {
  const wish = describeWishes(constraints, currency);
  if (nearMiss) return nearMissSentence(nearMiss, wish, shown);
  if (total === 0) return 'There is nothing more to show for this.';
  const found = total === 1 ? 'One product fits' : `${total} products fit`;
  const ordered = order ? `, ${order.replace(/ first$/, '')} first` : '';
  return `${found}${wish ? ` ${wish}` : ''}${ordered}.`;
}

function describeWishes(constraints: readonly Constraint[], currency: string): string {
  const musts = constraints.filter(({ strength }) => strength === 'must');
  return musts.length === 0 ? '' : `“${musts.map((one) => describeConstraint(one, currency)).join(', ')}”`;
}

function nearMissSentence({ relaxations }: NearMiss, wish: string, shown: number): string {
  const start = `Nothing here fits ${wish || 'that'}.`;
  if (shown === 0) return start;
  const options = relaxations.map(({ label, count }) => `${count} ${label}`);
  return options.length > 0 ? `${start} Nearest: ${options.join('; ')}.` : `${start} These come closest.`;
}

function unsupportedSentence(unsupported: readonly string[]): string {
  const words = [...new Set(unsupported)].map((one) => `“${one}”`);
  return words.length === 0 ? '' : `I could not use ${words.join(' and ')}: nothing in this shop says it.`;
}

/** What to say when no row is shown. Honest about what Aisle does not do. */
export const TALK: Partial<Record<Act, string>> = {
  smalltalk:
    'Hello! Tell me what you are looking for, with everything that matters to you: price, colour, material, size.',
  help: 'Tell me what you want in your own words, for example a kind of product, a budget, a colour or what it must not be. Then change it: “cheaper”, “the second one in blue”, “forget the budget”, “undo”.',
  unclear: 'I did not understand that. Tell me what kind of product you are looking for, or what to change.',
  'out-of-scope': 'I can only help with the products of this shop.',
  'order-status': 'I cannot see orders. Please look in your account or ask the shop’s customer service.',
  'return-item': 'I cannot handle returns. Please look in your account or ask the shop’s customer service.',
  'ask-shop':
    'I only know the products of this shop, not its delivery, payment or opening hours. Please ask its customer service.',
};
