import type { FeedContext } from './feed-reader.ts';
import { allOf, type Cells, firstOf } from './field-names.ts';
import { GOOGLE_FIELDS, NOT_FOR_SHOPPERS, SLASH_LISTS } from './google-fields.ts';
import { parseAttribute, parseAttributes, splitList } from './parse-attribute.ts';
import { parseCategory } from './parse-category.ts';
import { readStock, splitAddresses } from './read-csv-product.ts';
import type { TableRow } from './read-table.ts';

const F = GOOGLE_FIELDS;
const MAPPED = new Set<string>(Object.values(F).flat());

export interface GoogleOffer {
  line: number;
  group?: string;
  value: Record<string, unknown> & { attributes: Record<string, unknown> };
}

/** One offer of a Google Merchant Center feed, from a table row or an XML item, to the native form. */
export function readGoogleOffer({ line, cells }: TableRow, context: FeedContext): GoogleOffer {
  const one = (names: readonly string[]) => firstOf(cells, names);
  const average = one(F.rating);
  const value = {
    id: one(F.id),
    title: withoutSource(one(F.title)),
    description: withoutSource(one(F.description)),
    brand: one(F.brand),
    category: readCategory(cells),
    ...readPrices(cells, context.now),
    ...readStock(one(F.availability), one(F.stock)),
    rating: average === undefined ? undefined : { average, count: one(F.ratingCount) },
    images: [...new Set(allOf(cells, F.images).flatMap(splitAddresses))],
    url: one(F.link),
    gtin: one(F.gtin),
    model: one(F.model),
    createdAt: one(F.createdAt),
    seller: readSeller(one(F.seller)),
    attributes: readAttributes(cells),
  };
  return { line, group: one(F.group), value };
}

/** The merchant's own categories come first: Google's may be a mere number of its taxonomy. */
function readCategory(cells: Cells): string[] {
  const texts = [...allOf(cells, F.productType), ...allOf(cells, F.googleCategory)];
  const path = texts.find((text) => !/^\d+$/.test(text)) ?? '';
  // Several paths may stand in one cell, each in quotes of its own.
  const first = /^"([^"]+)"\s*,/.exec(path)?.[1] ?? path;
  return parseCategory(first);
}

function readPrices(cells: Cells, now: Date): { price: unknown; listPrice: unknown } {
  const price = firstOf(cells, F.price);
  const sale = firstOf(cells, F.salePrice);
  const isOn = sale !== undefined && isWithin(firstOf(cells, F.saleDates), now);
  return isOn ? { price: sale, listPrice: price } : { price, listPrice: undefined };
}

/** "2024-02-24T13:00-0800/2024-02-29T15:30-0800"; dates that cannot be read do not end a sale. */
function isWithin(dates: string | undefined, now: Date): boolean {
  const [start = Number.NaN, end = Number.NaN] = (dates ?? '').split('/').map((text) => Date.parse(text.trim()));
  return !(now.getTime() < start) && !(now.getTime() > end);
}

/** In tables, texts made by a model are written "trained_algorithmic_media:Text". */
function withoutSource(text: string | undefined): string | undefined {
  return text?.replace(/^(trained_algorithmic_media|default)\s*:\s*/, '').replace(/^"(.*)"$/s, '$1');
}

function readSeller(name: string | undefined): unknown {
  return name === undefined ? undefined : { id: name, name };
}

function readAttributes(cells: Cells): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, values] of cells) {
    if (name === '' || name === '__proto__' || MAPPED.has(name) || NOT_FOR_SHOPPERS.test(name)) continue;
    const texts = SLASH_LISTS.has(name) ? values.flatMap((value) => splitList(value, '/')) : values;
    attributes[name] = parseAttributes(texts);
  }
  const highlights = allOf(cells, F.highlight);
  if (highlights.length > 0) attributes.highlights = highlights;
  for (const [name, text] of allOf(cells, F.detail).flatMap(splitDetails)) attributes[name] = parseAttribute(text);
  return attributes;
}

/** "Section:Name:Value,Section:Name:Value"; the section may be empty. A comma inside a value separates nothing. */
function splitDetails(cell: string): [string, string][] {
  return cell.split(/,(?=[^,:]*:[^,:]+:)/).flatMap((detail): [string, string][] => {
    const [first = '', second, ...rest] = detail.split(':');
    const [name, value] = rest.length > 0 ? [second ?? '', rest.join(':')] : [first, second ?? ''];
    const key = name.trim().toLowerCase();
    return key && key !== '__proto__' && value.trim() ? [[key, value.trim()]] : [];
  });
}
