import { expect, it } from 'vitest';
import { de } from '../strings/de.ts';
import { en } from '../strings/en.ts';
import { showEvidence } from './show-evidence.ts';

it.each([
  ['waterproof: true', 'Waterproof: Yes'],
  ['machine_washable: false', 'Machine washable: No'],
  ['material: linen', 'material: linen'],
  ['It is true: true linen', 'It is true: true linen'],
  ['$69', '$69'],
])('shows %j as %j', (evidence, shown) => {
  expect(showEvidence(evidence, en)).toBe(shown);
});

it('says it in the language of the page', () => {
  expect(showEvidence('waterproof: true', de)).toBe('Waterproof: Ja');
});
