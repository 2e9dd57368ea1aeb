import pluralize from 'pluralize';
import snowball from 'snowball-stemmers';

/** Maps the forms of a word to one key; the key need not be a word itself. */
export type Stemmer = (norm: string) => string;

const CACHE_LIMIT = 50_000;

/**
 * English only loses its plural: heavier stemming joins words that a shop must keep apart ("organ" and "organic", "print" and
 * "printer"). Other languages use the Snowball stemmer of their name.
 */
export function createStemmer(name: string): Stemmer {
  const stem = name === 'english' ? stemEnglish : snowballStem(name);
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

const stemEnglish = (norm: string): string => (norm.length > 2 ? pluralize.singular(norm) : norm);

function snowballStem(name: string): (norm: string) => string {
  const stemmer = snowball.newStemmer(name);
  return (norm) => stemmer.stem(norm);
}
