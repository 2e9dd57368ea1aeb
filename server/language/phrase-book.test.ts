import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PhraseBook } from './phrase-book.ts';

const tokens = (text: string) => text.split(' ').map((stem) => ({ stem }));
function bookOf(...phrases: string[]): PhraseBook<string> {
  const book = new PhraseBook<string>();
  for (const phrase of phrases) book.add(phrase.split(' '), phrase);
  return book;
}

it('finds the longest phrase that starts at a place', () => {
  const book = bookOf('coffee', 'coffee table', 'table');
  expect(book.matchAt(tokens('coffee table lamp'), 0)).toEqual([{ start: 0, end: 2, value: 'coffee table' }]);
  expect(book.matchAt(tokens('coffee mug'), 0)).toEqual([{ start: 0, end: 1, value: 'coffee' }]);
});

it('finds nothing beyond the text and nothing for a phrase cut short', () => {
  const book = bookOf('coffee table');
  expect(book.matchAt(tokens('coffee'), 0)).toEqual([]);
  expect(book.matchAt(tokens('coffee table'), 5)).toEqual([]);
  expect(book.matchAt(tokens('coffee table'), -1)).toEqual([]);
});

it('keeps two meanings of one phrase', () => {
  const book = bookOf('orange');
  book.add(['orange'], 'a fruit');
  expect(book.matchAt(tokens('orange'), 0).map(({ value }) => value)).toEqual(['orange', 'a fruit']);
});

it('ignores a phrase without words', () => {
  const book = new PhraseBook<string>();
  book.add([], 'nothing');
  expect(book.matchAll(tokens('any text'))).toEqual([]);
  expect(book.has([])).toBe(false);
});

it('never gives two meanings to one place, and finds each phrase where it stands alone', () => {
  const stem = fc.constantFrom('a', 'b', 'c');
  const phrase = fc.array(stem, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.uniqueArray(phrase, { selector: (one) => one.join(' ') }), fc.array(stem), (phrases, text) => {
      const book = new PhraseBook<string>();
      for (const one of phrases) book.add(one, one.join(' '));
      const found = book.matchAll(text.map((one) => ({ stem: one })));
      let end = 0;
      for (const match of found) {
        expect(match.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(match.start, match.end).join(' ')).toBe(match.value);
        end = match.end;
      }
      for (const one of phrases)
        expect(book.matchAll(one.map((each) => ({ stem: each })))[0]?.value).toBe(one.join(' '));
    }),
  );
});
