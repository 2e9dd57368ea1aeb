import type { CatalogProfile } from '../domain/catalog-profile.ts';
import type { Language } from '../language/language.ts';
import { DeleteSpeller, type Speller } from './spelling.ts';

/** Language words are never "repaired", and may be what was meant, but the shop's own words come first. */
const LANGUAGE_WORD_COUNT = 2;

export function createSpeller(profile: CatalogProfile, language: Language): Speller {
  const words = new Map<string, number>();
  for (const word of wordsIn(language.data)) words.set(word, LANGUAGE_WORD_COUNT);
  for (const [word, count] of Object.entries(profile.vocabulary)) words.set(word, count + (words.get(word) ?? 0));
  return new DeleteSpeller(words, (norm) => language.stems(norm)[0] ?? norm);
}

function* wordsIn(data: unknown): Iterable<string> {
  if (typeof data === 'string') yield* data.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  else if (Array.isArray(data)) for (const one of data) yield* wordsIn(one);
  else if (data && typeof data === 'object')
    for (const [key, value] of Object.entries(data)) {
      yield* wordsIn(key);
      yield* wordsIn(value);
    }
}
