import type { Language } from '../language/language.ts';
import type { Token } from '../language/tokenise.ts';

const MIN_TITLES = 3;
const MIN_HEADNESS = 0.55;
const MIN_BRANDS = 2;
/** Shorter words that language does not know are codes ("LC", "SX"). */
const SHORTEST_LEARNED = 4;

interface HeadCount {
  titles: number;
  heads: number;
  brands: Set<string>;
}

export interface LearnedTypes {
  heads: string[];
  /** Stems of all brand names. */
  brands: string[];
}

interface Named {
  types: string[];
  /** Language knows the word as a product; otherwise it was learned from where it stands. */
  known: boolean;
}

/**
 * Learns what things are called in this catalog from its titles, as English and German build them: the last noun before a
 * preposition, number or comma names the thing ("laptop bag for 15 inch notebooks" is a bag). A word is trusted as such a
 * name when language knows it as a product, or when it ends most of its phrases in enough titles of more than one brand
 * (a word that one brand alone uses is a product line).
 */
export class TypeLearner {
  private readonly language: Language;
  private readonly counts = new Map<string, HeadCount>();
  /** Heads learned at another time, when the catalog was last read. */
  private readonly remembered = new Set<string>();
  private readonly tail: Set<string>;
  private readonly collectives: Set<string>;
  private readonly joins: Set<string>;
  /** Words of the grammar ("only", "plus") and sizes ("king") name nothing. */
  private readonly small: Set<string>;
  private readonly brands = new Set<string>();

  constructor(language: Language) {
    this.language = language;
    this.tail = new Set(language.data.grammar.typeTail.map(language.key));
    // "Bag with wheels" is a bag: a word that opens what comes along joins wishes, but not the words of one name.
    const { conjunctions, withPhrase } = language.data.grammar;
    this.joins = new Set(conjunctions.and.filter((word) => !withPhrase.includes(word)).map(language.key));
    const { must, prefer, negate, anyWord, add } = language.data.grammar;
    const sizes = Object.values(language.data.sizes).flatMap((group) => [
      ...Object.keys(group),
      ...Object.values(group).flat(),
    ]);
    this.small = new Set([...must, ...prefer, ...negate.before, ...anyWord, ...add, ...sizes].map(language.key));
    this.collectives = new Set(language.data.grammar.collectives.map(language.key));
  }

  /** What was learned, as plain data; `restore` brings it back without reading the catalog again. */
  read(): LearnedTypes {
    const heads = [...this.counts.keys()].filter((stem) => this.isLearnedHead(stem));
    return { heads: [...this.remembered, ...heads], brands: [...this.brands] };
  }

  restore({ heads, brands }: LearnedTypes): void {
    for (const head of heads) this.remembered.add(head);
    for (const brand of brands) this.brands.add(brand);
  }

  addBrand(brand: string): void {
    for (const stem of this.language.stems(brand)) this.brands.add(stem);
  }

  /** First pass: count where each word stands in the title's phrases. */
  observe(title: readonly Token[], brand: string | undefined): void {
    for (const { stems, closed } of this.phrases(title))
      for (const [index, stem] of stems.entries()) {
        const count = this.counts.get(stem) ?? { titles: 0, heads: 0, brands: new Set() };
        count.titles += 1;
        if (brand) count.brands.add(brand);
        if (closed && index === stems.length - 1) count.heads += 1;
        this.counts.set(stem, count);
      }
  }

  /**
   * Second pass: what the title may call the thing, the likeliest first; each from its most special name to its plainest
   * ("wall clock", "clock"). Stems joined by a space; empty where the title names no type.
   */
  namesOf(title: readonly Token[]): string[][] {
    const phrases = this.phrases(title);
    const names = (skipValues: boolean): Named[] =>
      phrases.map(({ stems }) => this.nameOf(stems, skipValues)).filter((name) => name !== undefined);
    // "orange" and "cherry" are values beside any other name, and a name where there is no other.
    const strict = names(true);
    const named = strict.length > 0 ? strict : names(false);
    return [...named.filter(({ known }) => known), ...named.filter(({ known }) => !known)].map(({ types }) => types);
  }

  private nameOf(stems: string[], skipValues: boolean): Named | undefined {
    for (let end = stems.length; end > 0; end -= 1) {
      if (skipValues && this.isValue(stems[end - 1] ?? '')) continue;
      const named = this.nameEndingAt(stems, end);
      if (!named) continue;
      const inside = this.collectives.has(stems[end - 1] ?? '')
        ? this.nameOf(stems.slice(0, end - 1), skipValues)
        : undefined;
      return inside ? { types: [...named.types, ...inside.types], known: named.known || inside.known } : named;
    }
    return undefined;
  }

  private nameEndingAt(stems: string[], end: number): Named | undefined {
    const [one, two, three] = [1, 2, 3].map((size) =>
      size <= end ? stems.slice(end - size, end).join(' ') : undefined,
    );
    if (one === undefined) return undefined;
    const types = [three, two, one].filter((phrase) => phrase !== undefined);
    const known = types.some((phrase) => this.language.types.isProduct(phrase));
    return known || this.isLearnedHead(one) ? { types, known } : undefined;
  }

  private isLearnedHead(stem: string): boolean {
    if (this.remembered.has(stem)) return true;
    const count = this.counts.get(stem);
    if (!count || count.titles < MIN_TITLES || count.heads / count.titles < MIN_HEADNESS) return false;
    if (stem.length < SHORTEST_LEARNED || this.language.isFiller(stem) || this.small.has(stem)) return false;
    if (this.language.units.isUnit(stem) || this.isValue(stem)) return false;
    return this.brands.size === 0 || count.brands.size >= MIN_BRANDS;
  }

  private isValue(stem: string): boolean {
    return [...this.language.concepts.values()].some((book) => book.has([stem]));
  }

  /** Runs of plain words; those behind a preposition come last, since they name what the thing is for. */
  private phrases(title: readonly Token[]): { stems: string[]; closed: boolean }[] {
    const direct: { stems: string[]; closed: boolean }[] = [];
    const indirect: typeof direct = [];
    let run: string[] = [];
    let current = direct;
    const close = (closed: boolean): void => {
      if (run.length > 0) current.push({ stems: run, closed });
      run = [];
    };
    for (const [index, token] of title.entries()) {
      if (this.joins.has(token.stem)) continue;
      if (this.tail.has(token.stem)) {
        close(!token.joined || token.kind === 'symbol');
        if (token.kind === 'word') current = indirect;
      } else if (this.isPlain(token) && !this.isUnitOfNumber(title, index)) run.push(token.stem);
      else close(!token.joined);
    }
    close(true);
    return [...direct, ...indirect];
  }

  private isUnitOfNumber(title: readonly Token[], index: number): boolean {
    return title[index - 1]?.kind === 'number' && this.language.units.isUnit(title[index]?.norm ?? '');
  }

  private isPlain({ kind, norm, stem }: Token): boolean {
    if (kind !== 'word' || /\d/.test(norm) || stem.length < 2) return false;
    // A word of a brand names no thing, unless it does in every shop: "Case Logic" makes no case less a case.
    return !this.brands.has(stem) || this.language.types.isProduct(stem);
  }
}
