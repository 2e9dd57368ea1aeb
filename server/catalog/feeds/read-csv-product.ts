import { ATTRIBUTE_PREFIX, CSV_FIELDS, PRICE_WITH_CURRENCY } from './csv-fields.ts';
import { isCurrency } from './currencies.ts';
import type { FeedRecord } from './feed-reader.ts';
import { allOf, type Cells, firstOf } from './field-names.ts';
import { parseAttributes, splitList } from './parse-attribute.ts';
import { parseCategory } from './parse-category.ts';
import { parseNumber } from './parse-number.ts';
import type { TableRow } from './read-table.ts';

const F = CSV_FIELDS;

/** One row of a plain CSV to the native form. */
export function readCsvProduct({ line, cells: row }: TableRow): FeedRecord {
  const { cells, currencyOfHeader } = takeCurrencies(row);
  const used = new Set<string>();
  const take = (names: readonly string[]) => {
    const name = names.find((candidate) => cells.has(candidate));
    if (name !== undefined) used.add(name);
    return name === undefined ? undefined : cells.get(name)?.[0];
  };
  const currency = take(F.currency) ?? currencyOfHeader;
  const money = (text: string | undefined) => withCurrency(text, currency);
  const value = {
    id: take(F.id),
    title: take(F.title),
    description: take(F.description),
    brand: take(F.brand),
    category: readLevels(cells, used),
    ...readPrices(take(F.price), take(F.salePrice), take(F.listPrice), money),
    ...readStock(take(F.availability), take(F.stock)),
    rating: readRating(take(F.rating), take(F.ratingCount)),
    images: readImages(cells, used),
    url: take(F.url),
    createdAt: take(F.createdAt),
    popularity: take(F.popularity),
    model: take(F.model),
    gtin: take(F.gtin),
    seller: readSeller(take(F.sellerId), take(F.seller)),
    attributes: readAttributes(cells, used),
  };
  return { line, value };
}

function takeCurrencies(row: Cells): { cells: Cells; currencyOfHeader?: string } {
  let currencyOfHeader: string | undefined;
  const cells: Cells = new Map();
  for (const [name, values] of row) {
    const [, price, code] = PRICE_WITH_CURRENCY.exec(name) ?? [];
    const isPrice = price !== undefined && code !== undefined && isCurrency(code.toUpperCase());
    if (isPrice) currencyOfHeader ??= code.toUpperCase();
    cells.set(isPrice && !row.has(price.trim()) ? price.trim() : name, values);
  }
  return { cells, currencyOfHeader };
}

function withCurrency(text: string | undefined, currency: string | undefined): unknown {
  if (text === undefined || currency === undefined || /\p{L}|\p{Sc}/u.test(text)) return text;
  return { amount: text, currency };
}

function readPrices(
  price: string | undefined,
  sale: string | undefined,
  list: string | undefined,
  money: (text: string | undefined) => unknown,
): { price: unknown; listPrice: unknown } {
  if (sale !== undefined) return { price: money(sale), listPrice: money(list ?? price) };
  return price === undefined
    ? { price: money(list), listPrice: undefined }
    : { price: money(price), listPrice: money(list) };
}

/** "stock" is a number in one shop and "in stock" in the next. */
export function readStock(availability: string | undefined, stock: string | undefined): Record<string, unknown> {
  const count = parseNumber(stock);
  if (count !== undefined) return { availability, stock: count };
  return { availability: availability ?? stock };
}

function readRating(average: string | undefined, count: string | undefined): unknown {
  if (average === undefined) return undefined;
  return { average, count: parseNumber(count) === undefined ? undefined : count };
}

function readSeller(id: string | undefined, name: string | undefined): unknown {
  const either = id ?? name;
  return either === undefined ? undefined : { id: either, name: name ?? either };
}

function readLevels(cells: Cells, used: Set<string>): string[] {
  const names = [...F.category.filter((name) => cells.has(name)).slice(0, 1), ...F.subcategory];
  for (const name of names) used.add(name);
  return [...new Set(allOf(cells, names).flatMap(parseCategory))];
}

function readImages(cells: Cells, used: Set<string>): string[] {
  for (const name of F.images) used.add(name);
  return [...new Set(allOf(cells, F.images).flatMap(splitAddresses))];
}

/** Addresses may hold commas themselves: one separates only where the next address begins. */
export function splitAddresses(text: string): string[] {
  return text.split(/[|\s]+|[,;](?=\s*(?:https?:)?\/\/)/).flatMap((part) => splitList(part.replace(/[,;]$/, ''), '|'));
}

function readAttributes(cells: Cells, used: Set<string>): Record<string, unknown> {
  const attributes = [...cells].filter(([name]) => name !== '' && !used.has(name));
  return Object.fromEntries(
    attributes.map(([name, values]) => [name.replace(ATTRIBUTE_PREFIX, ''), parseAttributes(values)]),
  );
}

/** Whether a header line can be one of a product table: it names the id and the title. */
export function isCsvHeader(names: ReadonlySet<string>): boolean {
  const cells: Cells = new Map([...names].map((name) => [name, ['x']]));
  return firstOf(cells, F.id) !== undefined && firstOf(cells, F.title) !== undefined;
}
