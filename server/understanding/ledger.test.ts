import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intent } from '../domain/intent.ts';
import { added, language, lexicon, parse, parseNext } from '../testing/fixture-shop.ts';
import { buildCueBooks } from './cue-books.ts';

const shopWords = [
  'sofa',
  'red dress',
  'leather',
  'Zenix',
  'laptops',
  'coffee table',
  'waterproof',
  'velvet',
  'size M',
];
const bounds = ['under 500', '$300-$500', 'at least 16 GB', '4 stars', 'around 20 bucks', '2 m wide', '15 inch'];
const small = [
  'not',
  'or',
  'and',
  'with',
  'for my',
  'please',
  'the',
  'without',
  ',',
  '.',
  'ideally',
  'no',
  'any',
  'in',
];
const noise = ['blorf', 'qwzx', '½', '!!', '🙂', 'tartan', 'über', 'x', '100%', "o'clock", '"', '3 4', 'a-b-c', '£'];
const word = fc.oneof(...[shopWords, bounds, small, noise].map((words) => fc.constantFrom(...words)));
const text = fc
  .array(word, { minLength: 1, maxLength: 10 })
  .map((words) => words.join(' '))
  .filter((one) => one.trim() !== '');

/** Words that no ledger has to explain: they steer, refer or carry nothing. */
const quiet = new Set<string>();
const collect = (data: unknown): void => {
  if (typeof data === 'string') for (const stem of language.stems(data)) quiet.add(stem);
  else if (data && typeof data === 'object') for (const [key, value] of Object.entries(data)) [key, value].map(collect);
};
collect(language.data.grammar);
collect(language.data.money);

const isContent = (stem: string) => !quiet.has(stem) && !language.isFiller(stem);
const uncovered = (said: string, { ledger }: Intent) =>
  language
    .tokenise(said)
    .filter(({ kind, stem }) => kind !== 'symbol' && isContent(stem))
    .filter(({ start, end }) => !ledger.some((entry) => entry.start <= start && end <= entry.end))
    .map((token) => token.text);

describe('the ledger', () => {
  it('explains every word of a text that carries a wish', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(uncovered(said, parse(said))).toEqual([]);
      }),
    );
  });

  it('points into the text at the words it speaks of', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme', minLength: 1 })), (said) => {
        for (const { start, end, words } of parseNext(said).ledger) {
          expect(start).toBeLessThan(end);
          expect(said.slice(start, end)).toBe(words);
        }
      }),
    );
  });

  it('never gives two different wishes one id', () => {
    fc.assert(
      fc.property(text, (said) => {
        const meanings = new Map<string, string>();
        for (const { id, facet, relation, value, unit } of added(parse(said))) {
          const meaning = JSON.stringify([facet, relation, value, unit]).toLowerCase();
          expect(meanings.get(id) ?? meaning).toBe(meaning);
          meanings.set(id, meaning);
        }
      }),
    );
  });

  it('names only constraints that the text adds', () => {
    fc.assert(
      fc.property(text, (said) => {
        const intent = parse(said);
        if (added(intent).length === 0) return;
        const ids = new Set(added(intent).map(({ id }) => id));
        for (const { constraintId } of intent.ledger) if (constraintId) expect(ids).toContain(constraintId);
      }),
    );
  });

  it('reads the same text the same way each time', () => {
    fc.assert(
      fc.property(text, (said) => {
        expect(parse(said)).toEqual(parse(said));
      }),
    );
  });

  it('survives any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (said) => {
        expect(() => parseNext(said)).not.toThrow();
      }),
    );
  });
});

describe('the cue books', () => {
  it('know every act of the grammar', () => {
    const books = buildCueBooks(lexicon.language);
    for (const [act, phrases] of Object.entries(language.data.grammar.acts))
      for (const phrase of phrases)
        expect(books.acts.matchAt(language.tokenise(phrase), 0).map(({ value }) => value)).toContain(act);
  });
});
