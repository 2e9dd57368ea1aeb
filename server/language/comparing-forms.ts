import type { LanguageData } from './language-data.ts';
import type { Token, TokeniserRules } from './tokenise.ts';

const ENDING = 2;

/**
 * "-er" forms that compare by themselves ("kleiner, bitte") and only agree with a noun in front of one ("ein kleiner Tisch").
 * They keep their form as a stem; `settle` gives those in front of a noun the stem of the plain word.
 */
export class ComparingForms {
  private readonly forms: ReadonlySet<string>;
  private readonly isQuiet: (stem: string) => boolean;
  /** Words of the grammar that are no noun. */
  private readonly small: ReadonlySet<string>;

  constructor(
    grammar: LanguageData['grammar'],
    stems: (phrase: string) => string[],
    isQuiet: (stem: string) => boolean,
  ) {
    const { conjunctions, than, typeTail, clauseEnds, forPhrase, withPhrase, negate, atMost, atLeast, prefer } =
      grammar;
    const lists = [conjunctions.or, conjunctions.and, than, typeTail, clauseEnds, forPhrase, withPhrase, prefer];
    const cues = [negate.before, atMost.before, atLeast.before];
    this.forms = new Set((grammar.endings?.comparing ?? []).flatMap(stems));
    this.small = new Set(this.forms.size === 0 ? [] : [...lists, ...cues].flat().flatMap(stems));
    this.isQuiet = isQuiet;
  }

  settle(tokens: Token[], { stemmer, spellings }: TokeniserRules): Token[] {
    if (this.forms.size === 0) return tokens;
    return tokens.map((token, index) => {
      if (!this.forms.has(token.norm) || !this.isNoun(tokens[index + 1])) return token;
      const plain = token.norm.slice(0, -ENDING);
      return { ...token, stem: stemmer(spellings.get(plain) ?? plain) };
    });
  }

  private isNoun(token: Token | undefined): boolean {
    return token?.kind === 'word' && !this.small.has(token.stem) && !this.isQuiet(token.stem);
  }
}
