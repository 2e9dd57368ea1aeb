import pluralize from 'pluralize';
import snowball from 'snowball-stemmers';
import { type GermanForms, stemGerman } from './stem-german.ts';

/** Maps the forms of a word to one key; the key need not be a word itself. */
export type Stemmer = (norm: string) => string;

const CACHE_LIMIT = 50_000;

const NO_FORMS: GermanForms = { whole: new Set(), takesEr: new Set() };

/**
 * English only loses its plural: heavier stemming joins words that a shop must keep apart ("organ" and "organic", "print" and
 * "printer"). "german-light" only loses its inflection, with the language data's exceptions. Other names are
 * Snowball stemmers.
 */
export function createStemmer(name: string, forms: GermanForms = NO_FORMS): Stemmer {
  const stem = selectStemmer(name, forms);
  const cache = new Map<string, string>();
  return (norm) => {
    const known = cache.get(norm);
    if (known !== undefined) return known;
    const result = stem(norm);
    if (cache.size > CACHE_LIMIT) cache.clear();
    cache.set(norm, result);
    return result;
  };
}

function selectStemmer(name: string, forms: GermanForms): Stemmer {
  if (name === 'english') return stemEnglish;
  return name === 'german-light' ? (norm) => stemGerman(norm, forms) : snowballStem(name);
}

const stemEnglish = (norm: string): string => (norm.length > 2 ? pluralize.singular(norm) : norm);

function snowballStem(name: string): (norm: string) => string {
  const stemmer = snowball.newStemmer(name);
  return (norm) => stemmer.stem(norm);
}
