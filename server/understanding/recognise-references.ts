import type { Reference } from '../domain/intent.ts';
import type { Chart } from './chart.ts';
import type { CueBooks } from './cue-books.ts';
import type { MoneyWords } from './money-words.ts';

interface ReferenceTools {
  numbers: MoneyWords;
  compares: boolean;
  setTo: readonly string[];
  relatives: readonly string[];
}

/** "the second one", "number 3", "it", "both", "none of these": shown items by their place. Needs a row on the screen. */
export function recogniseReferences(
  chart: Chart,
  books: CueBooks,
  { numbers, compares, setTo, relatives }: ReferenceTools,
): void {
  for (let index = 0; index < chart.tokens.length; index += 1) {
    const found =
      noneAt(chart, index, books) ??
      firstFewAt(chart, index, books, numbers) ??
      ordinalAt(chart, index, books) ??
      numberAt(chart, index, books) ??
      (compares ? bareNumberAt(chart, index) : undefined) ??
      (setTo.includes(chart.tokens[index - 1]?.norm ?? '') ? undefined : pronounAt(chart, index, books));
    if (!found || (found.by === 'focus' && isWanted(chart, found, relatives))) continue;
    const { start, end, ...reference } = found;
    const words = chart.words({ start, end });
    chart.claim({ kind: 'reference', start, end, reference: { ...reference, words } as Reference });
  }
}

/** "The ones with a cable", "that works from birth": not on the screen yet. */
const isWanted = (
  chart: Chart,
  { start, end }: { start: number; end: number },
  relatives: readonly string[],
): boolean =>
  chart.tokens[end - 1]?.norm === 'ones' ||
  chart.tokens[start - 1]?.norm === 'ones' ||
  (start === 0 && relatives.includes(chart.tokens[end]?.norm ?? ''));

const MOST_AT_ONCE = 5;

type Found = { start: number; end: number } & (
  | { by: 'ordinal'; ordinal: number }
  | { by: 'first'; count: number }
  | { by: 'focus' }
  | { by: 'all'; rejects?: true }
);

function noneAt(chart: Chart, index: number, books: CueBooks): Found | undefined {
  const match = books.noneOf.matchAt(chart.tokens, index)[0];
  const isSeveral = match && books.several.has(normsOf(chart, match));
  return isSeveral ? { start: match.start, end: match.end, by: 'all', rejects: true } : undefined;
}

/** "The first two", "the first 3". */
function firstFewAt(chart: Chart, index: number, books: CueBooks, numbers: MoneyWords): Found | undefined {
  const ordinal = books.ordinals.matchAt(chart.tokens, index)[0];
  const count = ordinal && ordinal.value === 1 ? numbers.amountAt(chart.tokens, ordinal.end)?.value : undefined;
  const isFew = count !== undefined && Number.isInteger(count) && count >= 2 && count <= MOST_AT_ONCE;
  return ordinal && isFew ? { start: index, end: ordinal.end + 1, by: 'first', count } : undefined;
}

function ordinalAt(chart: Chart, index: number, books: CueBooks): Found | undefined {
  const ordinal = books.ordinals.matchAt(chart.tokens, index)[0];
  // "Best rated first" says how to order, not which card.
  if (!ordinal || chart.ownerAt(index - 1)?.kind === 'order') return undefined;
  const next = chart.tokens[ordinal.end];
  const named = next !== undefined && books.oneWords.has(next.stem);
  const isBare =
    next === undefined || next.kind === 'symbol' || books.than.has(next.stem) || !isContent(chart, ordinal.end);
  if (!named && !isBare) return undefined;
  return { start: index, end: named ? ordinal.end + 1 : ordinal.end, by: 'ordinal', ordinal: ordinal.value };
}

/** "number 3", "#3", "option 2". */
function numberAt(chart: Chart, index: number, books: CueBooks): Found | undefined {
  const [word, number] = [chart.tokens[index], chart.tokens[index + 1]];
  if (!word || !books.numberWords.has(word.stem) || number?.number === undefined) return undefined;
  const isOrdinal = Number.isInteger(number.number) && number.number >= 1 && number.number <= 50;
  return isOrdinal ? { start: index, end: index + 2, by: 'ordinal', ordinal: number.number } : undefined;
}

/** "Compare 1 and 3". */
function bareNumberAt(chart: Chart, index: number): Found | undefined {
  const number = chart.tokens[index]?.number;
  const isOrdinal =
    number !== undefined && Number.isInteger(number) && number >= 1 && number <= 50 && chart.isFree(index);
  return isOrdinal ? { start: index, end: index + 1, by: 'ordinal', ordinal: number } : undefined;
}

function pronounAt(chart: Chart, index: number, books: CueBooks): Found | undefined {
  const match = books.pronouns.matchAt(chart.tokens, index)[0];
  return (
    match && { start: match.start, end: match.end, by: books.several.has(normsOf(chart, match)) ? 'all' : 'focus' }
  );
}

const normsOf = (chart: Chart, { start, end }: { start: number; end: number }): string =>
  chart.tokens
    .slice(start, end)
    .map(({ norm }) => norm)
    .join(' ');

const isContent = (chart: Chart, index: number): boolean => {
  const token = chart.tokens[index];
  return token !== undefined && token.kind === 'word' && token.stem.length > 3;
};
