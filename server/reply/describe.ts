import type { Constraint } from '../contract/constraint.ts';

const RELATION_WORDS: Record<Constraint['relation'], string> = {
  is: '',
  'is-not': 'not ',
  'at-most': 'up to ',
  'at-least': 'at least ',
  between: '',
  around: 'around ',
};

export function formatMoney(amount: number, currency: string, locale = 'en'): string {
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);
}

/** A constraint in a few plain words: "up to $50", "not leather", "blue or green". */
export function describeConstraint({ facet, relation, value, unit }: Constraint, currency: string): string {
  const format = (one: string | number): string =>
    facet === 'price' && typeof one === 'number' ? formatMoney(one, currency) : `${one}${unit ? ` ${unit}` : ''}`;
  const values = [value].flat().map(format);
  if (relation === 'between') return values.join(' to ');
  if (value === 'true') return `${RELATION_WORDS[relation]}${facet}`;
  const named = typeof value === 'number' && facet !== 'price' && facet !== 'text' ? `${facet} ` : '';
  return `${named}${RELATION_WORDS[relation]}${values.join(relation === 'is-not' ? ' and not ' : ' or ')}`;
}

export function describeRelaxation(constraint: Constraint, currency: string): string {
  return `without “${describeConstraint(constraint, currency)}”`;
}
