import { describe, expect, it } from 'vitest';
import { loadLanguage } from './language.ts';

const german = loadLanguage('de');
const pieces = (text: string): string[] => german.tokenise(text).map((token) => token.text);

describe('compounds', () => {
  it.each([
    ['Ledersofa', ['Leder', 'sofa']],
    ['Kinderschuhe', ['Kinder', 'schuhe']],
    ['Baumwollhemd', ['Baumwoll', 'hemd']],
    ['Eichenholztisch', ['Eichenholz', 'tisch']],
    ['Kinderlederschuhe', ['Kinder', 'leder', 'schuhe']],
    ['Straßenschuhe', ['Straßen', 'schuhe']],
    ['dunkelblaue', ['dunkel', 'blaue']],
    ['haselnussfrei', ['haselnuss', 'frei']],
  ])('reads %s as its parts', (word, parts) => {
    expect(pieces(word)).toEqual(parts);
  });

  it.each(['Handschuhe', 'Kaffeemaschine', 'Kühlschrank', 'Laptoptasche', 'Kunstleder', 'Teppich', 'Milano', 'Hering'])(
    'leaves %s whole',
    (word) => {
      expect(pieces(word)).toEqual([word]);
    },
  );

  it('keeps the place of every part in the text and joins it to the one before', () => {
    const text = 'Ein Straßenledersofa.';
    const tokens = german.tokenise(text);
    for (const token of tokens) expect(text.slice(token.start, token.end)).toBe(token.text);
    expect(tokens.map(({ joined }) => joined)).toEqual([false, false, true, true, true]);
  });

  it('splits nothing in a language that does not build words so', () => {
    const english = loadLanguage('en');
    expect(english.tokenise('leathersofa bookcase').map((token) => token.text)).toEqual(['leathersofa', 'bookcase']);
  });
});
