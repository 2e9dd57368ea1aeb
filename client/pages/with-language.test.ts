import { expect, it } from 'vitest';
import { withLanguage } from './with-language.ts';

it('keeps the language that the address asks for, and nothing else of it', () => {
  expect(withLanguage('/trace/1', '?days=30')).toBe('/trace/1');
  expect(withLanguage('/trace/1', '?days=30&lang=de')).toBe('/trace/1?lang=de');
  expect(withLanguage('/trace/1', '?lang=%22%3E')).toBe('/trace/1?lang=%22%3E');
});
