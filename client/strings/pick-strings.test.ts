import { expect, it } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { pickStrings } from './pick-strings.ts';

it('follows the address before the browser, with the region of the browser', () => {
  expect(pickStrings('?lang=de', ['en-US', 'de-AT'])).toEqual({ strings: de, locale: 'de-AT' });
});

it('takes the first language of the browser that is there', () => {
  expect(pickStrings('', ['fr-FR', 'de-CH', 'en']).locale).toBe('de-CH');
});

it('falls back to English for anything else, nonsense included', () => {
  expect(pickStrings('?lang=%00', ['fr'])).toEqual({ strings: en, locale: 'en' });
});
