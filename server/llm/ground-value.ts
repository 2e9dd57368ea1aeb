import type { Constraint } from '../contract/constraint.ts';
import type { Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Token } from '../language/tokenise.ts';
import type { ProposedWish } from './output-schemas.ts';

const NUMBERS = new Set(['price', 'rating']);
const YES = new Set(['yes', 'true']);
const RANGES = new Set<Constraint['relation']>(['at-most', 'at-least', 'between', 'around']);

export type Grounded =
  | {
      ok: true;
      value: Constraint['value'] /** The words themselves say the value; otherwise the model understood it. */;
      literal: boolean;
    }
  | { ok: false; reason: 'facet' | 'value' | 'number' };

/** Whether the catalog has this facet and value, and whether the words say it. */
export function groundValue(wish: ProposedWish, words: readonly Token[], lexicon: Lexicon): Grounded {
  const { facet, value, relation } = wish;
  const type = NUMBERS.has(facet) ? 'number' : lexicon.profile.facets[facet]?.type;
  if (type === 'number' || RANGES.has(relation)) {
    if (type !== 'number') return { ok: false, reason: 'facet' };
    return groundNumbers(value, words, lexicon.language);
  }
  const values = [value].flat();
  if (values.some((one) => typeof one !== 'string')) return { ok: false, reason: 'value' };
  if (facet === 'availability') return groundStock(values, words, lexicon.language);
  const keys = values.map((one) => lexicon.language.key(String(one)));
  const isKnown = knownValues(facet, lexicon);
  if (!isKnown) return { ok: false, reason: 'facet' };
  if (keys.length === 0 || !keys.every((key) => key !== '' && isKnown(key))) return { ok: false, reason: 'value' };
  const said = new Set(words.map(({ stem }) => stem));
  const spoken =
    facet === lexicon.profile.facets[facet]?.name && type === 'boolean' ? [lexicon.language.key(facet)] : keys;
  const literal = spoken.every((key) => key.split(' ').every((stem) => said.has(stem)));
  if (facet === 'text' && !literal) return { ok: false, reason: 'value' };
  // As the embedded parser writes it, so that the same wish is the same wish.
  if (type === 'boolean') return { ok: true, value: 'true', literal };
  return { ok: true, value: keys.length === 1 ? (keys[0] ?? '') : keys, literal };
}

/** Only the language's own words for it say that something must be there to buy. */
function groundStock(values: readonly unknown[], words: readonly Token[], { data, stems }: Language): Grounded {
  const said = new Set(words.map(({ stem }) => stem));
  const isSaid = (data.grammar.stockWords.in_stock ?? []).some((phrase) =>
    stems(phrase).every((stem) => said.has(stem)),
  );
  const isAsked = values.length === 1 && values[0] === 'in_stock';
  return isAsked && isSaid ? { ok: true, value: 'in_stock', literal: true } : { ok: false, reason: 'value' };
}

/** Every number must be among those that the words spell; `null` and ends of ranges are not made up. */
function groundNumbers(value: ProposedWish['value'], words: readonly Token[], language: Language): Grounded {
  const numbers = [value].flat().map(Number);
  const said = numbersIn(words, language);
  if (numbers.length === 0 || !numbers.every((number) => Number.isFinite(number) && said.has(number)))
    return { ok: false, reason: 'number' };
  const [low, high] = numbers;
  if (low === undefined) return { ok: false, reason: 'number' };
  return { ok: true, value: high === undefined ? low : [Math.min(low, high), Math.max(low, high)], literal: true };
}

/** Digits, words ("a hundred and twenty"), and thousands ("2k"). */
export function numbersIn(tokens: readonly Token[], { data, key }: Language): Set<number> {
  const words = new Map(Object.entries(data.numbers.words).map(([word, number]) => [key(word), number]));
  const found = new Set<number>();
  let sum: number | undefined;
  for (const { number, norm, stem } of tokens) {
    const thousands = /^(\d+(?:[.,]\d+)?)k$/.exec(norm)?.[1];
    if (thousands) found.add(Number(thousands.replace(',', '.')) * 1000);
    const spelled = words.get(stem);
    if (number !== undefined) found.add(number);
    if (spelled !== undefined) sum = spelled >= 100 ? (sum || 1) * spelled : (sum ?? 0) + spelled;
    else if (stem !== 'and' && sum !== undefined) {
      found.add(sum);
      sum = undefined;
    }
    if (sum !== undefined) found.add(sum);
  }
  return found;
}

/** Whether a value (as stems) exists under a facet here; nothing where the facet itself does not. */
function knownValues(facet: string, lexicon: Lexicon): ((key: string) => boolean) | undefined {
  const { profile, language } = lexicon;
  if (facet === 'text') return (key) => key.split(' ').some((stem) => profile.vocabulary[stem] !== undefined);
  if (facet === 'brand') return (key) => profile.brands.some(({ value }) => value === key);
  if (facet === 'category')
    return (key) =>
      profile.categories.some(({ value }) => value === key) ||
      language.types.expand(key).some((name) => lexicon.typeCounts.has(name));
  const known = profile.facets[facet];
  if (!known || known.type === 'text') return undefined;
  if (known.type === 'boolean') return (key) => YES.has(key);
  return (key) => known.values.some(({ value }) => value === key);
}
