import type { FacetProfile } from '../domain/catalog-profile.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Chart } from './chart.ts';
import type { Bound } from './cue-books.ts';
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
  /** The phrase together with the word that names the facet. */
  start?: number;
  end?: number;
}

const REACH = 2;

/**
 * Which facet a number is about, by what stands closest: money is the price, stars the rating, a unit any facet of its
 * dimension (the one that a neighbour names, else the one that most products state). A bare number with a bound is a price.
 * Undefined: the number is only a word ("iphone 11").
 */
export function chooseNumberFacet(chart: Chart, phrase: AmountPhrase, lexicon: Lexicon): NamedFacet | undefined {
  if (phrase.amount.money) return { facet: 'price' };
  const named = nameBeside(chart, phrase, lexicon);
  if (phrase.amount.unit) return byUnit(phrase, named, lexicon);
  if (named?.facet === 'rating') return { bound: 'at-least', ...named };
  if (named?.facet === 'price') return { bound: 'at-most', ...named };
  if (named && lexicon.profile.facets[named.facet]?.type === 'number') return named;
  if (phrase.bound !== undefined || phrase.range) return { facet: 'price' };
  return isWholeClause(chart, phrase) ? { facet: 'price', bound: 'at-most' } : undefined;
}

function byUnit(
  { amount, bound, range }: AmountPhrase,
  named: NamedFacet | undefined,
  { profile, language }: Lexicon,
): NamedFacet {
  const sameDimension = (facet: FacetProfile): boolean =>
    facet.unit !== undefined && language.units.byUnitName(facet.unit)?.dimension === amount.unit?.dimension;
  const candidates = Object.values(profile.facets).filter((facet) => facet.type === 'number' && sameDimension(facet));
  if (named && candidates.some(({ name }) => name === named.facet)) return { ...named };
  const [most] = candidates.sort((a, b) => b.count - a.count);
  return (bound !== undefined || range) && most ? { facet: most.name } : { facet: 'text' };
}

/** A facet named right before or behind the number: "budget 50", "width of 2 m", "16 GB of memory". */
function nameBeside(chart: Chart, { start, end }: AmountPhrase, { facetNames }: Lexicon): NamedFacet | undefined {
  for (let gap = 0; gap <= REACH; gap += 1) {
    const after = facetNames.matchAt(chart.tokens, end + gap)[0];
    if (after && chart.isFree(end, after.end)) return { facet: after.value, end: after.end };
    for (const size of [3, 2, 1]) {
      const at = start - gap - size;
      const before = facetNames.matchAt(chart.tokens, at).find((match) => match.end === start - gap);
      if (before && chart.isFree(at, start)) return { facet: before.value, start: at };
    }
    if (chart.tokens[end + gap]?.kind === 'symbol') break;
  }
  return undefined;
}

/** "sonicare toothbrush, 100": a number alone between commas is what the shopper wants to pay. */
function isWholeClause(chart: Chart, { start, end, amount }: AmountPhrase): boolean {
  const [before, after] = [chart.tokens[start - 1], chart.tokens[end]];
  const isAlone = before?.norm === ',' && (after === undefined || after.kind === 'symbol');
  return isAlone && amount.value >= 5;
}
