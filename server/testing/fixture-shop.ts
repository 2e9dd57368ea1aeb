import { analyseCatalog } from '../catalog/analyse-catalog.ts';
import type { Constraint } from '../contract/constraint.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import { judge } from '../domain/criterion.ts';
import { type DialogueState, emptyDialogue } from '../domain/dialogue-state.ts';
import type { Fact, Verdict } from '../domain/fact.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Intent } from '../domain/intent.ts';
import { loadLanguage } from '../language/language.ts';
import { buildLexicon } from '../language/lexicon.ts';
import { buildMeanings } from '../turn/open-shop.ts';
import { createSpeller } from '../understanding/create-speller.ts';
import { EmbeddedParser } from '../understanding/parse-text.ts';
import { fixtureProducts } from './fixture-items.ts';

/** The fixture shop, learned and opened by the real code; one for all tests of a file, since nothing in it changes. */
export const language = loadLanguage('en');
export const shop = analyseCatalog(fixtureProducts, { name: 'Fixture', language });
export const lexicon = buildLexicon(shop.profile, language);
export const parser = new EmbeddedParser(lexicon, createSpeller(shop.profile, language));
export const meanings = buildMeanings(lexicon);

export function itemOf(id: string): IndexedItem {
  const found = shop.items.find(({ item }) => item.id === id);
  if (!found) throw new Error(`the fixture shop has no "${id}"`);
  return found;
}

export const factsOf = (id: string): Fact[] => itemOf(id).facts;

/** `yes`: known to fit the whole wish; `no`: known to break it. */
export function verdict(constraint: Constraint, id: string): Verdict {
  const verdicts = compileConstraint(constraint, lexicon).map((criterion) => judge(criterion, itemOf(id)));
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

export const parse = (text: string, context: Partial<Parameters<typeof parser.parse>[1]> = {}): Intent =>
  parser.parse(text, { hasRow: false, hasCategory: false, hasPrice: false, types: [], asking: false, ...context });

/** What is said with cards on the screen. */
export const parseNext = (text: string): Intent => parse(text, { hasRow: true, hasCategory: true });

export const added = ({ changes }: Intent): Constraint[] =>
  changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));

/** Wishes as lines that a person can read: "category is sofa", "price at-most 500", "? colour is red" where only preferred. */
export const wishes = (intent: Intent): string[] => added(intent).map(say);

export const say = ({ facet, relation, value, unit, strength }: Constraint): string =>
  `${strength === 'prefer' ? '? ' : ''}${facet} ${relation} ${[value].flat().join('|')}${unit ? ` ${unit}` : ''}`;

/** A constraint as a test writes it. */
export const wish = (
  facet: string,
  relation: Constraint['relation'],
  value: Constraint['value'],
  rest: Partial<Constraint> = {},
): Constraint => ({
  id: `${facet}.${relation}.${[value].flat().join('|')}`,
  facet,
  relation,
  value,
  strength: 'must',
  scope: ['price', 'rating', 'availability'].includes(facet) ? 'session' : 'category',
  words: [value].flat().join(' '),
  ...rest,
});

/** A dialogue that wants these things and shows these cards. */
export const dialogueOf = (constraints: Constraint[], items: string[] = []): DialogueState => ({
  ...emptyDialogue(),
  wishes: { constraints, rejected: [] },
  rows: items.length > 0 ? [{ rowId: 'r1', turnId: 't1', items }] : [],
});
