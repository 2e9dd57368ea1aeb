import type { Language } from '../language/language.ts';
import { PhraseBook } from '../language/phrase-book.ts';
import type { Token } from '../language/tokenise.ts';

const REACH = 3;

/**
 * Marks the tokens of a record's text that it denies: "no added sugar", "free of nuts", "leather-free". A denial reaches
 * at most three words, up to the next punctuation or preposition.
 */
export class Denials {
  private readonly before = new PhraseBook<true>();
  private readonly after: Set<string>;
  private readonly stops: Set<string>;

  constructor(language: Language) {
    const { saysNot, typeTail, clauseEnds } = language.data.grammar;
    for (const phrase of saysNot.before) this.before.add(language.stems(phrase), true);
    this.after = new Set(saysNot.after.map(language.key));
    this.stops = new Set([...typeTail, ...clauseEnds].map(language.key));
  }

  mark(tokens: readonly Token[]): boolean[] {
    const denied = tokens.map(() => false);
    for (const { end } of this.before.matchAll(tokens)) this.markAfter(tokens, end, denied);
    for (const [index, token] of tokens.entries())
      if (token.joined && this.after.has(token.stem)) this.markBefore(tokens, index, denied);
    return denied;
  }

  private markAfter(tokens: readonly Token[], from: number, denied: boolean[]): void {
    for (let index = from; index < Math.min(from + REACH, tokens.length); index += 1) {
      const token = tokens[index];
      if (!token || this.stops.has(token.stem) || token.kind !== 'word') return;
      denied[index] = true;
    }
  }

  private markBefore(tokens: readonly Token[], at: number, denied: boolean[]): void {
    denied[at - 1] = true;
    for (let index = at - 1; index > 0 && tokens[index]?.joined; index -= 1) denied[index - 1] = true;
  }
}
