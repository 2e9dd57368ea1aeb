import type { Lexicon } from '../language/lexicon.ts';
import type { Chart } from './chart.ts';
import type { Bound } from './cue-books.ts';
import type { ParseContext } from './parse-context.ts';
import type { Amount } from './recognise-amounts.ts';

export interface AmountPhrase {
  start: number;
  end: number;
  amount: Amount;
  bound?: Bound;
  range: boolean;
}

export interface NamedFacet {
  facet: string;
  unit?: string;
  bound?: Bound;
  /** The number counts people: "for six". */
  counts?: boolean;
  /** Maps a number as written to the facet's own unit. */
  convert?: (value: number) => number;
  /** The phrase together with the word that names the facet. */
  start?: number;
  end?: number;
}

const REACH = 2;
/** From this share of a type's products on, a number with a unit is taken to be about the facet even when no word names it. */
const WELL_COVERED = 0.3;
const LEAST_PRICE = 5;
/** Dimension of a unit -> what facets of it are called. */
const IMPLIED: Record<string, string> = { age: 'age', seats: 'seat' };

/**
 * Which facet a number is about, by what stands closest: money is the price, stars the rating, a unit any facet of its
 * dimension (the one that a neighbour names, else the one that the products meant state). A bare number with a bound is a
 * price. Undefined: the number is only a word ("iphone 11").
 */
export function chooseNumberFacet(
  chart: Chart,
  phrase: AmountPhrase,
  lexicon: Lexicon,
  context: ParseContext,
): NamedFacet | undefined {
  const { amount, bound, range } = phrase;
  // "A sofa, $500" is what the shopper wants to spend at most.
  if (amount.money) return { facet: 'price', bound: bound ?? (range ? undefined : 'at-most') };
  if (amount.unit?.dimension === 'rating') return { facet: 'rating', bound: bound ?? 'at-least' };
  const plain = plainNameBeside(chart, phrase, lexicon);
  if (plain?.facet === 'rating') return { bound: 'at-least', ...plain };
  if (plain?.facet === 'price') return { bound: 'at-most', ...plain };
  const stated = statedFacet(chart, phrase, lexicon, context);
  if (stated) return stated;
  if (amount.unit) return { facet: 'text' };
  if (bound !== undefined || range) return { facet: 'price' };
  return isPriceAlone(chart, phrase, lexicon, context) ? { facet: 'price', bound: 'at-most' } : undefined;
}

/** A number facet of the catalog: named by a neighbour, or by unit and what products of this type state. */
function statedFacet(
  chart: Chart,
  phrase: AmountPhrase,
  lexicon: Lexicon,
  { types }: ParseContext,
): NamedFacet | undefined {
  const { amount, bound, range } = phrase;
  const { numbers } = lexicon;
  // Without a unit only the very next word names the facet: in "a camera under 200" the number is no camera figure.
  const named = nameBeside(chart, phrase, lexicon, amount.unit ? REACH : 0);
  if (!named && !amount.unit) return undefined;
  const meant = [...typesIn(chart, lexicon), ...types];
  // People and ages are said by their unit alone: "for six", "four years old".
  const implied = numbers.about(IMPLIED[amount.unit?.dimension ?? ''] ?? '');
  const clue = { value: amount.value, unit: amount.unit, types: meant };
  const facet = numbers.best({ ...clue, named: named?.facets ?? implied });
  if (!facet) return undefined;
  const isNamed = named?.facets.includes(facet.name) ?? false;
  const isImplied = implied.includes(facet.name);
  if (amount.unit?.dimension === 'age' && !isImplied) return undefined;
  const isOpen = bound === undefined && !range;
  // A number that such things do not state is none of their facets: titles may say it all the same (`measured_`).
  const isKnown = meant.some((type) => lexicon.profile.typeNumbers[type] !== undefined);
  if (!isNamed && !isImplied && (isOpen || isKnown) && numbers.coverage(facet, meant) < WELL_COVERED) return undefined;
  const place = isNamed ? { start: named?.start, end: named?.end } : {};
  // A table for six may seat eight; a six seater is a six seater.
  const isFor = lexicon.language.data.grammar.forPhrase.includes(chart.tokens[phrase.start - 1]?.norm ?? '');
  const seatBound = amount.unit?.dimension === 'seats' && !isNamed && isFor ? 'at-least' : undefined;
  const ageBound = amount.unit?.dimension === 'age' ? boundOfAge(facet.name) : undefined;
  return {
    facet: facet.name,
    unit: facet.unit,
    bound: bound ?? ageBound ?? seatBound,
    counts: amount.unit?.dimension === 'seats',
    convert: (value) => numbers.convert(value, amount.unit, facet),
    ...place,
  };
}

/** "For a four year old" fits what is from 3 years on, and what is up to 6. */
function boundOfAge(facet: string): Bound | undefined {
  if (/\b(from|min|minimum|starting)\b/.test(facet)) return 'at-most';
  return /\b(to|max|maximum|until)\b/.test(facet) ? 'at-least' : undefined;
}

const typesIn = (chart: Chart, { types, language }: Lexicon): string[] =>
  types
    .matchAll(chart.tokens)
    .flatMap(({ value }) => [...language.types.expand(value), value.split(' ').at(-1) ?? value]);

interface Beside {
  start?: number;
  end?: number;
}

/** Whatever stands right before or behind the number, fillers and "of" between. */
function beside<Match extends { end: number }>(
  chart: Chart,
  { start, end }: AmountPhrase,
  matchAt: (index: number) => Match | undefined,
  reach = REACH,
): (Match & Beside) | undefined {
  for (let gap = 0; gap <= reach; gap += 1) {
    const after = matchAt(end + gap);
    if (after && chart.isFree(end, after.end)) return { ...after, start: undefined };
    for (const size of [3, 2, 1]) {
      const at = start - gap - size;
      const before = at < 0 ? undefined : matchAt(at);
      if (before?.end === start - gap && chart.isFree(at, start))
        return { ...before, start: at, end: undefined as never };
    }
    if (chart.tokens[end + gap]?.kind === 'symbol') break;
  }
  return undefined;
}

const nameBeside = (chart: Chart, phrase: AmountPhrase, { numbers }: Lexicon, reach: number) =>
  beside(chart, phrase, (index) => numbers.namedAt(chart.tokens, index), reach);

/** "Budget 50", "rating of 4". */
function plainNameBeside(chart: Chart, phrase: AmountPhrase, { facetNames }: Lexicon): NamedFacet | undefined {
  const found = beside(chart, phrase, (index) => {
    const match = facetNames.matchAt(chart.tokens, index)[0];
    return match && (match.value === 'price' || match.value === 'rating') ? match : undefined;
  });
  return found && { facet: found.value, start: found.start, end: found.end };
}

/** "Toothbrush, 100" and, while a price is set, "make it 30": a number with nothing beside it is what the shopper wants to pay. */
function isPriceAlone(
  chart: Chart,
  { start, end, amount }: AmountPhrase,
  { language, profile }: Lexicon,
  { hasPrice }: ParseContext,
): boolean {
  // "4k" is a price only where nothing in the catalog is called so.
  const isCatalogWord =
    chart.tokens[start]?.kind === 'word' && profile.vocabulary[chart.tokens[start].stem] !== undefined;
  if (amount.value < LEAST_PRICE || isCatalogWord) return false;
  const [before, after] = [chart.tokens[start - 1], chart.tokens[end]];
  if (before?.norm === ',' && (after === undefined || after.kind === 'symbol')) return true;
  const others = chart.tokens.filter((token, index) => (index < start || index >= end) && token.kind === 'word');
  return hasPrice && others.every(({ stem }) => language.isFiller(stem) || language.data.grammar.setTo.includes(stem));
}
