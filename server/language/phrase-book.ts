import type { Token } from './tokenise.ts';

export interface PhraseMatch<Value> {
  /** Token indexes, end exclusive. */
  start: number;
  end: number;
  value: Value;
}

/** Phrases by their stems; finds the longest one that starts at a token. */
export class PhraseBook<Value> {
  private readonly byFirstStem = new Map<string, { stems: string[]; value: Value }[]>();

  /** `stems` as the tokeniser gives them; an entry with the same stems is kept beside the first. */
  add(stems: string[], value: Value): void {
    const first = stems[0];
    if (first === undefined) return;
    const entries = this.byFirstStem.get(first) ?? [];
    entries.push({ stems, value });
    entries.sort((a, b) => b.stems.length - a.stems.length);
    this.byFirstStem.set(first, entries);
  }

  /** All entries of the longest phrase that starts at `index`; usually one. */
  matchAt(tokens: readonly Pick<Token, 'stem'>[], index: number): PhraseMatch<Value>[] {
    const first = tokens[index];
    if (!first) return [];
    const found: PhraseMatch<Value>[] = [];
    for (const { stems, value } of this.byFirstStem.get(first.stem) ?? []) {
      const longest = found[0];
      if (longest && stems.length < longest.end - longest.start) break;
      if (stems.every((stem, offset) => tokens[index + offset]?.stem === stem))
        found.push({ start: index, end: index + stems.length, value });
    }
    return found;
  }

  /** The longest matches from left to right, none overlapping another. */
  matchAll(tokens: readonly Pick<Token, 'stem'>[]): PhraseMatch<Value>[] {
    const matches: PhraseMatch<Value>[] = [];
    for (let index = 0; index < tokens.length; ) {
      const found = this.matchAt(tokens, index);
      matches.push(...found);
      index = found[0]?.end ?? index + 1;
    }
    return matches;
  }

  has(stems: string[]): boolean {
    return (this.byFirstStem.get(stems[0] ?? '') ?? []).some((entry) => entry.stems.join(' ') === stems.join(' '));
  }
}
