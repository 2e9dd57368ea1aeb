import type { CatalogProfile, FacetProfile } from '../domain/catalog-profile.ts';
import type { Language } from './language.ts';
import { PhraseBook } from './phrase-book.ts';
import type { Token } from './tokenise.ts';
import { convertUnit, type Unit } from './units.ts';

/** What a number in a text is about, as far as text and context say it. */
export interface NumberClue {
  value: number;
  unit?: Unit;
  /** Facets that a neighbour word names. */
  named: readonly string[];
  /** Product types in the text or the dialogue. */
  types: readonly string[];
}

/** Numbers that every shop has under these names. */
export const BUILT_IN: ReadonlySet<string> = new Set(['price', 'rating', 'popularity', 'created']);

/** The key of a facet's number in an indexed item. */
export const numberKey = (facet: string): string => facet.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');

/** The key of a size that an item says in its words rather than as an attribute, in the dimension's base unit. */
export const measuredKey = (dimension: string): string => `measured_${dimension}`;

const SAME_UNIT = 3;
const OF_TYPE = 5;
const IN_RANGE = 4;
const NAMED = 100;
/** Catalog ranges leave out a hundredth at either end, and shoppers ask beside them. */
const RANGE_SLACK = 1.25;

/** The number facets of a shop and the words that people use for them ("wide", "ram", "seats"). */
export class NumberFacets {
  private readonly facets: FacetProfile[];
  private readonly language: Language;
  private readonly profile: CatalogProfile;
  private readonly names = new PhraseBook<string[]>();
  private readonly words = new Map<string, Set<string>>();

  constructor(profile: CatalogProfile, language: Language) {
    this.profile = profile;
    this.language = language;
    this.facets = Object.values(profile.facets).filter(({ type }) => type === 'number');
    const dimensions = Object.entries(language.data['facet-names'].dimensions).map(([name, words]) =>
      [name, ...words].map(language.key),
    );
    const byWord = new Map<string, Set<string>>();
    for (const facet of this.facets) {
      const words = wordsFor(facet, dimensions, language);
      this.words.set(facet.name, words);
      for (const word of words) byWord.set(word, (byWord.get(word) ?? new Set()).add(facet.name));
    }
    for (const [word, facets] of byWord) this.names.add(word.split(' '), [...facets]);
  }

  namedAt(tokens: readonly Token[], index: number): { start: number; end: number; facets: string[] } | undefined {
    const match = this.names.matchAt(tokens, index)[0];
    return match && { start: match.start, end: match.end, facets: match.value };
  }

  /** The facets of a dimension word such as "weight" or "size". */
  ofDimension(word: string, types: readonly string[]): FacetProfile | undefined {
    const named = this.names.matchAt([{ stem: this.language.key(word) }], 0)[0]?.value ?? [];
    return this.best({ value: Number.NaN, named, types });
  }

  /** The facet and the key of its number that a word such as "price", "weight" or "size" means. */
  keyOf(word: string, types: readonly string[]): { facet: string; key: string } | undefined {
    if (BUILT_IN.has(word)) return { facet: word, key: word };
    const facet = this.ofDimension(word, types);
    return facet && { facet: facet.name, key: numberKey(facet.name) };
  }

  /** The likeliest facet; undefined where nothing but guessing is left. */
  best({ value, unit, named, types }: NumberClue): FacetProfile | undefined {
    const fitting = this.facets.filter((facet) => named.includes(facet.name) || this.sameDimension(facet, unit));
    const score = (facet: FacetProfile): number => {
      const coverage = this.coverage(facet, types);
      return (
        (named.includes(facet.name) ? NAMED : 0) +
        (unit && facet.unit === unit.unit ? SAME_UNIT : 0) +
        OF_TYPE * coverage +
        (this.inRange(facet, value, unit) ? IN_RANGE : 0) +
        facet.count / Math.max(1, this.profile.counts.product)
      );
    };
    const known = types.length === 0 ? fitting : fitting.filter((facet) => this.coverage(facet, types) > 0);
    return (known.length > 0 ? known : fitting).sort((a, b) => score(b) - score(a))[0];
  }

  /** Share of the products of these types that state the facet. */
  coverage(facet: FacetProfile, types: readonly string[]): number {
    const shares = types.map((type) => {
      const counted = this.profile.typeNumbers[type];
      return counted ? (counted.facets[facet.name] ?? 0) / counted.products : 0;
    });
    return Math.max(0, ...shares);
  }

  /** Facets that are about a dimension such as "age" or "seat" by their own name or one of its words. */
  about(dimension: string): string[] {
    const key = this.language.key(dimension);
    const isAbout = ({ name }: FacetProfile): boolean =>
      this.language.stems(name).includes(key) || this.words.get(name)?.has(key) === true;
    return this.facets.filter(isAbout).map(({ name }) => name);
  }

  /** A number in the facet's own unit. */
  convert(value: number, unit: Unit | undefined, facet: FacetProfile): number {
    const target = facet.unit ? this.language.units.byUnitName(facet.unit) : undefined;
    if (!unit || !target || unit.dimension !== target.dimension) return value;
    return Number(convertUnit(value, unit, target).toPrecision(6));
  }

  private sameDimension(facet: FacetProfile, unit: Unit | undefined): boolean {
    if (!unit) return false;
    if (facet.unit) return this.language.units.byUnitName(facet.unit)?.dimension === unit.dimension;
    // "1000 pieces" names the facet "pieces", "for 2 people" the facet "sleeps" or "seats".
    return this.words.get(facet.name)?.has(this.language.key(unit.unit)) ?? false;
  }

  private inRange(facet: FacetProfile, value: number, unit: Unit | undefined): boolean {
    const { low, high } = facet.range ?? { low: 0, high: 0 };
    const converted = this.convert(value, unit, facet);
    return converted >= low / RANGE_SLACK && converted <= high * RANGE_SLACK;
  }
}

/** The facet's own name with and without its unit, and the words of the dimension it is one of; stem keys. */
function wordsFor(facet: FacetProfile, dimensions: string[][], language: Language): Set<string> {
  const own = language.key(facet.name.replace(/[()[\]]/g, ' '));
  const stems = own.split(' ');
  const bare = facet.unit && stems.length > 1 ? stems.slice(0, -1).join(' ') : own;
  return new Set([own, bare, ...dimensions.filter((words) => words.includes(bare)).flat()]);
}
