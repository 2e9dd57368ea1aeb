import type { Language } from '../language/language.ts';
import { PhraseBook } from '../language/phrase-book.ts';
import type { Token } from '../language/tokenise.ts';
import { readNumber } from '../language/units.ts';

const THOUSAND = /^(\d+(?:[.,]\d+)?)k$/;

/** Money and spelled-out numbers: "$50", "20 bucks", "1k", "two hundred", "a tenner". */
export class MoneyWords {
  private readonly symbols = new PhraseBook<string>();
  private readonly words = new PhraseBook<string>();
  private readonly slang = new PhraseBook<number>();
  private readonly numbers = new PhraseBook<number>();
  private readonly ands: ReadonlySet<string>;

  constructor(language: Language) {
    const { money, numbers } = language.data;
    this.ands = new Set(language.data.grammar.conjunctions.and.map(language.key));
    for (const [currency, { symbols, words }] of Object.entries(money.currencies)) {
      for (const symbol of symbols) this.symbols.add(language.stems(symbol), currency);
      for (const word of words) this.words.add(language.stems(word), currency);
    }
    for (const [word, value] of Object.entries(money.slang)) this.slang.add(language.stems(word), value);
    for (const [word, value] of Object.entries(numbers.words)) this.numbers.add(language.stems(word), value);
  }

  symbolAt(tokens: readonly Token[], index: number): { end: number } | undefined {
    return this.symbols.matchAt(tokens, index)[0];
  }

  wordAt(tokens: readonly Token[], index: number): { end: number } | undefined {
    return this.words.matchAt(tokens, index)[0] ?? this.symbols.matchAt(tokens, index)[0];
  }

  /** A number in words, in slang or with "k"; `money` when only money is said like that. */
  amountAt(tokens: readonly Token[], index: number): { value: number; end: number; money: boolean } | undefined {
    const token = tokens[index];
    const thousand = THOUSAND.exec(token?.norm ?? '');
    if (thousand?.[1])
      return { value: Number.parseFloat(thousand[1].replace(',', '.')) * 1000, end: index + 1, money: false };
    const plain = readNumber(tokens, index) ?? this.spelledAt(tokens, index);
    if (plain) {
      const times = this.slang.matchAt(tokens, plain.end)[0];
      if (times && (times.value >= 100 || tokens[plain.end]?.joined))
        return { value: plain.value * times.value, end: times.end, money: true };
      return { ...plain, money: false };
    }
    const slang = this.slang.matchAt(tokens, index)[0];
    return slang && (tokens[index]?.norm.length ?? 0) > 1
      ? { value: slang.value, end: slang.end, money: false }
      : undefined;
  }

  /** "two hundred and fifty": small numbers add up, hundred and thousand multiply what stands before. */
  private spelledAt(tokens: readonly Token[], index: number): { value: number; end: number } | undefined {
    let total = 0;
    let current: number | undefined;
    let end = index;
    for (;;) {
      const joined = (current ?? 0) + total >= 100 && this.ands.has(tokens[end]?.stem ?? '') ? end + 1 : end;
      const match = this.numbers.matchAt(tokens, joined)[0];
      if (!match || (joined > end && match.value >= 100)) break;
      if (match.value >= 100) {
        current = (current ?? 1) * match.value;
        if (match.value >= 1000) [total, current] = [total + current, 0];
      } else if (current !== undefined && current > 0 && current < 20 && match.value < 20) break;
      else current = (current ?? 0) + match.value;
      end = match.end;
    }
    return current === undefined ? undefined : { value: total + current, end };
  }
}
