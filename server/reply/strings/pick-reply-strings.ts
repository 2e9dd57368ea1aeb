import { de } from './de.ts';
import { en } from './en.ts';
import type { ReplyStrings } from './reply-strings.ts';

const LANGUAGES: Readonly<Record<string, ReplyStrings>> = { en, de };

/** The sentences of a shop's language; English where there are none, so that a new language folder works before its sentences do. */
export const pickReplyStrings = (language: string): ReplyStrings => LANGUAGES[language] ?? en;
