import { describe, expect, it } from 'vitest';
import { analyseCatalog } from '../catalog/analyse-catalog.ts';
import type { Constraint } from '../contract/constraint.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import { judge } from '../domain/criterion.ts';
import type { Intent } from '../domain/intent.ts';
import { createSpeller } from '../understanding/create-speller.ts';
import { EmbeddedParser } from '../understanding/parse-text.ts';
import { loadLanguage } from './language.ts';
import { buildLexicon } from './lexicon.ts';
import { germanProducts } from './testing/german-items.ts';

const language = loadLanguage('de');
const shop = analyseCatalog(germanProducts, { name: 'Deutscher Laden', language });
const lexicon = buildLexicon(shop.profile, language);
const parser = new EmbeddedParser(lexicon, createSpeller(shop.profile, language));

const parse = (text: string): Intent =>
  parser.parse(text, { hasRow: false, hasCategory: false, hasPrice: false, types: [], asking: false });
/** What is said with cards on the screen. */
const parseNext = (text: string): Intent =>
  parser.parse(text, { hasRow: true, hasCategory: true, hasPrice: true, types: ['sofa'], asking: false });

const added = ({ changes }: Intent): Constraint[] =>
  changes.flatMap((change) => (change.do === 'add' ? [change.constraint] : []));
const say = ({ facet, relation, value, unit, strength }: Constraint): string =>
  `${strength === 'prefer' ? '? ' : ''}${facet} ${relation} ${[value].flat().join('|')}${unit ? ` ${unit}` : ''}`;
const wishes = (text: string): string[] => added(parse(text)).map(say).sort();

function fits(text: string, id: string): boolean {
  const indexed = shop.items.find(({ item }) => item.id === id);
  if (!indexed) throw new Error(`the German shop has no "${id}"`);
  const criteria = added(parse(text)).flatMap((constraint) => compileConstraint(constraint, lexicon));
  return criteria.every((criterion) => judge(criterion, indexed) === 'yes');
}

describe('German requests', () => {
  it.each([
    ['Sofa', ['category is sofa']],
    ['ein graues Sofa', ['Farbe is grau', 'category is sofa']],
    ['graues Sofa unter 800 Euro', ['Farbe is grau', 'category is sofa', 'price at-most 800']],
    ['Sofa bis 500', ['category is sofa', 'price at-most 500']],
    ['Sofa, höchstens 1.200,50 €', ['category is sofa', 'price at-most 1200.5']],
    ['Laptop ab 500 Euro', ['category is laptop', 'price at-least 500']],
    ['Laptop zwischen 500 und 1200 Euro', ['category is laptop', 'price between 500|1200']],
    ['Laptop von 500 bis 900', ['category is laptop', 'price between 500|900']],
    ['Sofa um die 700 Euro', ['category is sofa', 'price around 700']],
    ['nen Sofa für so 500 Euro', ['category is sofa', 'price around 500']],
    ['rote Lampe unter fünfzig Euro', ['Farbe is rot', 'category is lamp', 'price at-most 50']],
    ['Fernseher, nicht über 400 €', ['category is fernseher', 'price at-most 400']],
    ['Sofa, aber nicht aus Leder', ['Material is-not Leder', 'category is sofa']],
    ['Sofa ohne Leder', ['Material is-not Leder', 'category is sofa']],
    ['kein Ledersofa', ['Material is-not Leder', 'category is sofa']],
    ['Sofa, bloß kein Kunstleder', ['Material is-not Kunstleder', 'category is sofa']],
    ['Sofa, alles außer schwarz', ['Farbe is-not schwarz', 'category is sofa']],
    ['Schuhe die nicht schwarz sind', ['Farbe is-not schwarz', 'category is schuh']],
    ['bitte kein Plastik, Wasserkocher', ['Material is-not Kunststoff', 'category is wasserkocher']],
    ['Tisch, aber nicht aus Glas', ['Material is-not Glas', 'category is tisch']],
    ['Ledersofa bis 1300', ['Material is Leder', 'category is sofa', 'price at-most 1300']],
    ['Wollteppich', ['Material is Wolle', 'category is teppich']],
    ['Samtsofa in grün', ['Farbe is grün', 'Material is Samt', 'category is sofa']],
    ['Couch in Grün oder Grau', ['Farbe is grün|grau', 'category is couch']],
    ['Kissen aus Leinen oder Wolle', ['Material is Leinen|Wolle', 'category is kiss']],
    ['Sofa oder Sessel in grau', ['Farbe is grau', 'category is sofa|sessel']],
    ['Sofa in dunkelblau', ['Farbe is dunkelblau', 'category is sofa']],
    ['Sofa in warmen Farben', ['Farbe is rot|orang|gelb|braun|gold|rosa|beig', 'category is sofa']],
    ['guenstige gruene Couch', ['Farbe is grün', 'category is couch']],
    ['Laptop mit mindestens 16 GB Arbeitsspeicher', ['Arbeitsspeicher at-least 16 gb', 'category is laptop']],
    ['Fernseher mindestens 50 Zoll', ['Display at-least 50 in', 'category is fernseher']],
    ['Sofa maximal 200 cm breit', ['Breite at-most 200 cm', 'category is sofa']],
    ['Kopfhörer kabellos', ['Kabellos is true', 'category is kopfhorer']],
    ['Kopfhörer ohne Kabel', ['Kabellos is true', 'category is kopfhorer']],
    ['wasserdichte Jacke für Damen', ['Wasserdicht is true', 'Zielgruppe is Damen', 'category is jack']],
    ['Jacke für Kinder', ['Zielgruppe is Kinder', 'category is jack']],
    ['Pullover für meinen Papa', ['Zielgruppe is Herren', 'category is pullover']],
    ['Kleid geblümt', ['Muster is geblümt', 'category is kleid']],
    ['gut bewertete Kopfhörer', ['category is kopfhorer', 'rating at-least 4']],
    ['Teppich von Nordlicht', ['brand is Nordlicht', 'category is teppich']],
    ['Smartphone, nicht von Ondrel', ['brand is-not Ondrel', 'category is smartphon']],
    ['Sofa am liebsten in beige', ['? Farbe is beige', 'category is sofa']],
    ['Laptoptasche', ['category is laptoptasch']],
    ['Tasche für Laptop', ['category is tasch', 'text is laptop']],
    ['ein kleiner Tisch', ['category is tisch']],
    ['zuckerfreie Kekse', ['category is keks', 'text is zuckerfrei']],
    ['Koppfhörer', ['category is kopfhorer']],
    ['Laptop zum Zocken', ['? text is gaming', 'category is laptop']],
  ])('reads "%s"', (text, expected) => {
    expect(wishes(text)).toEqual(expected);
  });

  it.each([
    ['günstiger', 'refine'],
    ['am günstigsten', 'refine'],
    ['das zweite', 'ask-item'],
    ['was kostet das zweite?', 'ask-item'],
    ['was kostet das', 'ask-item'],
    ['ist das wasserdicht?', 'ask-item'],
    ['vergleich 1 und 3', 'compare'],
    ['zeig mir mehr', 'more'],
    ['ähnlich wie das zweite', 'similar'],
    ['zurück', 'undo'],
    ['Budget ist egal', 'relax'],
    ['Farbe egal', 'relax'],
    ['das erste in den Warenkorb', 'cart-add'],
    ['zeig mir meinen Warenkorb', 'cart-view'],
    ['wo ist meine Bestellung', 'order-status'],
    ['was kostet der Versand', 'ask-shop'],
    ['wie wird das Wetter', 'out-of-scope'],
    ['danke', 'smalltalk'],
    ['was kannst du', 'help'],
  ])('understands what "%s" wants done', (text, act) => {
    expect(parseNext(text).act).toBe(act);
  });

  it.each([
    ['vergiss das Budget', { do: 'relax', facet: 'price' }],
    ['muss nicht aus Leder sein', { do: 'relax', facet: 'Material', value: 'Leder' }],
    ['Leder ist auch ok', { do: 'relax', facet: 'Material', value: 'Leder' }],
    ['andere Farben', { do: 'relax', facet: 'Farbe' }],
    ['etwas kleiner bitte', { do: 'than', facet: 'size', direction: 'ascending', words: 'kleiner' }],
    ['stattdessen ein Sessel', { do: 'new-topic' }],
    ['von vorne', { do: 'clear' }],
  ])('changes what stands with "%s"', (text, change) => {
    expect(parseNext(text).changes).toContainEqual(expect.objectContaining(change));
  });

  it('points at shown cards by their place', () => {
    expect(parseNext('vergleiche das erste und das dritte').references).toMatchObject([{ ordinal: 1 }, { ordinal: 3 }]);
    expect(parseNext('das letzte').references).toMatchObject([{ ordinal: -1 }]);
  });
});

describe('German records', () => {
  it.each([
    ['Sofa aus Leder', 'sofa-leder-braun', true],
    ['Ledersofa', 'sofa-leder-braun', true],
    ['Sofa aus Leder', 'sofa-kunstleder', false],
    ['blaue Schuhe', 'schuhe-kinder', true],
    ['Schuhe für Kinder', 'schuhe-kinder', true],
    ['Tisch aus Holz', 'tisch-eiche', true],
    ['Möbel', 'sessel-ohren', true],
    ['Notebook', 'laptop-lite', true],
    ['Jacke wasserdicht', 'jacke-kinder', true],
    ['graues Sofa', 'sofa-grau', true],
    ['Kekse ohne Zucker', 'kekse-zuckerfrei', true],
  ])('"%s" and %s', (text, id, expected) => {
    expect(fits(text, id)).toBe(expected);
  });
});
