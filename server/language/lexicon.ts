import type { CatalogProfile, FacetProfile } from '../domain/catalog-profile.ts';
import type { Concept } from './concepts.ts';
import type { Language } from './language.ts';
import { NumberFacets } from './number-facets.ts';
import { PhraseBook, type PhraseMatch } from './phrase-book.ts';
import type { Token } from './tokenise.ts';

/** A value of a facet as this catalog has it. */
export interface KnownValue {
  facet: string;
  value: string;
  label: string;
}

export interface Need {
  prefer: string[];
  types: string[];
}

/** All phrases that mean something in this shop: language data narrowed to the profile, and the profile's own words. */
export interface Lexicon {
  language: Language;
  profile: CatalogProfile;
  /** Product types; the value is the stem key. */
  types: PhraseBook<string>;
  brands: PhraseBook<KnownValue>;
  values: PhraseBook<KnownValue>;
  conceptsAt(tokens: readonly Token[], index: number): PhraseMatch<Concept>[];
  colourGroups: PhraseBook<string[]>;
  /** Names of facets ("colour", "budget"), for "any colour" and "forget the budget". */
  facetNames: PhraseBook<string>;
  numbers: NumberFacets;
  features: PhraseBook<string>;
  wordings: PhraseBook<string>;
  needs: PhraseBook<Need>;
  sizes: PhraseBook<string>;
  /** Number of products of which the catalog says this value. */
  countOf(facet: string, value: string): number;
  /** All facets that state this value anywhere: "down" may be a material here and an insulation there. */
  facetsWith(value: string): readonly string[];
  /** A value as the catalog writes it; undefined where the facet has no such value. */
  labelOf(facet: string, value: string): string | undefined;
  /** Facet that plays a role here ("colour" -> "product colour"). */
  facetOfRole: ReadonlyMap<string, string>;
  typeCounts: ReadonlyMap<string, number>;
  /** The same as a record, for looking up forms of words. */
  typeVocabulary: Readonly<Record<string, number>>;
  /** Type -> categories where its products usually lie, the narrowest first. */
  typeCategories: ReadonlyMap<string, readonly string[]>;
  /** The name that this catalog uses most for a type: "notebook" where hardly anything is called a laptop. */
  usualName(type: string): string;
}

const MIN_TYPE_COUNT = 3;
const DOMINANT = 0.6;
const MIN_COVERAGE = 0.01;
const OPEN_ROLES = new Set(['type']);

export function buildLexicon(profile: CatalogProfile, language: Language): Lexicon {
  const facets = Object.values(profile.facets);
  const facetOfRole = new Map(facets.flatMap((facet) => (facet.role ? [[facet.role as string, facet.name]] : [])));
  const counts = new Map(
    [...facets, { name: 'brand', values: profile.brands }].flatMap(({ name, values }) =>
      values.map(({ value, count }) => [`${name}=${value}`, count] as const),
    ),
  );
  const facetsOfValue = new Map<string, string[]>();
  for (const { name, values } of facets)
    for (const { value } of values) facetsOfValue.set(value, [...(facetsOfValue.get(value) ?? []), name]);
  const labels = new Map(
    facets.flatMap(({ name, values }) => values.map(({ value, label }) => [`${name}=${value}`, label] as const)),
  );
  const features = buildFeatures(facets, language, profile.vocabulary);
  const typeCounts = new Map(profile.types.map(({ value, count }) => [value, count]));
  const values = buildValues(profile, facets, language.isFiller);
  const isConcept = (stems: string[]): boolean =>
    [...language.concepts.values()].some((book) =>
      book
        .matchAt(
          stems.map((stem) => ({ stem })),
          0,
        )
        .some(({ end, value }) => end === stems.length && !value.ambiguous),
    );
  /** A quality in any shop or a feature of this one. */
  const isPlain = (phrase: string): boolean => features.has(phrase.split(' ')) || isConcept(phrase.split(' '));
  const isQuality = (phrase: string): boolean => values.has(phrase.split(' ')) || isPlain(phrase);
  return {
    language,
    profile,
    types: buildTypes(profile, language, { isPlain, isQuality }),
    facetsWith: (value) => facetsOfValue.get(value) ?? [],
    labelOf: (facet, value) => labels.get(`${facet}=${value}`),
    countOf: (facet, value) => counts.get(`${facet}=${value}`) ?? 0,
    brands: buildBrands(profile, language),
    values,
    conceptsAt: (tokens, index) => [...language.concepts.values()].flatMap((book) => book.matchAt(tokens, index)),
    colourGroups: buildColourGroups(language),
    numbers: new NumberFacets(profile, language),
    facetNames: buildFacetNames(facets, language, facetOfRole),
    features,
    wordings: buildWordings(profile, language),
    needs: buildNeeds(language),
    sizes: buildSizes(language),
    facetOfRole,
    typeCounts,
    typeCategories: new Map(profile.types.map(({ value, categories }) => [value, categories])),
    usualName: (type) => findUsualName(type, typeCounts, language),
    typeVocabulary: Object.fromEntries(profile.types.map(({ value, count }) => [value, count])),
  };
}

/** Below this share of the most frequent synonym, or kind, a name is hardly used here. */
const HARDLY_USED = { beside: 0.2, above: 0.1 };

/** Where hardly anything is called a phone, but much a smartphone, a phone is a smartphone. */
function findUsualName(type: string, counts: ReadonlyMap<string, number>, { types }: Language): string {
  const countOf = (name: string): number => counts.get(name) ?? 0;
  const mostOf = (names: string[]): string =>
    names.reduce((most, name) => (countOf(name) > countOf(most) ? name : most), type);
  const [synonym, kind] = [mostOf(types.namesOf(type)), mostOf(types.expand(type))];
  if (countOf(synonym) < HARDLY_USED.above * countOf(kind)) return kind;
  return countOf(type) < HARDLY_USED.beside * countOf(synonym) ? synonym : type;
}

/** "warm colours": a group only with the word for colour, since "warm" and "light" alone say something else. */
function buildColourGroups(language: Language): PhraseBook<string[]> {
  const groups = new PhraseBook<string[]>();
  const words = language.data.grammar.colourWords ?? ['colour', 'shade', 'tone'];
  for (const [group, families] of Object.entries(language.data.colours.groups))
    for (const word of words) groups.add(language.stems(`${group} ${word}`), families.map(language.key));
  return groups;
}

/**
 * Types that exist here under any of their names. A compound whose first words are a value or a feature here ("leather
 * jacket", "wireless headphones") is left to be read as quality and type, since facts know more of it than titles.
 */
const WHOLE_AISLE = 5;

function buildTypes(
  profile: CatalogProfile,
  language: Language,
  { isPlain, isQuality }: Record<'isPlain' | 'isQuality', (phrase: string) => boolean>,
): PhraseBook<string> {
  const categories = new Set(profile.categories.map(({ value }) => value));
  const here = new Set(profile.types.map(({ value }) => value));
  const learned = profile.types
    .filter(({ value, count }) => categories.has(value) || (count >= MIN_TYPE_COUNT && !value.includes(' ')))
    .map(({ value }) => value);
  const known = [...language.types.all()].filter(
    (type) => !type.includes(' ') || language.types.expand(type).some((one) => here.has(one)),
  );
  const hosts = new Set(language.data.accessories.hosts.map(language.key));
  const types = new PhraseBook<string>();
  for (const type of new Set([...learned, ...known])) {
    const stems = type.split(' ');
    const describes = stems.slice(0, -1).join(' ');
    // "Docking station" is one thing: without the first word nobody knows what it is.
    const isThing =
      language.types.namesWith(describes) >= WHOLE_AISLE ||
      hosts.has(describes) ||
      !language.types.isProduct(stems.at(-1) ?? '');
    const splits =
      describes !== '' && !categories.has(type) && (isPlain(describes) || (!isThing && isQuality(describes)));
    if (!splits && !language.isFiller(type)) types.add(stems, type);
  }
  return types;
}

/** Brands by their full name, without a web ending, and by a first word that no other brand here has ("Tripp" for Tripp Lite). */
function buildBrands(profile: CatalogProfile, language: Language): PhraseBook<KnownValue> {
  const brands = new PhraseBook<KnownValue>();
  const firstWords = new Map<string, number>();
  for (const { value } of profile.brands) {
    const first = value.split(' ')[0] ?? '';
    firstWords.set(first, (firstWords.get(first) ?? 0) + 1);
  }
  for (const { value, label } of profile.brands) {
    if (value === '' || language.isFiller(value)) continue;
    const known = { facet: 'brand', value, label };
    const words = value.split(' ');
    brands.add(words, known);
    const [first = ''] = words;
    const isOwn =
      firstWords.get(first) === 1 && first.length >= SHORTEST_BRAND_WORD && !language.types.isProduct(first);
    if (words.length > 1 && isOwn && !language.isFiller(first) && !isValueWord(first, language))
      brands.add([first], known);
  }
  return brands;
}

const SHORTEST_BRAND_WORD = 5;

const isValueWord = (stem: string, language: Language): boolean =>
  [...language.concepts.values()].some((book) => book.has([stem]));

/** A value belongs to the facet that states it most; one that several facets share stays a plain word. */
function buildValues(
  profile: CatalogProfile,
  facets: FacetProfile[],
  isFiller: (word: string) => boolean,
): PhraseBook<KnownValue> {
  const best = new Map<string, { known: KnownValue; count: number; total: number }>();
  const enough = profile.counts.product * MIN_COVERAGE;
  for (const facet of facets) {
    if (facet.type !== 'categorical' || facet.count < enough || OPEN_ROLES.has(facet.role ?? '')) continue;
    for (const { value, label, count } of facet.values) {
      if (value.length < 2 || /^\d+$/.test(value) || isFiller(value)) continue;
      const seen = best.get(value);
      const known = !seen || count > seen.count ? { facet: facet.name, value, label } : seen.known;
      best.set(value, { known, count: Math.max(count, seen?.count ?? 0), total: count + (seen?.total ?? 0) });
    }
  }
  const values = new PhraseBook<KnownValue>();
  for (const { known, count, total } of best.values())
    if (count / total >= DOMINANT) values.add(known.value.split(' '), known);
  return values;
}

function buildFacetNames(facets: FacetProfile[], language: Language, roles: Map<string, string>): PhraseBook<string> {
  const names = new PhraseBook<string>();
  const add = (phrase: string, facet: string): void => names.add(language.stems(phrase), facet);
  for (const word of language.data.grammar.priceWords) add(word, 'price');
  for (const word of language.data.grammar.ratingWords) add(word, 'rating');
  for (const [facet, words] of Object.entries(language.data.grammar.builtInNames ?? { brand: [], category: [] }))
    for (const word of [facet, ...words]) add(word, facet);
  for (const [role, facet] of roles) {
    add(role, facet);
    const known = language.data['facet-names'][role];
    if (Array.isArray(known)) for (const name of known) add(String(name), facet);
  }
  for (const facet of facets) if (facet.type === 'categorical' || facet.type === 'boolean') add(facet.name, facet.name);
  for (const facet of facets) if (facet.type === 'number') add(bareName(facet, language), facet.name);
  return names;
}

const bareName = ({ name, unit }: FacetProfile, language: Language): string => {
  const words = name.split(/[\s_]+/);
  return unit && words.length > 1 && language.units.isUnit(words.at(-1) ?? '') ? words.slice(0, -1).join(' ') : name;
};

/** Features that items have or not, by their name: "waterproof", "dishwasher safe". */
function buildFeatures(
  facets: FacetProfile[],
  language: Language,
  vocabulary: CatalogProfile['vocabulary'],
): PhraseBook<string> {
  const features = new PhraseBook<string>();
  for (const facet of facets) {
    if (facet.type !== 'boolean') continue;
    const key = language.key(facet.name);
    // Another wording of one word that the catalog uses itself stays a word: it may say more than this facet.
    const others = (language.wordings.get(key) ?? []).filter(
      (name) => name.includes(' ') || vocabulary[name] === undefined,
    );
    for (const name of new Set([key, ...others])) features.add(name.split(' '), facet.name);
  }
  return features;
}

/** Phrases of which language knows other wordings, where this catalog uses at least one of them. */
function buildWordings(profile: CatalogProfile, language: Language): PhraseBook<string> {
  const wordings = new PhraseBook<string>();
  const occurs = (key: string): boolean => key.split(' ').every((stem) => profile.vocabulary[stem] !== undefined);
  // "No latex" is read as what is not wanted; where it is the group's own name ("no show socks") it is a quality.
  const denies = new Set(language.data.grammar.negate.before.map(language.key));
  for (const [key, group] of language.wordings) {
    const [first = '', ...denied] = key.split(' ');
    const isDenial = denies.has(first) && denied.length > 0 && group[0] !== key && occurs(denied.join(' '));
    if (!isDenial && group.some(occurs)) wordings.add(key.split(' '), key);
  }
  return wordings;
}

function buildNeeds(language: Language): PhraseBook<Need> {
  const needs = new PhraseBook<Need>();
  for (const { words, prefer, types } of language.data.needs)
    for (const phrase of words) needs.add(language.stems(phrase), { prefer, types });
  return needs;
}

function buildSizes(language: Language): PhraseBook<string> {
  const sizes = new PhraseBook<string>();
  for (const group of Object.values(language.data.sizes))
    for (const [size, forms] of Object.entries(group))
      for (const form of [size, ...forms]) sizes.add(language.stems(form), language.key(size));
  return sizes;
}
