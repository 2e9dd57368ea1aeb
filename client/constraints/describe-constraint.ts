import type { Constraint, StateEdit } from '../../server/contract/index.ts';
import type { Format } from '../format/create-format.ts';
import type { Strings } from '../strings/en.ts';

export interface Words {
  strings: Strings;
  format: Format;
  currency?: string;
}

/** A facet's name as a person reads it: `screenSize`, `screen_size` and `screen-size` are all "Screen size". */
export function describeFacet(facet: string, { strings }: Pick<Words, 'strings'>): string {
  const own = strings.constraints.facets[facet];
  if (own !== undefined) return own;
  const spaced = facet
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim();
  const lower = /[A-Z]{2}/.test(spaced) ? spaced : spaced.toLowerCase();
  return capitalized(lower);
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Facets whose values speak for themselves; for the others a bare value ("yes", "80 cm") would say too little. */
const SELF_EXPLAINING = new Set(['price', 'rating', 'availability', 'category', 'text', 'colour', 'color', 'material']);

/** One wish in a few words, for a chip: "Up to $50", "Not leather", "Width: up to 80 cm". */
export function describeConstraint(constraint: Constraint, words: Words): string {
  const { facet, relation, value } = constraint;
  const { constraints } = words.strings;
  if (facet === 'rating' && relation === 'at-least' && typeof value === 'number') {
    return constraints.stars(words.format.number(value));
  }
  const shown = capitalized(describeValue(constraint, words));
  if (SELF_EXPLAINING.has(facet)) return shown;
  if (relation === 'is-not') return `${shown} (${describeFacet(facet, words).toLowerCase()})`;
  const inline = relation === 'is' ? shown : `${shown.charAt(0).toLowerCase()}${shown.slice(1)}`;
  return `${describeFacet(facet, words)}: ${inline}`;
}

function describeValue(constraint: Constraint, words: Words): string {
  const { relation, value } = constraint;
  const { constraints } = words.strings;
  const one = (part: string | number) => describeOne(part, constraint, words);
  if (Array.isArray(value)) {
    if (relation === 'between') return constraints.between(one(value[0] ?? ''), one(value[1] ?? ''));
    const joined = value.map(one).join(constraints.or);
    return relation === 'is-not' ? constraints.not(joined) : joined;
  }
  switch (relation) {
    case 'at-most':
      return constraints.atMost(one(value));
    case 'at-least':
      return constraints.atLeast(one(value));
    case 'around':
      return constraints.around(one(value));
    case 'is-not':
      return constraints.not(one(value));
    default:
      return one(value);
  }
}

function describeOne(
  value: string | number,
  { facet, unit }: Constraint,
  { strings, format, currency }: Words,
): string {
  if (facet === 'availability') return availabilityWords(value, strings);
  if (value === 'true') return strings.constraints.yes;
  if (value === 'false') return strings.constraints.no;
  if (typeof value === 'string') return value;
  const money = facet === 'price' ? (isCurrency(unit) ? unit : currency) : undefined;
  if (money !== undefined) return format.money({ amount: value, currency: money });
  return unit === undefined ? format.number(value) : `${format.number(value)} ${unit}`;
}

const isCurrency = (unit: string | undefined): unit is string => unit !== undefined && /^[A-Z]{3}$/.test(unit);

function availabilityWords(value: string | number, strings: Strings): string {
  const known: Record<string, string> = strings.card.availability;
  return known[String(value)] ?? String(value).replaceAll('_', ' ');
}

/** A change made by hand, as it stands in the conversation in the shopper's place. */
export function describeEdit(edit: StateEdit, known: Record<string, Constraint>, words: Words): string {
  const { edits } = words.strings;
  if ('undo' in edit) return edits.undo;
  if ('clear' in edit) return edits.clear;
  if ('set' in edit) {
    const what = describeConstraint(edit.set, words);
    return edit.set.strength === 'must' ? edits.must(what) : edits.prefer(what);
  }
  const removed = known[edit.remove];
  return removed === undefined ? edits.unknown : edits.removed(describeConstraint(removed, words));
}
