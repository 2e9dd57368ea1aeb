import { pick } from '../metrics/seeded-random.ts';
import type { Change } from './change.ts';

/** Shorter words have neighbours that are words themselves: a typo there would change what is asked for. */
const MIN_LENGTH = 5;

/** One slip of the fingers in one longer word: two letters swapped, one dropped or one doubled; first letters are kept. */
export const changeTypos: Change = (text, { random }) => {
  const words = [...text.matchAll(/\p{L}+/gu)].filter((match) => match[0].length >= MIN_LENGTH);
  if (words.length === 0) return undefined;
  const word = pick(random, words);
  const at = 1 + Math.floor(random() * (word[0].length - 2));
  const slip = pick(random, [swapLetters, dropLetter, doubleLetter]);
  const mistyped = slip(word[0], at);
  // Swapping two equal letters is no slip.
  const changed = mistyped === word[0] ? dropLetter(word[0], at) : mistyped;
  return text.slice(0, word.index) + changed + text.slice(word.index + word[0].length);
};

type Slip = (word: string, at: number) => string;
const swapLetters: Slip = (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
const dropLetter: Slip = (word, at) => word.slice(0, at) + word.slice(at + 1);
const doubleLetter: Slip = (word, at) => word.slice(0, at + 1) + word.slice(at);

/** Shouted, or typed without shift. */
export const changeCase: Change = (text, { random }) => {
  const changed = [text.toUpperCase(), text.toLowerCase()].filter((form) => form !== text);
  return changed.length === 0 ? undefined : pick(random, changed);
};
