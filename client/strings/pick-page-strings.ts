import { pagesDe } from './pages-de.ts';
import { type PageStrings, pagesEn } from './pages-en.ts';

const LANGUAGES: Record<string, PageStrings> = { en: pagesEn, de: pagesDe };

/** The same languages as the chat. */
export const pickPageStrings = (language: string): PageStrings => LANGUAGES[language] ?? pagesEn;
