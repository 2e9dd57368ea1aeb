import type { Lexicon } from '../language/lexicon.ts';
import { wordForms } from './word-forms.ts';

/** `text=` terms of a word or phrase: its other wordings, the kinds that it covers, and the forms in which the catalog has them. */
export function textTerms(key: string, lexicon: Lexicon): string[] {
  const wordings = lexicon.language.wordings.get(key) ?? [key];
  const types = lexicon.language.types.isProduct(key) ? lexicon.language.types.expand(key) : [];
  return [...wordings, ...types]
    .flatMap((one) => wordForms(one, lexicon.profile.vocabulary))
    .map((form) => `text=${form}`);
}
