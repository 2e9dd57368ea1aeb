import { describe, expect, it } from 'vitest';
import { loadLanguage } from './language.ts';

const { key, tokenise } = loadLanguage('de');
const read = (text: string): string =>
  tokenise(text)
    .map(({ stem }) => stem)
    .join(' ');

describe('German endings', () => {
  it.each([
    ['Lampe', 'Lampen'],
    ['Stuhl', 'Stühle'],
    ['Kleid', 'Kleider', 'Kleidern'],
    ['Sofa', 'Sofas'],
    ['rot', 'rote', 'roter', 'rotes', 'roten', 'rotem'],
    ['dunkel', 'dunkle', 'dunkles'],
    ['Fahrrad', 'Fahrräder', 'fahrraeder'],
    ['grün', 'gruen', 'gruene', 'grüner'],
    ['groß', 'gross', 'große'],
    ['Reise', 'Reisen'],
  ])('gives one key to the forms of %s', (...forms) => {
    expect(new Set(forms.map(key)).size).toBe(1);
  });

  it.each([
    ['Leder', 'LED'],
    ['Drucker', 'Druck'],
    ['Reise', 'Reis'],
    ['Wolle', 'wollen'],
    ['Leine', 'Leinen'],
    ['Buche', 'Buch'],
    ['Größe', 'große'],
    ['günstig', 'günstiger', 'günstigste'],
    ['Matte', 'matt'],
  ])('keeps %s apart from what only looks like it', (...words) => {
    expect(new Set(words.map(key)).size).toBe(words.length);
  });

  it('reads "-er" as a comparison by itself and as an ending in front of a noun', () => {
    expect(read('etwas kleiner bitte')).toContain('kleiner');
    expect(read('ein kleiner Tisch')).not.toContain('kleiner');
    expect(read('günstiger Laptop')).toBe('gunstig laptop');
    expect(read('kleinere Tische')).toBe('kleiner tisch');
  });

  it('gives the same stem again, so that stems may be stemmed', () => {
    for (const word of ['Laternen', 'Kindern', 'Nadeln', 'flexible', 'Kissen', 'Matten'])
      expect(key(key(word))).toBe(key(word));
  });
});
