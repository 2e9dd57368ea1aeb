import type { LanguageData } from './language-data.ts';

/** What language knows of product types: which words name the same thing, and which cover others. Keys are stems joined by a space. */
export class ProductTypes {
  private readonly same = new Map<string, Set<string>>();
  private readonly kinds = new Map<string, Set<string>>();
  private readonly nouns = new Set<string>();
  private readonly compounds = new Map<string, string[][]>();
  private readonly openers = new Map<string, number>();
  private readonly accessories: Set<string>;

  constructor(data: Pick<LanguageData, 'synonyms' | 'kinds' | 'accessories'>, key: (phrase: string) => string) {
    for (const group of data.synonyms) {
      const keys = group.map(key);
      for (const one of keys) this.addAll(this.same, one, keys);
    }
    for (const [umbrella, kinds] of Object.entries(data.kinds)) this.addAll(this.kinds, key(umbrella), kinds.map(key));
    this.accessories = new Set(data.accessories.heads.map(key));
    for (const noun of this.accessories) this.nouns.add(noun);
    for (const noun of this.nouns) {
      const stems = noun.split(' ');
      const first = stems.slice(0, -1).join(' ');
      if (first !== '') this.openers.set(first, (this.openers.get(first) ?? 0) + 1);
      const head = stems.at(-1);
      if (head !== undefined && stems.length > 1)
        this.compounds.set(head, [...(this.compounds.get(head) ?? []), stems.slice(0, -1)]);
    }
  }

  /** The type itself, its synonyms, and all kinds that it covers with theirs. */
  expand(type: string): string[] {
    const found = new Set<string>();
    const visit = (one: string): void => {
      if (found.has(one)) return;
      found.add(one);
      for (const synonym of this.same.get(one) ?? []) {
        found.add(synonym);
        for (const kind of this.kinds.get(synonym) ?? []) visit(kind);
      }
      for (const kind of this.kinds.get(one) ?? []) visit(kind);
    };
    visit(type);
    return [...found];
  }

  /** Compound names of a thing called `head` whose other words all hold of it: a clock that says "alarm" is an alarm clock. */
  compoundsOf(head: string, holds: (stem: string) => boolean): string[] {
    const fitting = (this.compounds.get(head) ?? []).filter((words) => words.every(holds));
    return fitting.map((words) => [...words, head].join(' '));
  }

  /** In how many product names a word or phrase stands in front: "dog" opens a whole aisle, "midi" two kinds of clothes. */
  namesWith(first: string): number {
    return this.openers.get(first) ?? 0;
  }

  /** The type and its synonyms, without its kinds. */
  namesOf(type: string): string[] {
    return [type, ...(this.same.get(type) ?? [])];
  }

  /** Whether language knows this phrase as a kind of product. */
  isProduct(type: string): boolean {
    return this.nouns.has(type);
  }

  /** Whether "X for Y" with this head is an accessory of Y. */
  isAccessory(type: string): boolean {
    return this.accessories.has(type) || this.accessories.has(type.split(' ').at(-1) ?? '');
  }

  all(): Iterable<string> {
    return this.nouns;
  }

  private addAll(map: Map<string, Set<string>>, from: string, to: string[]): void {
    const known = map.get(from) ?? new Set<string>();
    for (const one of to) {
      if (one !== from) known.add(one);
      this.nouns.add(one);
    }
    map.set(from, known);
    this.nouns.add(from);
  }
}
