import type { Concept } from '../language/concepts.ts';
import type { KnownValue, Lexicon } from '../language/lexicon.ts';
import type { PhraseMatch } from '../language/phrase-book.ts';
import type { Token } from '../language/tokenise.ts';
import type { Chart, Finding, Wish } from './chart.ts';
import type { CueBooks } from './cue-books.ts';

type Found = { start: number; end: number; rank: number; build: (place: { start: number; end: number }) => Finding };

/**
 * Explains every token that the shop or the language has a phrase for: the longest phrase at a place wins, then the more
 * telling reading. What stays unexplained and is no filler becomes a plain word.
 */
export function recognisePhrases(
  chart: Chart,
  lexicon: Lexicon,
  books: CueBooks,
  { asksItem }: { asksItem: boolean },
): void {
  recogniseFree(chart, lexicon);
  for (let index = 0; index < chart.tokens.length; ) {
    const best = chart.isFree(index) ? bestAt(chart, index, lexicon, books, asksItem) : undefined;
    if (best) chart.claim(best.build({ start: best.start, end: best.end }));
    index = best?.end ?? index + 1;
  }
  claimWords(chart, lexicon);
}

function bestAt(chart: Chart, index: number, lexicon: Lexicon, books: CueBooks, asksItem: boolean): Found | undefined {
  const tokens = chart.freeFrom(index);
  const found: Found[] = [];
  const add = <Value>(
    matches: { start: number; end: number; value: Value }[],
    rank: number,
    build: (value: Value, place: { start: number; end: number }) => Finding,
  ): void => {
    for (const { start, end, value } of matches)
      found.push({ start, end, rank, build: (place) => build(value, place) });
  };
  if (books.notNegation.matchAt(tokens, index)[0])
    found.push({ start: index, end: index + 1, rank: 0, build: (place) => ({ kind: 'cue', cue: 'and', ...place }) });
  add(
    lexicon.needs.matchAt(tokens, index).filter(({ start, end }) => end - start > 1),
    1,
    ({ prefer, types }, place) => ({ kind: 'need', prefer, types, ...place }),
  );
  // "Photo paper" is a thing to buy even where a printer states it as a feature.
  const isThing = lexicon.types.matchAt(tokens, index).some(({ value }) => lexicon.language.types.isProduct(value));
  add(lexicon.features.matchAt(tokens, index), isThing ? 4.2 : 2, (facet, place) => is(place, facet, 'true'));
  add(books.stock.matchAt(tokens, index), 2, (state, place) => is(place, 'availability', state));
  add(books.wellRated.matchAt(tokens, index), 2, (_, place) => ({
    kind: 'wish',
    facet: 'rating',
    relation: 'at-least',
    value: 4,
    ...place,
  }));
  for (const match of readableConcepts(lexicon.conceptsAt(tokens, index), tokens, lexicon))
    add([match], isThingHere(match, tokens, lexicon) ? 4.1 : 3, (concept, place) =>
      conceptWish(concept, place, lexicon),
    );
  add(lexicon.colourGroups.matchAt(tokens, index), 3, (families, place) => ({
    ...is(place, lexicon.facetOfRole.get('colour') ?? 'colour', ''),
    value: families,
  }));
  add(lexicon.types.matchAt(tokens, index), 4, (type, place) => ({ kind: 'type', type, ...place }));
  // "Cherry" is a fruit, but not where it is the brand of more things than are called so.
  const isBrandFirst = ({ value }: KnownValue): boolean =>
    lexicon.countOf('brand', value) > (lexicon.typeCounts.get(value) ?? 0);
  for (const match of lexicon.brands.matchAt(tokens, index))
    add([match], isBrandFirst(match.value) ? 3.5 : 5, ({ facet, label }, place) => is(place, facet, label));
  add(books.cues.matchAt(tokens, index).slice(0, 1), 4.5, (cue, place) => ({ kind: 'cue', cue, ...place }));
  // "What's its weight" asks for the facet, "weights" alone is a thing to buy, where the shop has any.
  const isSold = lexicon.types.matchAt(tokens, index).some(({ value }) => isHere(value, lexicon));
  const isFeature = lexicon.features.matchAt(tokens, index).length > 0;
  add(lexicon.facetNames.matchAt(tokens, index), asksItem || !(isSold || isFeature) ? 3.5 : 6, (facet, place) => ({
    kind: 'facet-name',
    facet,
    ...place,
  }));
  const beatsConcept = ({ facet, value }: KnownValue): boolean => {
    const [concept] = readableConcepts(lexicon.conceptsAt(tokens, index), tokens, lexicon);
    const own = concept
      ? lexicon.countOf(lexicon.facetOfRole.get(concept.value.role) ?? concept.value.role, concept.value.value)
      : 0;
    // A colour that toners state as what they print is still their colour.
    return own > 0 && lexicon.countOf(facet, value) > FAR_MORE * own;
  };
  add(
    lexicon.values.matchAt(tokens, index).filter(({ value }) => beatsConcept(value)),
    isThing ? 4.3 : 2.5,
    ({ facet, label }, place) => is(place, facet, label),
  );
  add(lexicon.values.matchAt(tokens, index), 7, ({ facet, label }, place) => is(place, facet, label));
  add(lexicon.wordings.matchAt(tokens, index), 8, (value, place) => is(place, 'text', value));
  add(lexicon.needs.matchAt(tokens, index), 9, ({ prefer, types }, place) => ({
    kind: 'need',
    prefer,
    types,
    ...place,
  }));
  return found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank)[0];
}

const isHere = (type: string, { language, typeCounts }: Lexicon): boolean =>
  language.types.expand(type).some((name) => typeCounts.has(name));

/** "Wax" and "muslins" are things where the shop sells more of them than it has made of them; so is a plural. */
function isThingHere({ start, end, value }: PhraseMatch<Concept>, tokens: readonly Token[], lexicon: Lexicon): boolean {
  const { language, typeCounts, facetOfRole } = lexicon;
  const type = lexicon.types.matchAt(tokens, start).find((match) => match.end === end)?.value;
  if (type === undefined || value.role !== 'material') return false;
  const last = tokens[end - 1];
  const isPlural = last !== undefined && last.norm !== last.stem && last.norm.endsWith('s');
  const products = language.types.namesOf(type).reduce((sum, name) => sum + (typeCounts.get(name) ?? 0), 0);
  return (
    (isPlural && products > 0) || products > lexicon.countOf(facetOfRole.get(value.role) ?? value.role, value.value)
  );
}

/** So much more often another facet states a value than the one that people think of first. */
const FAR_MORE = 5;

const is = (place: { start: number; end: number }, facet: string, value: string): Wish => ({
  kind: 'wish',
  facet,
  relation: 'is',
  value,
  ...place,
});

/**
 * The reading of a value word that this catalog supports best. An everyday word ("whiskey", "berry") is a value only where the
 * catalog states it as one.
 */
function readableConcepts(
  matches: PhraseMatch<Concept>[],
  tokens: readonly Token[],
  lexicon: Lexicon,
): PhraseMatch<Concept>[] {
  const support = ({ role, value }: Concept): number => lexicon.countOf(lexicon.facetOfRole.get(role) ?? role, value);
  // "Hi" has the stem of "his".
  const isPronoun = ({ start, end, value }: PhraseMatch<Concept>): boolean =>
    value.role === 'audience' && end - start === 1 && lexicon.language.isFiller(tokens[start]?.stem ?? '');
  const readable = matches.filter((match) => !isPronoun(match) && (!match.value.ambiguous || support(match.value) > 0));
  // "Silver" and "gold" are colours first: a wish for the metal is met by what looks like it, and says so in its material.
  const isColour = ({ value }: PhraseMatch<Concept>): number =>
    value.role === 'colour' && value.parents.length === 0 ? 1 : 0;
  return readable
    .sort((a, b) => b.end - a.end || isColour(b) - isColour(a) || support(b.value) - support(a.value))
    .slice(0, 1);
}

function conceptWish(concept: Concept, place: { start: number; end: number }, lexicon: Lexicon): Wish {
  const facet = lexicon.facetOfRole.get(concept.role) ?? concept.role;
  return { ...is(place, facet, lexicon.labelOf(facet, concept.value) ?? concept.label), recipient: concept.recipient };
}

/** "gluten-free", "fragrance free": a feature by the name of what is absent. */
function recogniseFree(chart: Chart, { language, features, conceptsAt, facetOfRole }: Lexicon): void {
  const endings = new Set(language.data.grammar.saysNot.after.map(language.key));
  for (const [index, token] of chart.tokens.entries()) {
    const what = chart.tokens[index - 1];
    if (!endings.has(token.stem) || what?.kind !== 'word' || language.isFiller(what.stem)) continue;
    const place = { start: index - 1, end: index + 1 };
    const feature = features.matchAt(chart.tokens, index - 1).find(({ end }) => end === index + 1);
    const concept = conceptsAt(chart.tokens, index - 1).find(
      ({ end, value }) => end === index && value.role === 'material',
    );
    if (!feature && concept) {
      const facet = facetOfRole.get(concept.value.role) ?? concept.value.role;
      chart.claim({ kind: 'wish', facet, relation: 'is-not', value: concept.value.label, ...place });
      continue;
    }
    chart.claim(feature ? is(place, feature.value, 'true') : is(place, 'text', `${what.stem} ${token.stem}`));
  }
}

/** The "x" of "10x15". */
const isTimes = (chart: Chart, index: number): boolean =>
  chart.tokens[index]?.norm === 'x' &&
  chart.tokens[index - 1]?.kind === 'number' &&
  chart.tokens[index + 1]?.kind === 'number';

function claimWords(chart: Chart, { language }: Lexicon): void {
  for (const [index, token] of chart.tokens.entries())
    if (chart.isFree(index) && token.kind !== 'symbol' && !language.isFiller(token.stem) && !isTimes(chart, index))
      chart.claim({ kind: 'word', start: index, end: index + 1 });
}
