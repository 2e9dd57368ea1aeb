import { describe, expect, it } from 'vitest';
import { seededRandom } from '../metrics/seeded-random.ts';
import type { ChangeName } from '../suite/suite.ts';
import { CHANGES } from './changes.ts';

const change = (name: ChangeName, text: string, seed = 1, paraphrases?: string[]): string | undefined =>
  CHANGES[name](text, { random: seededRandom(seed), paraphrases });
const seeds = Array.from({ length: 30 }, (_, at) => at);

describe('changes of the wording', () => {
  it('repeats exactly with the same seed', () => {
    for (const name of Object.keys(CHANGES) as ChangeName[]) {
      const text = 'Blue sneakers, not leather, under $50';
      expect(change(name, text, 7, ['other words'])).toBe(change(name, text, 7, ['other words']));
    }
  });

  it('mistypes one longer word and leaves numbers and short words alone', () => {
    for (const seed of seeds) {
      const changed = change('typos', 'red sneakers under 50', seed) ?? '';
      expect(changed).not.toBe('red sneakers under 50');
      expect(changed.startsWith('red s')).toBe(true);
      expect(changed.endsWith(' 50')).toBe(true);
    }
    expect(change('typos', 'red tv 50')).toBeUndefined();
  });

  it('changes the case of all letters', () => {
    expect(['RED TV', 'red tv']).toContain(change('case', 'Red TV'));
    expect(change('case', '123')).toBeUndefined();
  });

  it('adds filler, politeness and an aside around the words', () => {
    for (const name of ['filler', 'politeness', 'irrelevant'] as const) {
      for (const seed of seeds) {
        const changed = change(name, 'a red lamp', seed) ?? '';
        expect(changed).toContain('a red lamp');
        expect(changed.length).toBeGreaterThan('a red lamp'.length);
      }
    }
  });

  it('turns the parts between commas round, but not the commas of a number', () => {
    expect(change('reorder', 'a lamp, red, under 50')).toBe('red, under 50, a lamp');
    expect(change('reorder', 'under 1,500')).toBeUndefined();
    expect(change('reorder', 'a lamp')).toBeUndefined();
  });

  it('says an amount in other words of the same currency', () => {
    for (const seed of seeds) {
      expect(change('currency', 'lamp under $50 now', seed)).toMatch(
        /^lamp under (50\$|50 dollars|50 bucks|50 USD) now$/,
      );
      expect(change('currency', '30 euros max', seed)).toMatch(/^(€30|30€|30 EUR) max$/);
    }
    expect(change('currency', 'lamp under 50')).toBeUndefined();
  });

  it('takes paraphrases from the case', () => {
    expect(change('paraphrase', 'a', 1, ['b'])).toBe('b');
    expect(change('paraphrase', 'a')).toBeUndefined();
  });
});

describe('negation flip', () => {
  it('asks for what was unwanted', () => {
    expect(change('negation-flip', 'a bag, not leather')).toBe('a bag, leather');
    expect(change('negation-flip', 'a mouse, anything but Acme')).toBe('a mouse, Acme');
    expect(change('negation-flip', 'lamp without a shade')).toBe('lamp a shade');
    expect(change('negation-flip', 'speaker, I don’t want Acme')).toBe('speaker, Acme');
    expect(change('negation-flip', 'non-stick pan')).toBe('stick pan');
  });

  it('leaves alone what denies nothing', () => {
    expect(change('negation-flip', 'no more than 50')).toBeUndefined();
    expect(change('negation-flip', 'not necessarily red')).toBeUndefined();
    expect(change('negation-flip', 'a notebook')).toBeUndefined();
    expect(change('negation-flip', 'no')).toBeUndefined();
  });
});
