import type { Constraint } from '../contract/constraint.ts';
import { en } from './strings/en.ts';
import type { ReplyStrings } from './strings/reply-strings.ts';

/** A format takes a tenth of a millisecond to make, and a row writes dozens of prices. */
const moneyFormats = new Map<string, Intl.NumberFormat>();

export function formatMoney(amount: number, currency: string, locale = 'en'): string {
  const fractions = Number.isInteger(amount) ? 0 : 2;
  const key = `${locale} ${currency} ${fractions}`;
  const format =
    moneyFormats.get(key) ??
    new Intl.NumberFormat(locale, { style: 'currency', currency, minimumFractionDigits: fractions });
  moneyFormats.set(key, format);
  return format.format(amount);
}

/** A constraint in a few plain words: "up to $50", "not leather", "blue or green". */
export function describeConstraint(constraint: Constraint, currency: string, strings: ReplyStrings = en): string {
  const { facet, relation, value, unit } = constraint;
  const { wish, locale } = strings;
  const format = (one: string | number): string =>
    facet === 'price' && typeof one === 'number'
      ? formatMoney(one, currency, locale)
      : `${one}${unit ? ` ${unit}` : ''}`;
  const values = [shownValue(constraint, strings)].flat().map(format);
  if (relation === 'between') return wish.range(values[0] ?? '', values[1] ?? '');
  if (value === 'true') return `${wish.relation[relation]}${facet}`;
  const named = typeof value === 'number' && facet !== 'price' && facet !== 'text' ? `${wish.facet(facet)} ` : '';
  return `${named}${wish.relation[relation]}${values.join(relation === 'is-not' ? wish.andNot : wish.or)}`;
}

/** Types and free words are stems; where those are no words, the shopper's own stand for them. */
function shownValue({ facet, value, words }: Constraint, { stemsAreWords }: ReplyStrings): Constraint['value'] {
  const isStem = (facet === 'category' || facet === 'text') && typeof value === 'string';
  return isStem && !stemsAreWords && words !== '' ? words : value;
}

export function describeRelaxation(constraint: Constraint, currency: string, strings: ReplyStrings = en): string {
  return strings.wish.without(describeConstraint(constraint, currency, strings));
}
