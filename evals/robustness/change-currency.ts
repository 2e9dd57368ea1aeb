import { pick } from '../metrics/seeded-random.ts';
import type { Change } from './change.ts';

interface Wording {
  symbol: string;
  words: string[];
  pattern: RegExp;
}

const NUMBER = String.raw`(\d+(?:[.,]\d+)*)`;
const WORDINGS: Wording[] = [
  { symbol: '$', words: ['dollars', 'bucks', 'USD'], pattern: buildPattern('\\$', 'dollars?|bucks|usd') },
  { symbol: '€', words: ['euros', 'EUR'], pattern: buildPattern('€', 'euros?|eur') },
  { symbol: '£', words: ['pounds', 'quid', 'GBP'], pattern: buildPattern('£', 'pounds?|quid|gbp') },
];

function buildPattern(symbol: string, words: string): RegExp {
  return new RegExp(`${symbol}\\s?${NUMBER}|${NUMBER}\\s?(?:${symbol}|(?:${words})\\b)`, 'i');
}

/** Says the first amount of money in other words of the same currency; a bare number has none to change. */
export const changeCurrency: Change = (text, { random }) => {
  for (const { symbol, words, pattern } of WORDINGS) {
    const match = pattern.exec(text);
    const amount = match?.[1] ?? match?.[2];
    if (!match || !amount) continue;
    const forms = [`${symbol}${amount}`, `${amount}${symbol}`, ...words.map((word) => `${amount} ${word}`)];
    const other = forms.filter((form) => form.toLowerCase() !== match[0].toLowerCase());
    return text.slice(0, match.index) + pick(random, other) + text.slice(match.index + match[0].length);
  }
  return undefined;
};
