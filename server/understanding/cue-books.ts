import type { Order } from '../domain/dialogue-state.ts';
import type { Language } from '../language/language.ts';
import { PhraseBook } from '../language/phrase-book.ts';
import type { Cue } from './chart.ts';

export type Bound = 'at-most' | 'at-least' | 'around';

/** The grammar's phrase lists, ready to be matched. */
export interface CueBooks {
  cues: PhraseBook<Cue>;
  boundBefore: PhraseBook<Bound>;
  boundAfter: PhraseBook<Bound>;
  betweenBefore: PhraseBook<true>;
  betweenJoins: PhraseBook<true>;
  notNegation: PhraseBook<true>;
  superlatives: PhraseBook<Omit<Order, 'words'>>;
  comparatives: PhraseBook<Omit<Order, 'words'>>;
  ordinals: PhraseBook<number>;
  pronouns: PhraseBook<'focus' | 'all'>;
  noneOf: PhraseBook<true>;
  /** Phrases for several things as they are written: a stem does not tell "these" from "this". */
  several: ReadonlySet<string>;
  oneWords: ReadonlySet<string>;
  numberWords: ReadonlySet<string>;
  than: ReadonlySet<string>;
  acts: PhraseBook<string>;
  stock: PhraseBook<string>;
  wellRated: PhraseBook<true>;
  onSale: PhraseBook<true>;
}

export function buildCueBooks(language: Language): CueBooks {
  const { grammar } = language.data;
  const of = <Value>(...groups: [string[], Value][]): PhraseBook<Value> => {
    const book = new PhraseBook<Value>();
    for (const [phrases, value] of groups) for (const phrase of phrases) book.add(language.stems(phrase), value);
    return book;
  };
  const set = (words: string[]): Set<string> => new Set(words.map(language.key));
  const orders = (list: typeof grammar.superlatives): PhraseBook<Omit<Order, 'words'>> =>
    of(...list.map(({ phrases, ...order }): [string[], Omit<Order, 'words'>] => [phrases, order]));
  const { references } = grammar;
  return {
    cues: of<Cue>(
      [grammar.negate.before, 'negate'],
      [grammar.keep, 'neutral'],
      [grammar.relax.before, 'relax'],
      [grammar.anyWord, 'any'],
      [grammar.prefer, 'prefer'],
      [grammar.must, 'must'],
      [grammar.conjunctions.or, 'or'],
      [grammar.conjunctions.and, 'and'],
      [grammar.clauseEnds, 'clause'],
      [grammar.forPhrase, 'for'],
      [grammar.withPhrase, 'with'],
      [grammar.relax.after, 'relax-back'],
      [grammar.negate.after, 'negate-back'],
      [grammar.switch, 'switch'],
      [grammar.add, 'also'],
    ),
    boundBefore: of<Bound>(
      [grammar.atMost.before, 'at-most'],
      [grammar.atLeast.before, 'at-least'],
      [grammar.around.before, 'around'],
    ),
    boundAfter: of<Bound>(
      [grammar.atMost.after, 'at-most'],
      [grammar.atLeast.after, 'at-least'],
      [grammar.around.after, 'around'],
    ),
    betweenBefore: of([grammar.between.before, true]),
    betweenJoins: of([grammar.between.joins, true]),
    notNegation: of([grammar.notNegation, true]),
    superlatives: orders(grammar.superlatives),
    comparatives: orders(grammar.comparatives),
    ordinals: of(...Object.entries(references.ordinals).map(([word, number]): [string[], number] => [[word], number])),
    pronouns: of<'focus' | 'all'>([references.pronouns, 'focus'], [references.plural, 'all']),
    noneOf: of([references.noneOf, true]),
    several: new Set([...references.plural, ...references.noneOf]),
    oneWords: set(references.oneWords),
    numberWords: set(references.numberWords),
    than: set(grammar.than),
    acts: of(...Object.entries(grammar.acts).map(([act, phrases]): [string[], string] => [phrases, act])),
    stock: of(...Object.entries(grammar.stockWords).map(([state, phrases]): [string[], string] => [phrases, state])),
    wellRated: of([grammar.wellRated, true]),
    onSale: of([grammar.onSale, true]),
  };
}
