import { expect, test } from 'vitest';
import { analyseCatalog } from '../../server/catalog/analyse-catalog.ts';
import { readCatalog } from '../../server/catalog/feeds/read-catalog.ts';
import { sampleCatalog } from '../../server/config.ts';
import { loadLanguage } from '../../server/language/language.ts';
import { buildLexicon } from '../../server/language/lexicon.ts';
import { seededRandom } from '../metrics/seeded-random.ts';
import { drawScenes } from './draw-scenes.ts';
import { handWritten } from './hand-written.ts';
import { type ClaimsReport, judgeClaims } from './judge-claims.ts';

/** At most this share of true sentences may be held back. */
const MOST_HELD = 0.01;

const passes = ({ falsePasses }: ClaimsReport): string[] =>
  falsePasses.map(({ tag, sentence }) => `${tag}: ${sentence}`);
const held = ({ heldBack }: ClaimsReport): string[] =>
  heldBack.map(({ labelled, reason }) => `${labelled.sentence} (${reason})`);

test('no false sentence written by hand leaves, and every true one does', () => {
  const report = judgeClaims(handWritten);
  expect(passes(report)).toEqual([]);
  expect(held(report)).toEqual([]);
});

test('no false sentence about the sample shop leaves, and almost every true one does', async () => {
  const language = loadLanguage('en');
  const { items } = await readCatalog([sampleCatalog], {});
  const { profile, items: indexed } = analyseCatalog(items, { name: 'Sample', language });
  const shop = { items: indexed, lexicon: buildLexicon(profile, language) };
  const report = judgeClaims(drawScenes(shop, 16, seededRandom(2026)));
  expect(report.trueSentences + report.falseSentences).toBeGreaterThan(1_000);
  expect(passes(report)).toEqual([]);
  expect(report.heldBack.length / report.trueSentences, held(report).join('\n')).toBeLessThanOrEqual(MOST_HELD);
});
