import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { language } from '../testing/fixture-shop.ts';
import { createStemmer } from './stemmer.ts';
import { parseDecimal, tokenise } from './tokenise.ts';

const german = {
  stemmer: createStemmer('german'),
  isUnit: (word: string) => word === 'kg',
  spellings: new Map<string, string>(),
  decimal: ',' as const,
};
const texts = (text: string) => language.tokenise(text).map((token) => token.text);
const stems = (text: string) => language.stems(text);

describe('the tokeniser', () => {
  it.each([
    ['two-seater', ['two', 'seater']],
    ['wi-fi', ['wi', 'fi']],
    ['128gb', ['128', 'gb']],
    ['6ft', ['6', 'ft']],
    ['18x24cm', ['18', 'x', '24', 'cm']],
    ['18x24x30', ['18', 'x', '24', 'x', '30']],
    ['$50', ['$', '50']],
    ['50€', ['50', '€']],
    ['<=50', ['<=', '50']],
    ['1,299.00', ['1,299.00']],
    ["women's", ["women's"]],
  ])('splits %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('keeps a model number whole whose letters are no unit', () => {
    expect(texts('rtx4090 and a 90qz')).toEqual(['rtx4090', 'and', 'a', '90qz']);
  });

  it('remembers that two halves of a word belong together', () => {
    expect(language.tokenise('wi-fi radio').map(({ joined }) => joined)).toEqual([false, true, false]);
  });

  it.each([
    ['1,299.00', '.', 1299],
    ['1.299,00', ',', 1299],
    ['12.5', '.', 12.5],
    ['12,5', ',', 12.5],
    ['1,000,000', '.', 1_000_000],
    ['1.000.000', ',', 1_000_000],
    ['0.5', '.', 0.5],
  ] as const)('reads %j where the decimal sign is %j', (text, decimal, expected) => {
    expect(parseDecimal(text, decimal)).toBe(expected);
  });

  it('reads numbers of a language with a decimal comma', () => {
    expect(tokenise('1.299,50 oder 2,5kg', german).flatMap(({ number }) => number ?? [])).toEqual([1299.5, 2.5]);
  });

  it('compares words without case, accents, possessive and plural', () => {
    expect(stems('CAFÉ Women’s Lamps')).toEqual(stems("cafe women's lamp"));
  });

  it('gives one spelling to words with two', () => {
    expect(stems('color gray')).toEqual(stems('colour grey'));
  });

  it('maps every offset back to the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        let end = 0;
        for (const token of language.tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('loses no letter and no digit', () => {
    const marks = fc.constantFrom('red', '12', '3.5', '-', ' ', 'x', '/', '$', "'", 'kg', ',', '½', 'é', '"');
    fc.assert(
      fc.property(fc.array(marks), (parts) => {
        const text = parts.join('');
        const covered = new Set(
          language
            .tokenise(text)
            .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
        );
        const lost = [...text].filter((sign, at) => /[\p{L}\p{N}]/u.test(sign) && !covered.has(at));
        expect(lost).toEqual([]);
      }),
    );
  });
});

describe('the stemmer', () => {
  const stem = createStemmer('english');

  it.each([
    ['sofas', 'sofa'],
    ['dresses', 'dress'],
    ['knives', 'knife'],
    ['batteries', 'battery'],
    ['glass', 'glass'],
  ])('takes %j to %j', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it.each([
    ['organ', 'organic'],
    ['print', 'printer'],
    ['cook', 'cookie'],
    ['short', 'shirt'],
  ])('keeps %j and %j apart', (left, right) => {
    expect(stem(left)).not.toBe(stem(right));
  });

  it('gives the same stem again for the words of this language', () => {
    fc.assert(
      fc.property(fc.constantFrom('sofas', 'jackets', 'boxes', 'lamps', 'shirts', 'tablets'), (word) => {
        expect(stem(stem(word))).toBe(stem(word));
      }),
    );
  });

  it('stems another language by its name', () => {
    expect(createStemmer('german')('häuser')).toBe(createStemmer('german')('haus'));
  });
});
