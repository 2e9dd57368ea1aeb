import type { Product } from '../domain/catalog-item.ts';
import type { Language } from '../language/language.ts';
import type { Token } from '../language/tokenise.ts';
import { type LearnedTypes, TypeLearner } from './type-learner.ts';
import { type LearnedLikeness, type Traits, TypeLikeness } from './type-likeness.ts';

export interface LearnedNames extends LearnedTypes {
  likeness: LearnedLikeness;
  /** Kind -> usual fit of its products. */
  usual: [kind: string, fit: number][];
}

export interface ResolvedType {
  /** From the most special name to the plainest; empty where the title names no type. */
  types: string[];
  /** The product is described like others of its type, or nothing speaks against it. */
  isTypical: boolean;
}

/** Another name of the title is taken only where the product is described much more like it. */
const CLEARLY = { more: 0.05, times: 1.5 };
/** Below this share of the usual fit a product only mentions the type: a lens cap that says "digital camera". */
const ATYPICAL = 0.3;
const MIN_TRAITS = 3;

/**
 * Decides what a product is. Its title may name several things ("laptop car adapter 90 W power adapter"); which of them it is shows in
 * how it is described, compared with the other products of this catalog.
 */
export class TypeResolver {
  private readonly language: Language;
  private readonly learner: TypeLearner;
  private likeness = new TypeLikeness();
  private usual = new Map<string, number>();

  constructor(language: Language) {
    this.language = language;
    this.learner = new TypeLearner(language);
  }

  /** Names first, then what things of each name are like: once by the likeliest name, once by the name that this makes likeliest. */
  learn(products: readonly Product[]): void {
    for (const { brand } of products) if (brand) this.learner.addBrand(brand);
    const titles = products.map(({ title }) => this.language.tokenise(title));
    for (const [index, { brand }] of products.entries()) this.learner.observe(titles[index] ?? [], brand);
    const named = products.map((product, index) => ({
      names: this.learner.namesOf(titles[index] ?? []),
      traits: this.traitsOf(product),
    }));
    this.likeness = this.learnLikeness(named.map(({ names, traits }) => ({ name: names[0], traits })));
    const chosen = named.map(({ names, traits }) => ({ name: this.choose(names, traits), traits }));
    this.likeness = this.learnLikeness(chosen);
    this.usual = this.learnUsual(chosen);
  }

  read(): LearnedNames {
    return { ...this.learner.read(), likeness: this.likeness.read(), usual: [...this.usual] };
  }

  restore({ likeness, usual, ...types }: LearnedNames): void {
    this.learner.restore(types);
    this.likeness.restore(likeness);
    this.usual = new Map(usual);
  }

  resolve(product: Product, title: readonly Token[]): ResolvedType {
    const traits = this.traitsOf(product);
    const types = this.choose(this.learner.namesOf(title), traits) ?? [];
    return { types, isTypical: this.isTypical(types, traits) };
  }

  private choose(names: readonly string[][], traits: Traits): string[] | undefined {
    const [first, ...others] = names;
    const firstKind = first && this.kindOf(first);
    if (!first || firstKind === undefined) return first;
    let best = { name: first, likeness: this.likeness.likeness(firstKind, traits) };
    const least = Math.max(best.likeness + CLEARLY.more, best.likeness * CLEARLY.times);
    for (const name of others) {
      const kind = this.kindOf(name);
      const likeness = kind === undefined || kind === firstKind ? 0 : this.likeness.likeness(kind, traits);
      if (likeness > least && likeness > best.likeness) best = { name, likeness };
    }
    return best.name;
  }

  private isTypical(types: readonly string[], traits: Traits): boolean {
    const kind = this.kindOf(types);
    const usual = kind === undefined ? undefined : this.usual.get(kind);
    const fit = kind === undefined ? undefined : this.likeness.fit(kind, traits);
    return usual === undefined || fit === undefined || traits.length < MIN_TRAITS || fit >= ATYPICAL * usual;
  }

  private learnLikeness(examples: readonly { name?: readonly string[]; traits: Traits }[]): TypeLikeness {
    const likeness = new TypeLikeness();
    for (const { name, traits } of examples) {
      likeness.observe(traits);
      const kind = name && this.kindOf(name);
      if (kind !== undefined) likeness.learn(kind, traits);
    }
    return likeness;
  }

  private learnUsual(examples: readonly { name?: readonly string[]; traits: Traits }[]): Map<string, number> {
    const fits = new Map<string, number[]>();
    for (const { name, traits } of examples) {
      const kind = name && this.kindOf(name);
      const fit = kind === undefined ? undefined : this.likeness.fit(kind, traits);
      if (kind !== undefined && fit !== undefined) fits.set(kind, [...(fits.get(kind) ?? []), fit]);
    }
    return new Map([...fits].map(([kind, all]) => [kind, all.reduce((sum, fit) => sum + fit, 0) / all.length]));
  }

  /** One name for all synonyms: notebooks and laptops are described alike. Only names that language knows are compared. */
  private kindOf(names: readonly string[]): string | undefined {
    const known = names.find((name) => this.language.types.isProduct(name));
    return known === undefined ? undefined : [...this.language.types.namesOf(known)].sort()[0];
  }

  private traitsOf({ attributes, category }: Product): Traits {
    return [...Object.keys(attributes), ...category.map((label) => `in ${this.language.key(label)}`)];
  }
}
