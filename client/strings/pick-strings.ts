import { de } from './de.ts';
import { en, type Strings } from './en.ts';

const LANGUAGES: Record<string, Strings> = { en, de };

export interface LanguageChoice {
  strings: Strings;
  /** BCP 47 tag for numbers, prices and dates. */
  locale: string;
}

/** `?lang=` first, then the browser's languages in order, then English. */
export function pickStrings(search: string, browserLanguages: readonly string[]): LanguageChoice {
  const asked = new URLSearchParams(search).get('lang');
  const wanted = asked === null ? browserLanguages : [asked, ...browserLanguages];
  for (const tag of wanted) {
    const strings = LANGUAGES[primaryOf(tag)];
    if (strings !== undefined) return { strings, locale: localeFor(tag, browserLanguages) };
  }
  return { strings: en, locale: 'en' };
}

const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? '';

/** A bare language takes the region from the browser where it names one: `?lang=de` in an Austrian browser is `de-AT`. */
function localeFor(tag: string, browserLanguages: readonly string[]): string {
  const regional = browserLanguages.find((candidate) => primaryOf(candidate) === primaryOf(tag));
  const locale = tag.includes('-') ? tag : (regional ?? tag);
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return primaryOf(tag);
  }
}
