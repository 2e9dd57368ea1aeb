import type { Language } from '../language/language.ts';
import { PhraseBook } from '../language/phrase-book.ts';
import type { Token } from '../language/tokenise.ts';

/** A stretch of the shopper's text, in characters and tokens, end exclusive. */
export interface Span {
  start: number;
  end: number;
  firstToken: number;
  endToken: number;
}

/** Where the words stand in the text, whatever their case and spacing; whole tokens only. */
export function locateWords(words: string, tokens: readonly Token[], language: Language): Span | undefined {
  const wanted = language.tokenise(words).map(({ norm }) => norm);
  if (wanted.length === 0) return undefined;
  const first = tokens.findIndex((_, index) => wanted.every((norm, offset) => tokens[index + offset]?.norm === norm));
  const [from, to] = [tokens[first], tokens[first + wanted.length - 1]];
  return from && to
    ? { start: from.start, end: to.end, firstToken: first, endToken: first + wanted.length }
    : undefined;
}

type Direction = 'at-most' | 'at-least';

const readers = new WeakMap<Language, CueReader>();

/** One reader a language: its phrase books are built once. */
export function cueReaderOf(language: Language): CueReader {
  const known = readers.get(language) ?? new CueReader(language);
  readers.set(language, known);
  return known;
}

/** What the words round a wish say of it: denied or not, and which way a number points. */
class CueReader {
  readonly #before: PhraseBook<true>;
  readonly #after: PhraseBook<true>;
  readonly #notNegation: PhraseBook<true>;
  readonly #directions: [Direction, PhraseBook<true>][];
  readonly #clauseEnds: Set<string>;
  readonly #empty: (stem: string) => boolean;

  constructor(language: Language) {
    const { grammar } = language.data;
    const book = (phrases: readonly string[]): PhraseBook<true> => {
      const phraseBook = new PhraseBook<true>();
      for (const phrase of phrases) phraseBook.add(language.stems(phrase), true);
      return phraseBook;
    };
    this.#before = book(grammar.negate.before);
    this.#after = book(grammar.negate.after);
    this.#notNegation = book(grammar.notNegation);
    this.#directions = [
      ['at-most', book([...grammar.atMost.before, ...grammar.atMost.after])],
      ['at-least', book([...grammar.atLeast.before, ...grammar.atLeast.after])],
    ];
    this.#clauseEnds = new Set([...grammar.clauseEnds.map(language.key), ',', ';', '.', '!', '?']);
    const { negate, atMost, atLeast, around, between, prefer, must } = grammar;
    const cues = [negate, atMost, atLeast, around].flatMap(({ before, after }) => [...before, ...after]);
    const joining = [grammar.notNegation, grammar.negationJoins, between.before, between.joins, grammar.switch];
    const phrases = [...cues, ...joining.flat(), ...grammar.forPhrase, ...grammar.withPhrase, ...prefer, ...must];
    const words = new Set(phrases.flatMap((phrase) => language.stems(phrase)));
    this.#empty = (stem) => words.has(stem) || language.isFiller(stem);
  }

  /** Whether anything is said at all: "not", "for" and "something" alone are no evidence of a wish. */
  saysSomething(tokens: readonly Token[]): boolean {
    return tokens.some(({ kind, stem }) => kind === 'number' || (kind === 'word' && !this.#empty(stem)));
  }

  /** A denial in the same clause, before or inside the words, or right behind them. */
  isDenied(tokens: readonly Token[], { firstToken, endToken }: Span): boolean {
    const from = this.#clauseStart(tokens, firstToken);
    const before = this.#matches(tokens, this.#before, from, endToken);
    const excused = this.#matches(tokens, this.#notNegation, from, endToken);
    const denied = before.some((index) => !excused.includes(index));
    return denied || this.#matches(tokens, this.#after, endToken, endToken + 1).length > 0;
  }

  /** The one direction that the clause names, if it names exactly one. */
  directionOf(tokens: readonly Token[], { firstToken, endToken }: Span): Direction | undefined {
    const from = this.#clauseStart(tokens, firstToken);
    const named = this.#directions.filter(([, book]) => this.#matches(tokens, book, from, endToken + 1).length > 0);
    return named.length === 1 ? named[0]?.[0] : undefined;
  }

  #clauseStart(tokens: readonly Token[], index: number): number {
    for (let at = index - 1; at >= 0; at -= 1) if (this.#clauseEnds.has(tokens[at]?.stem ?? '')) return at + 1;
    return 0;
  }

  #matches(tokens: readonly Token[], book: PhraseBook<true>, from: number, to: number): number[] {
    const starts = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
    return starts.filter((index) => book.matchAt(tokens, index).length > 0);
  }
}
