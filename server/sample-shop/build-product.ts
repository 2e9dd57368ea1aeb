import type { Product } from '../domain/catalog-item.ts';
import { buildReviews } from './build-reviews.ts';
import type { Attributes, Family, Item, Seller } from './department.ts';
import { fillTemplate, upperFirst } from './fill-template.ts';
import { type Random, randomFor } from './random.ts';

/** Share of facets that a product leaves out, so that some questions have no answer in the record. */
const LEFT_OUT = 0.13;
const NEWEST = Date.UTC(2026, 10, 20);
const DAY_MS = 86_400_000;

export type SampleProduct = Omit<Product, 'kind'> & { draw: string; facts: Attributes };

export function buildProducts(family: Family, item: Item, sellers: readonly Seller[]): SampleProduct[] {
  const versions = item.each ?? item.colours?.map((colour) => ({ colour })) ?? [{}];
  return versions.map((version: Attributes) => buildProduct(family, item, version, sellers));
}

function buildProduct(common: Family, item: Item, version: Attributes, sellers: readonly Seller[]): SampleProduct {
  const family = specialise(common, item);
  const { price = item.price, ...differing } = version;
  const drawn: Attributes = { ...family.shared, ...item.a, ...differing };
  const hidden = (name: string) => family.unstated.includes(name) && !(name in differing);
  const facts = Object.fromEntries(Object.entries(drawn).filter(([name]) => !hidden(name)));
  const title = buildTitle(item, facts, version);
  const id = buildId(title);
  const random = randomFor(id);
  const seller = pickSeller(family, sellers, random);
  const opening = fillSome(family.open, facts, random)[0] ?? '';
  const attributes = leaveSomeOut(facts, `${title} ${item.note ?? ''} ${opening}`, differing, random);
  const history = buildHistory(item, seller, random);
  const reviewed = history.rating !== undefined && random.chance(0.66);
  return {
    id,
    title,
    description: buildDescription(family, item, opening, attributes, random),
    brand: item.brand,
    category: family.category.map((level) => fillTemplate(level, facts) ?? level),
    ...buildPrices(Number(price), random),
    ...buildStock(item, random),
    rating: history.rating,
    images: [`/sample/pictures/${id}.svg`],
    createdAt: history.createdAt,
    seller: { id: seller.id, name: seller.name },
    popularity: history.popularity,
    attributes,
    variants: buildVariants(id, { ...family.variants, ...item.variants }, Number(price), item.surcharges, random),
    reviews: reviewed ? buildReviews(family, attributes, history, random) : [],
    draw: item.draw ?? family.draw,
    facts: drawn,
  };
}

function specialise(family: Family, item: Item): Family {
  const { category, open, tell, pros, cons } = { ...family, ...dropUndefined(item) };
  return { ...family, category, open, tell, pros, cons };
}

function dropUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>;
}

function buildTitle(item: Item, facts: Attributes, version: Attributes): string {
  const title = fillTemplate(item.title, inTitleCase(facts));
  if (title === null) throw new Error(`the title "${item.title}" has a slot without a facet; add it under "a"`);
  const named = /\{(a:)?colour\}/i.test(item.title);
  return named || version.colour === undefined ? title : `${title}, ${inTitleCase(version).colour}`;
}

function inTitleCase(facts: Attributes): Attributes {
  const raise = (value: Attributes[string]) =>
    typeof value === 'string' ? value.split(' ').map(upperFirst).join(' ') : value;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, raise(value)]));
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'for', 'in', 'of', 'the', 'with', 'to', 'on', 'by']);

function buildId(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^a-z0-9]+/);
  return words.filter((word) => word && !SMALL_WORDS.has(word)).join('-');
}

function leaveSomeOut(facts: Attributes, prose: string, differing: Attributes, random: Random): Attributes {
  const words = prose.toLowerCase();
  const isSaid = (name: string, value: Attributes[string]) =>
    words.includes(typeof value === 'string' ? value.toLowerCase() : name.replace(/ [a-z]+$/, '')) ||
    (typeof value === 'number' && words.split(/[^\d.]+/).includes(String(value)));
  const kept = Object.entries(facts).filter(([name, value]) => {
    const drawn = random.chance(LEFT_OUT);
    return !drawn || name in differing || isSaid(name, value);
  });
  return Object.fromEntries(kept);
}

/** 2 to 4 sentences: the opening, what only this product can say, and one or two more of the facts that are stated. */
function buildDescription(family: Family, item: Item, opening: string, facts: Attributes, random: Random): string {
  const telling = fillSome(family.tell, facts, random);
  const others = fillSome(family.open, facts, random).filter((sentence) => sentence !== opening);
  const head = item.note && random.chance(0.25) ? [item.note, opening] : [opening, item.note ?? ''];
  const told = (telling.length > 0 ? telling : others).slice(0, item.note ? random.whole(1, 2) : random.whole(1, 3));
  return [...head, ...told].filter((sentence) => sentence !== '').join(' ');
}

const fillSome = (templates: readonly string[], facts: Attributes, random: Random): string[] =>
  random.shuffle(templates).flatMap((template) => fillTemplate(template, facts) ?? []);

function pickSeller(family: Family, sellers: readonly Seller[], random: Random): Seller {
  const department = family.category[0] ?? '';
  const fitting = sellers.filter(
    (seller) => seller.departments.includes(department) || seller.departments.includes('*'),
  );
  const known = fitting.filter((seller) => !seller.isNew);
  const fresh = fitting.filter((seller) => seller.isNew);
  return fresh.length > 0 && random.chance(0.07) ? random.pick(fresh) : random.pick(known);
}

export interface History {
  createdAt: string;
  rating?: { average: number; count: number };
  popularity: number;
}

function buildHistory(item: Item, seller: Seller, random: Random): History {
  const ageDays = seller.isNew || item.preorder ? random.whole(0, 45) : Math.floor(random.next() ** 1.2 * 1080);
  const createdAt = new Date(NEWEST - ageDays * DAY_MS).toISOString().slice(0, 10);
  const appeal = random.next();
  const average = item.rated ?? Math.round((3.1 + 1.8 * Math.sqrt(appeal)) * 10) / 10;
  const isRated = !item.preorder && ageDays > 20 && !(seller.isNew && random.chance(0.6)) && !random.chance(0.08);
  const count = seller.isNew
    ? random.whole(1, 4)
    : random.whole(2, 6) + Math.floor(appeal * random.next() * ageDays * 0.7);
  const popularity =
    Math.round(Math.min(1, (isRated ? 0.15 + 0.55 * appeal : 0.05) + 0.3 * random.next() ** 2) * 1000) / 10;
  return { createdAt, popularity, ...(isRated ? { rating: { average, count } } : {}) };
}

function buildPrices(amount: number, random: Random): Pick<Product, 'price' | 'listPrice'> {
  const money = (value: number) => ({ amount: value, currency: 'USD' });
  if (!random.chance(0.2)) return { price: money(amount) };
  const raised = amount * (1.12 + 0.3 * random.next());
  const listed = amount >= 100 ? Math.round(raised / 10) * 10 - 1 : Math.floor(raised) + 0.99;
  return { price: money(amount), listPrice: money(Math.max(listed, Math.floor(amount) + 1.99)) };
}

function buildStock(item: Item, random: Random): Pick<Product, 'availability' | 'stock'> {
  const drawn = random.next();
  if (item.preorder) return { availability: 'preorder', stock: 0 };
  if (item.stock === 0 || (item.stock === undefined && drawn < 0.08)) return { availability: 'out_of_stock', stock: 0 };
  if (item.stock === undefined && drawn < 0.11) return { availability: 'backorder', stock: 0 };
  return { availability: 'in_stock', stock: item.stock ?? (drawn < 0.25 ? random.whole(1, 5) : random.whole(6, 180)) };
}

function buildVariants(
  id: string,
  options: Record<string, string[]>,
  price: number,
  surcharges: Record<string, number>,
  random: Random,
): Product['variants'] {
  const extra = (chosen: Record<string, string>) =>
    Object.values(chosen).reduce((sum, value) => sum + (surcharges[value] ?? 0), 0);
  const combinations = Object.entries(options).reduce<Record<string, string>[]>(
    (sofar, [name, values]) => sofar.flatMap((chosen) => values.map((value) => ({ ...chosen, [name]: value }))),
    [{}],
  );
  if (Object.keys(options).length === 0) return [];
  return combinations.map((chosen) => ({
    id: `${id}--${Object.values(chosen)
      .join('-')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')}`,
    options: chosen,
    ...(extra(chosen) > 0 ? { price: { amount: price + extra(chosen), currency: 'USD' } } : {}),
    availability: random.chance(0.84) ? 'in_stock' : 'out_of_stock',
  }));
}
