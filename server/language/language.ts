import { createHash } from 'node:crypto';
import type { FacetRole } from '../domain/catalog-profile.ts';
import { ComparingForms } from './comparing-forms.ts';
import { buildConcepts, type Concept } from './concepts.ts';
import { type LanguageData, readLanguageData } from './language-data.ts';
import { PhraseBook } from './phrase-book.ts';
import { ProductTypes } from './product-types.ts';
import { createStemmer, type Stemmer } from './stemmer.ts';
import { normaliseWord, type Token, type TokeniserRules, tokenise } from './tokenise.ts';
import { Units } from './units.ts';
import { buildCompoundSplitter, buildShorthands, shortenWith } from './word-building.ts';

/** All that Aisle knows of one language, ready to use; the same object reads catalogs and shoppers. */
export interface Language {
  code: string;
  /** Changes with the language's data. */
  fingerprint: string;
  data: LanguageData;
  tokenise(text: string): Token[];
  /** Stems of a phrase's tokens. */
  stems(phrase: string): string[];
  /** Stems joined by a space: how values, types and words are compared and stored. */
  key(phrase: string): string;
  /** Value words by role; a word may name a colour and a material. */
  concepts: ReadonlyMap<FacetRole, PhraseBook<Concept>>;
  types: ProductTypes;
  /** Materials that are out where this one is not wanted, although a wish for it does not mean them: suede beside leather. */
  kinOf(material: string): readonly string[];
  units: Units;
  /** Groups of words that say the same of a product ("waterproof", "rainproof"), by stem key. */
  wordings: ReadonlyMap<string, readonly string[]>;
  /** Wordings and product names of several words, found in texts as one. */
  phrases: PhraseBook<string>;
  /** Words that carry no wish: articles, fillers, "show me". */
  isFiller(stem: string): boolean;
}

const loaded = new Map<string, Language>();

/** Loads a language folder once. Throws `AppError` `language_data` where a file is broken. */
export function loadLanguage(code: string): Language {
  const known = loaded.get(code);
  if (known) return known;
  const language = createLanguage(code, readLanguageData(code));
  loaded.set(code, language);
  return language;
}

export function createLanguage(code: string, data: LanguageData): Language {
  const { endings } = data.grammar;
  const stemmer = createStemmer(data.grammar.stemmer, {
    whole: new Set([...(endings?.whole ?? []), ...(endings?.comparing ?? [])].map(normaliseWord)),
    takesEr: new Set((endings?.takesEr ?? []).map(normaliseWord)),
  });
  const rules: TokeniserRules = {
    stemmer,
    spellings: buildSpellings(data, stemmer),
    decimal: data.grammar.decimal,
    isUnit: () => false,
    splitWord: buildCompoundSplitter(data, stemmer),
  };
  const stems = (phrase: string): string[] => tokenise(phrase, rules).map((token) => token.stem);
  const key = (phrase: string): string => stems(phrase).join(' ');
  const units = new Units(data.units.units, stems);
  rules.isUnit = (word) => units.isUnit(word);

  const kin = new Map(
    Object.entries(data.materials.materials).map(([name, { kin: names }]) => [key(name), names.map(key)] as const),
  );
  const concepts = new Map<FacetRole, PhraseBook<Concept>>();
  for (const { phrase, concept } of buildConcepts(data)) {
    const book = concepts.get(concept.role) ?? new PhraseBook<Concept>();
    book.add(stems(phrase), normaliseConcept(concept, key));
    concepts.set(concept.role, book);
  }
  const wordings = buildWordings(data.styles, key);
  const phrases = new PhraseBook<string>();
  const types = new ProductTypes(data, key);
  for (const phrase of new Set([...wordings.keys(), ...types.all()]))
    if (phrase.includes(' ')) phrases.add(phrase.split(' '), phrase);
  const { stopwords, fillers, generic_nouns } = data.fillers;
  const quiet = new Set([...stopwords, ...fillers, ...generic_nouns].map(key));
  const comparing = new ComparingForms(data.grammar, stems, (stem) => quiet.has(stem));
  return {
    code,
    fingerprint: createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16),
    data,
    tokenise: remember((text) => comparing.settle(tokenise(text, rules), rules)),
    stems,
    key,
    concepts,
    kinOf: (material) => kin.get(material) ?? [],
    types,
    units,
    wordings,
    phrases,
    isFiller: (stem) => quiet.has(stem),
  };
}

/** The same few texts of one item are read from several sides; a short memory saves splitting them again. */
function remember(tokeniseText: (text: string) => Token[]): (text: string) => Token[] {
  const recent = new Map<string, Token[]>();
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    if (recent.size >= RECENT_TEXTS) recent.clear();
    const tokens = tokeniseText(text);
    recent.set(text, tokens);
    return tokens;
  };
}

const RECENT_TEXTS = 512;

const normaliseConcept = (concept: Concept, key: (phrase: string) => string): Concept => ({
  ...concept,
  value: key(concept.value),
  parents: concept.parents.map(key),
  denies: concept.denies.map(key),
});

/**
 * What the data says goes before what follows from it. An entry with an umlaut counts only as written or in its shorthand, so
 * that "Größe" and "große" stay two words.
 */
function buildSpellings(data: LanguageData, stemmer: Stemmer): TokeniserRules['spellings'] {
  const stated = Object.entries(data.spellings).filter(([from, to]) => isOneWord(from) && isOneWord(to));
  const shorten = shortenWith(data.grammar.digraphs);
  const known = new Map(
    stated.flatMap(([from, to]): [string, string][] => [
      [from.normalize('NFC'), normaliseWord(to)],
      [shorten(from), normaliseWord(to)],
    ]),
  );
  const shorthand = buildShorthands(data, stemmer);
  return { get: (word) => known.get(word) ?? shorthand(word) };
}

const isOneWord = (text: string): boolean => /^[\p{L}\p{N}]+$/u.test(text);

function buildWordings(groups: string[][], key: (phrase: string) => string): Map<string, string[]> {
  const wordings = new Map<string, string[]>();
  for (const group of groups) {
    const keys = group.map(key);
    for (const one of keys) wordings.set(one, [...new Set([...(wordings.get(one) ?? []), ...keys])]);
  }
  return wordings;
}
