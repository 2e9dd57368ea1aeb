import type { Language } from '../language/language.ts';
import type { Token } from '../language/tokenise.ts';

const MIN_TITLES = 3;
const MIN_HEADNESS = 0.55;

interface HeadCount {
  titles: number;
  heads: number;
}

/**
 * Learns what things are called in this catalog from its titles, as English and German build them: the last noun before a
 * preposition, number or comma names the thing ("laptop bag for 15 inch notebooks" is a bag). A word is trusted as such a
 * name when language knows it as a product, or when it stands at the end of most of its phrases in enough titles.
 */
export class TypeLearner {
  private readonly language: Language;
  private readonly counts = new Map<string, HeadCount>();
  private readonly tail: Set<string>;
  private readonly brands = new Set<string>();

  constructor(language: Language) {
    this.language = language;
    this.tail = new Set(language.data.grammar.typeTail.map(language.key));
  }

  addBrand(brand: string): void {
    for (const stem of this.language.stems(brand)) this.brands.add(stem);
  }

  /** First pass: count where each word stands in the title's phrases. */
  observe(title: readonly Token[]): void {
    for (const phrase of this.phrases(title))
      for (const [index, token] of phrase.entries()) {
        const count = this.counts.get(token.stem) ?? { titles: 0, heads: 0 };
        count.titles += 1;
        if (index === phrase.length - 1) count.heads += 1;
        this.counts.set(token.stem, count);
      }
  }

  /**
   * Second pass: names of the thing, most special first ("wall clock", "clock"). Stems joined by a space; empty where the title names
   * no type.
   */
  typesOf(title: readonly Token[]): string[] {
    for (const phrase of this.phrases(title)) {
      const types = this.typesInPhrase(phrase.map((token) => token.stem));
      if (types.length > 0) return types;
    }
    return [];
  }

  private typesInPhrase(stems: string[]): string[] {
    for (let end = stems.length; end > 0; end -= 1) {
      const known = this.knownEndingAt(stems, end);
      if (known) return known;
    }
    return [];
  }

  private knownEndingAt(stems: string[], end: number): string[] | undefined {
    const isKnown = (phrase: string): boolean => this.language.types.isProduct(phrase);
    const head = stems[end - 1];
    if (head === undefined) return undefined;
    const [one, two, three] = [1, 2, 3].map((size) => (size <= end ? stems.slice(end - size, end).join(' ') : undefined));
    const named = isKnown(head) || this.isLearnedHead(head) || (two !== undefined && isKnown(two)) || (three !== undefined && isKnown(three));
    if (!named) return undefined;
    return [three, two, one].filter((phrase) => phrase !== undefined);
  }

  private isLearnedHead(stem: string): boolean {
    const count = this.counts.get(stem);
    return count !== undefined && count.titles >= MIN_TITLES && count.heads / count.titles >= MIN_HEADNESS;
  }

  /** Runs of plain words; those behind a preposition come last, since they name what the thing is for. */
  private phrases(title: readonly Token[]): Token[][] {
    const direct: Token[][] = [];
    const indirect: Token[][] = [];
    let run: Token[] = [];
    let current = direct;
    const close = (): void => {
      if (run.length > 0) current.push(run);
      run = [];
    };
    for (const token of title) {
      if (this.tail.has(token.stem)) {
        close();
        if (token.kind === 'word') current = indirect;
      } else if (this.isPlain(token)) run.push(token);
      else if (run.length > 0) close();
    }
    close();
    return [...direct, ...indirect];
  }

  private isPlain(token: Token): boolean {
    return token.kind === 'word' && !/\d/.test(token.norm) && token.stem.length > 1 && !this.brands.has(token.stem);
  }
}
