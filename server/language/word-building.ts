import type { LanguageData } from './language-data.ts';
import { type CompoundPart, type CompoundParts, splitCompound } from './split-compound.ts';
import { normaliseWord } from './tokenise.ts';

/** Files whose words may be parts of a compound; those of the grammar and the fillers would tear words apart ("mit", "das"). */
const PRODUCT_FILES = ['synonyms', 'kinds', 'accessories'] as const;
const VALUE_FILES = ['materials', 'colours', 'patterns', 'audience'] as const;
const WORD = /[\p{L}\p{M}]+/gu;

/** Reads words off the data of a language that writes compounds as one. Undefined for others: nothing is ever split. */
export function buildCompoundSplitter(
  data: LanguageData,
  stem: (norm: string) => string,
): ((norm: string) => CompoundPart[] | undefined) | undefined {
  const { compounds, saysNot } = data.grammar;
  if (!compounds) return undefined;
  const stemsOf = (...sources: unknown[]): Set<string> => new Set(wordsIn(sources).map(stem));
  const products = PRODUCT_FILES.map((name) => data[name]);
  const values = VALUE_FILES.map((name) => data[name]);
  const listed = stemsOf(data);
  for (const shade of shadesOf(data)) listed.delete(stem(normaliseWord(shade)));
  const parts: CompoundParts = {
    listed,
    heads: stemsOf(products, values, compounds.heads),
    tails: stemsOf(products, values, compounds.tails, saysNot.after),
    joints: compounds.joints,
    dropped: compounds.dropped,
    stem,
  };
  const known = new Map<string, CompoundPart[] | undefined>();
  return (norm) => {
    if (!known.has(norm)) known.set(norm, /^\p{L}+$/u.test(norm) ? splitCompound(norm, parts) : undefined);
    return known.get(norm);
  };
}

/** "dunkelblau" is listed as a shade and yet two words: it is a blue by its name. */
const shadesOf = ({ colours }: LanguageData): string[] =>
  colours.modifiers.flatMap((modifier) => Object.keys(colours.families).map((family) => modifier + family));

/** Reads "gruene" as "grüne": how people without the key write the words of the data that have such letters. */
export function buildShorthands(
  data: LanguageData,
  stem: (norm: string) => string,
): (norm: string) => string | undefined {
  const letters = Object.entries(data.grammar.digraphs ?? {});
  if (letters.length === 0) return () => undefined;
  const words = [...new Set(rawWords(data))];
  const isShort = (word: string): boolean => letters.some(([, pair]) => word.includes(pair));
  const meant = new Set(words.filter((word) => letters.some(([letter]) => word.includes(letter))).map(stemOf));
  const written = new Set(words.filter(isShort).map(stemOf));
  return (norm) => {
    if (!isShort(norm) || written.has(stem(norm))) return undefined;
    const plain = letters.reduce((text, [letter, pair]) => text.replaceAll(pair, normaliseWord(letter)), norm);
    return meant.has(stem(plain)) ? plain : undefined;
  };

  function stemOf(word: string): string {
    return stem(normaliseWord(word));
  }
}

/** Writes letters as two, where the language does. */
export function shortenWith(digraphs: Readonly<Record<string, string>> = {}): (word: string) => string {
  const letters = Object.entries(digraphs);
  return (word) => letters.reduce((text, [letter, pair]) => text.replaceAll(letter, pair), word.normalize('NFC'));
}

const wordsIn = (data: unknown): string[] => rawWords(data).map(normaliseWord);

function rawWords(data: unknown): string[] {
  if (typeof data === 'string') return data.toLowerCase().normalize('NFC').match(WORD) ?? [];
  if (Array.isArray(data)) return data.flatMap(rawWords);
  return data && typeof data === 'object'
    ? Object.entries(data).flatMap(([key, value]) => [...rawWords(key), ...rawWords(value)])
    : [];
}
