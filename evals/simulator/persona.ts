import type { CatalogItem, Product } from '../../server/domain/catalog-item.ts';
import { pick, type Random } from '../metrics/seeded-random.ts';

export type Scenario = 'early' | 'vague' | 'change' | 'any';

/** One thing that a shopper wants of the target, as the record states it. */
export type Wish =
  | { kind: 'value'; name: string; value: string }
  | { kind: 'feature'; name: string }
  | { kind: 'brand'; value: string }
  | { kind: 'thing'; value: string }
  | { kind: 'word'; value: string }
  | { kind: 'price'; atMost: number };

export interface Persona {
  scenario: Scenario;
  /** What the shopper calls the thing. */
  noun: string;
  /** What the shopper begins with: the thing, or for who browses only the part of the shop that it lies in. */
  opening: string;
  /** The product in mind; the shopper knows it when it is on screen. */
  target: Product;
  /** In the order in which they are told. */
  wishes: Wish[];
  /** Said first and taken back at this turn: another value of the first wish. */
  change?: { turn: number; decoy: string };
}

/** Shares of the scenarios: buying with an early hard wish, browsing that starts vague, a change of mind, no preference. */
const MIX: [Scenario, number][] = [
  ['early', 0.4],
  ['vague', 0.4],
  ['change', 0.15],
  ['any', 0.05],
];
const MOST_WISHES = 4;
const LONGEST_VALUE = 24;
const ENOUGH_STATED = 3;
/** A budget has room: the target costs up to this share less. */
const BUDGET_ROOM = [1.05, 1.4] as const;

/** Draws shoppers for a catalog; `undefined` where it has no product to have in mind. */
export function createPersonas(items: Iterable<CatalogItem>): (random: Random) => Persona {
  const products = [...items].filter((item) => item.kind === 'product');
  const able = products.filter((product) => product.price !== undefined && listWishes(product).length > 0);
  const byNoun = new Map<string, Product[]>();
  for (const product of products) byNoun.set(nounOf(product), [...(byNoun.get(nounOf(product)) ?? []), product]);
  return (random) => {
    const target = pick(random, able);
    const scenario = drawScenario(random);
    const noun = nounOf(target);
    const opening = scenario === 'vague' ? aisleOf(target, noun) : noun;
    const listed = shuffle(listWishes(target), random).slice(0, MOST_WISHES - 1);
    const price = { kind: 'price' as const, atMost: drawBudget(target.price?.amount ?? 0, random) };
    const told = scenario === 'any' ? [] : shuffle([...listed, price], random);
    const wishes: Wish[] = opening === noun ? told : [{ kind: 'thing', value: noun }, ...told];
    if (scenario !== 'change') return { scenario, noun, opening, target, wishes };
    return changeMind({ scenario, noun, opening, target, wishes }, byNoun.get(noun) ?? [], random);
  };
}

/** What a person calls it: the stated type, the aisle where its name is one thing, or the end of the title. */
export function nounOf({ attributes, category, title }: Pick<Product, 'attributes' | 'category' | 'title'>): string {
  if (typeof attributes.type === 'string' && attributes.type.length <= LONGEST_VALUE) return attributes.type;
  const leaf = category.at(-1);
  if (leaf !== undefined && !/[&,/]/.test(leaf)) return leaf.toLowerCase().replaceAll('_', ' ');
  return (title.split(/[,(]/)[0] ?? title).trim().split(/\s+/).slice(-2).join(' ').toLowerCase();
}

/** A part of the shop above the thing itself; the thing where there is none. */
const aisleOf = ({ category }: Product, noun: string): string =>
  category
    .slice(0, -1)
    .find((label) => !/[&,/]/.test(label))
    ?.toLowerCase()
    .replaceAll('_', ' ') ?? noun;

/** Wishes that the record bears out, without the price. */
export function listWishes({ attributes, brand, category, title }: Product): Wish[] {
  const stated = Object.entries(attributes).flatMap(([name, value]): Wish[] => {
    if (name === 'type') return [];
    if (value === true) return [{ kind: 'feature', name }];
    if (typeof value !== 'string' || value.length > LONGEST_VALUE || /[,;|/]/.test(value)) return [];
    return [{ kind: 'value', name, value: value.toLowerCase() }];
  });
  const told: Wish[] = brand === undefined ? stated : [...stated, { kind: 'brand', value: brand }];
  return told.length >= ENOUGH_STATED ? told : [...told, ...titleWords(title, nounOf({ attributes, category, title }))];
}

/** Where the record states little, what the title says besides the noun. */
function titleWords(title: string, noun: string): Wish[] {
  const words = title.toLowerCase().match(/\p{L}{5,}/gu) ?? [];
  return [...new Set(words)].filter((word) => !noun.includes(word)).map((value) => ({ kind: 'word', value }));
}

/** The first wish with a value is said wrong at first; where none has another value here, the mind stays. */
function changeMind(persona: Persona, alike: readonly Product[], random: Random): Persona {
  const at = persona.wishes.findIndex(({ kind }) => kind === 'value');
  const wish = persona.wishes[at];
  if (wish?.kind !== 'value') return persona;
  const others = alike.flatMap(({ attributes }) => {
    const value = attributes[wish.name];
    return typeof value === 'string' && value.toLowerCase() !== wish.value ? [value.toLowerCase()] : [];
  });
  if (others.length === 0) return persona;
  const wishes = [wish, ...persona.wishes.filter((one) => one !== wish)];
  return { ...persona, wishes, change: { turn: random() < 0.5 ? 3 : 4, decoy: pick(random, others) } };
}

function drawScenario(random: Random): Scenario {
  let left = random();
  for (const [scenario, share] of MIX) {
    left -= share;
    if (left < 0) return scenario;
  }
  return 'early';
}

function drawBudget(price: number, random: Random): number {
  const [least, most] = BUDGET_ROOM;
  const budget = price * (least + (most - least) * random());
  const step = budget > 200 ? 10 : budget > 20 ? 5 : 1;
  return Math.ceil(budget / step) * step;
}

function shuffle<One>(list: readonly One[], random: Random): One[] {
  return list
    .map((one) => ({ one, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
