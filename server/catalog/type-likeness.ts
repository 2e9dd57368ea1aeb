/** What a product has besides its name: the attributes that it states, the categories that it lies in. */
export type Traits = readonly string[];

interface Kind {
  examples: number;
  /** Trait -> number of examples with it. */
  traits: Map<string, number>;
}

export interface LearnedLikeness {
  products: number;
  frequency: [trait: string, products: number][];
  kinds: [type: string, examples: number, traits: [string, number][]][];
}

const MIN_EXAMPLES = 5;

/**
 * How things of one type are described in this catalog: a printer states its print speed, a notebook its display diagonal. Learned
 * from products whose title leaves no doubt, it tells what the others are. Rare traits say more (weighted by inverse document frequency).
 */
export class TypeLikeness {
  private readonly kinds = new Map<string, Kind>();
  private readonly frequency = new Map<string, number>();
  private products = 0;

  observe(traits: Traits): void {
    this.products += 1;
    for (const trait of traits) this.frequency.set(trait, (this.frequency.get(trait) ?? 0) + 1);
  }

  learn(type: string, traits: Traits): void {
    const kind = this.kinds.get(type) ?? { examples: 0, traits: new Map() };
    kind.examples += 1;
    for (const trait of traits) kind.traits.set(trait, (kind.traits.get(trait) ?? 0) + 1);
    this.kinds.set(type, kind);
  }

  read(): LearnedLikeness {
    const kinds = [...this.kinds].filter(([, { examples }]) => examples >= MIN_EXAMPLES);
    return {
      products: this.products,
      frequency: [...this.frequency],
      kinds: kinds.map(([type, { examples, traits }]) => [type, examples, [...traits]]),
    };
  }

  restore({ products, frequency, kinds }: LearnedLikeness): void {
    this.products = products;
    for (const [trait, count] of frequency) this.frequency.set(trait, count);
    for (const [type, examples, traits] of kinds) this.kinds.set(type, { examples, traits: new Map(traits) });
  }

  /** 0 to 1: how usual these traits are among things of the type; undefined where too few of them are known or there are no traits. */
  fit(type: string, traits: Traits): number | undefined {
    const kind = this.kinds.get(type);
    if (!kind || kind.examples < MIN_EXAMPLES || traits.length === 0) return undefined;
    let sum = 0;
    let total = 0;
    for (const trait of traits) {
      const weight = this.weigh(trait);
      sum += (weight * (kind.traits.get(trait) ?? 0)) / kind.examples;
      total += weight;
    }
    return total === 0 ? undefined : sum / total;
  }

  /** 0 to 1: overlap of the traits with those of the type (a weighted Jaccard coefficient); missing traits count against it as well. */
  likeness(type: string, traits: Traits): number {
    const kind = this.kinds.get(type);
    if (!kind || kind.examples < MIN_EXAMPLES) return 0;
    const own = new Set(traits);
    let shared = 0;
    let all = 0;
    for (const trait of own) {
      const weight = this.weigh(trait);
      shared += (weight * (kind.traits.get(trait) ?? 0)) / kind.examples;
      all += weight;
    }
    for (const [trait, count] of kind.traits) if (!own.has(trait)) all += (this.weigh(trait) * count) / kind.examples;
    return all === 0 ? 0 : shared / all;
  }

  private weigh(trait: string): number {
    return Math.log((1 + this.products) / (1 + (this.frequency.get(trait) ?? 0)));
  }
}
