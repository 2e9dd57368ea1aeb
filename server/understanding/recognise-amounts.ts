import type { Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { readNumber, type Unit } from '../language/units.ts';
import type { Chart, Wish } from './chart.ts';
import type { Bound, CueBooks } from './cue-books.ts';
import type { MoneyWords } from './money-words.ts';
import { chooseNumberFacet } from './number-facet.ts';
import type { ParseContext } from './parse-context.ts';

/** One number in the text with what its neighbours say of it. */
export interface Amount {
  start: number;
  end: number;
  value: number;
  money: boolean;
  unit?: Unit;
}

interface Tools {
  language: Language;
  lexicon: Lexicon;
  books: CueBooks;
  money: MoneyWords;
  context: ParseContext;
}

/** Prices, sizes and counts with their bounds: "under 50", "20-40 bucks", "at least 16 GB", "between 2 and 3 m", "4 stars and up". */
export function recogniseAmounts(chart: Chart, tools: Tools): void {
  for (let index = 0; index < chart.tokens.length; ) {
    const amount = chart.isFree(index) ? readAmount(chart, index, tools) : undefined;
    const end = amount ? claimAmount(chart, amount, tools) : undefined;
    index = end ?? index + 1;
  }
}

function readAmount(chart: Chart, index: number, { language, lexicon, money }: Tools): Amount | undefined {
  // "4k" is a word of the shop before it is four thousand.
  if (chart.tokens[index]?.kind === 'word' && lexicon.wordings.matchAt(chart.tokens, index).length > 0)
    return undefined;
  const symbol = money.symbolAt(chart.tokens, index);
  const start = symbol ? symbol.end : index;
  const measure = symbol ? undefined : language.units.measureAt(chart.tokens, start);
  if (measure && !money.wordAt(chart.tokens, measure.end - 1) && isRealUnit(chart, measure.end))
    return { start: index, end: measure.end, value: measure.value, unit: measure.unit, money: false };
  const number = money.amountAt(chart.tokens, start) ?? readNumber(chart.tokens, start);
  if (!number) return undefined;
  const after = money.wordAt(chart.tokens, number.end);
  const people = !symbol && !after ? countsPeople(chart, index, number, language) : undefined;
  if (people) return { start: index, end: number.end, value: number.value, unit: people, money: false };
  return {
    start: index,
    end: after?.end ?? number.end,
    value: number.value,
    money: Boolean(symbol ?? after ?? ('money' in number && number.money)),
  };
}

const MOST_PEOPLE = 20;

/** "A table for 6", "a tent for two": a small number behind "for" counts people. */
function countsPeople(
  chart: Chart,
  index: number,
  { value, end }: { value: number; end: number },
  language: Language,
): Unit | undefined {
  const { forPhrase } = language.data.grammar;
  const before = chart.tokens[index - 1]?.norm ?? '';
  const after = chart.tokens[end];
  const endsHere =
    after === undefined ||
    after.kind === 'symbol' ||
    language.isFiller(after.stem) ||
    language.data.grammar.atMost.before.includes(after.norm);
  const isCount = Number.isInteger(value) && value >= 1 && value <= MOST_PEOPLE;
  return isCount && endsHere && forPhrase.includes(before) ? language.units.byUnitName('seat') : undefined;
}

/** "size 10 in blue" has no inches: "in" is a unit only where it is written to the number or ends the phrase. */
function isRealUnit(chart: Chart, end: number): boolean {
  const unit = chart.tokens[end - 1];
  const next = chart.tokens[end];
  return unit?.norm !== 'in' || unit.joined || next === undefined || next.kind === 'symbol';
}

function claimAmount(chart: Chart, first: Amount, tools: Tools): number | undefined {
  const second = readSecond(chart, first, tools);
  const last = second ?? first;
  const before = cueBefore(chart, first.start, tools);
  const after = cueAfter(chart, last.end, tools);
  const place = { start: before?.start ?? first.start, end: after?.end ?? last.end };
  const named = chooseNumberFacet(
    chart,
    {
      ...place,
      amount: { ...last, money: first.money || last.money },
      bound: before?.bound ?? after?.bound,
      range: second !== undefined,
    },
    tools.lexicon,
    tools.context,
  );
  if (!named) return undefined;
  const span = {
    start: Math.min(place.start, named.start ?? place.start),
    end: Math.max(place.end, named.end ?? place.end),
  };
  const bound = before?.bound ?? after?.bound ?? named.bound;
  // Stars are the only unit of a rating: said or not, it is the same wish.
  const unit = named.convert ? named.unit : named.facet === 'rating' ? undefined : last.unit?.unit;
  const inUnit = (amount: Amount): Amount =>
    named.convert ? { ...amount, value: named.convert(amount.value) } : amount;
  const wish: Wish = {
    kind: 'wish',
    ...span,
    facet: named.facet,
    unit,
    ...(named.counts ? { counts: true } : {}),
    ...readRelation(inUnit(first), second && inUnit(second), bound),
  };
  return chart.claim(wish) ? span.end : undefined;
}

function readRelation(
  first: Amount,
  second: Amount | undefined,
  bound: Bound | undefined,
): Pick<Wish, 'relation' | 'value'> {
  if (second)
    return { relation: 'between', value: [Math.min(first.value, second.value), Math.max(first.value, second.value)] };
  return { relation: bound ?? 'is', value: first.value };
}

/** The other end of a range: "20-40", "between 20 and 40", "2 to 3 m". A dimension pair ("18x18") is no range. */
function readSecond(chart: Chart, first: Amount, tools: Tools): Amount | undefined {
  const join = tools.books.betweenJoins.matchAt(chart.tokens, first.end)[0];
  if (!join) return undefined;
  const second = readAmount(chart, join.end, tools);
  if (!second || second.start !== join.end) return undefined;
  const isAnd = chart.tokens[join.start]?.kind === 'word' && !isBetween(chart, first.start, tools);
  const joinedByTo = chart.tokens[join.start]?.norm;
  const sameKind =
    first.unit === undefined || second.unit === undefined || first.unit.dimension === second.unit.dimension;
  if (!sameKind || second.value <= first.value) return undefined;
  return isAnd && tools.language.data.grammar.conjunctions.and.includes(joinedByTo ?? '') ? undefined : second;
}

const isBetween = (chart: Chart, start: number, { books }: Tools): boolean =>
  [1, 2, 3].some((size) => books.betweenBefore.matchAt(chart.tokens, start - size)[0]?.end === start);

function cueBefore(chart: Chart, start: number, { books }: Tools): { start: number; bound?: Bound } | undefined {
  for (const size of [4, 3, 2, 1]) {
    const at = start - size;
    const bound = books.boundBefore.matchAt(chart.tokens, at).find((match) => match.end === start);
    if (bound && chart.isFree(at, start)) return { start: at, bound: bound.value };
    const between = books.betweenBefore.matchAt(chart.tokens, at).find((match) => match.end === start);
    if (between && chart.isFree(at, start)) return { start: at };
  }
  return undefined;
}

function cueAfter(chart: Chart, end: number, { books }: Tools): { end: number; bound: Bound } | undefined {
  const at = chart.tokens[end]?.norm === ',' ? end : end;
  const match = books.boundAfter.matchAt(chart.tokens, at)[0];
  if (!match || !chart.isFree(at, match.end)) return undefined;
  const startsNext = books.boundBefore.matchAt(chart.tokens, at)[0] && chart.tokens[match.end]?.kind === 'number';
  return startsNext ? undefined : { end: match.end, bound: match.value };
}
