import type { FeedContext, FeedRecord } from './feed-reader.ts';
import { allOf, type Cells, firstOf } from './field-names.ts';
import { mergeOffers, type Offer, optionValues } from './merge-variants.ts';
import { parseAttributes, splitList } from './parse-attribute.ts';
import { parseCategory } from './parse-category.ts';
import { readShopifyOffers } from './read-shopify-offers.ts';
import type { TableRow } from './read-table.ts';
import { METAFIELD, SHOPIFY_ATTRIBUTES, SHOPIFY_FIELDS } from './shopify-fields.ts';

const F = SHOPIFY_FIELDS;

/** The rows of one handle to the native form; undefined, with a report, for a product that is not published or has no sound row. */
export function readShopifyProduct(
  handle: string,
  rows: readonly TableRow[],
  context: FeedContext,
): FeedRecord | undefined {
  const main = rows.find((row) => firstOf(row.cells, F.title) !== undefined) ?? rows[0];
  if (!main) return undefined;
  const hidden = whyHidden(main.cells);
  if (hidden) {
    context.note({ line: main.line, kind: 'left-out', itemId: handle, reason: hidden });
    return undefined;
  }
  const { offers, hadFaults } = readShopifyOffers(handle, rows, context);
  if (offers.length === 0 && hadFaults) return undefined;
  const single = offers.length === 1 ? offers[0] : undefined;
  const { variants, ...whole } = mergeOffers(offers);
  const hasOptions = offers.some((offer) => Object.keys(offer.options).length > 0);
  return {
    line: main.line,
    value: {
      id: handle,
      title: firstOf(main.cells, F.title),
      description: firstOf(main.cells, F.description),
      brand: firstOf(main.cells, F.brand),
      category: readCategory(main.cells),
      ...whole,
      rating: readRating(main.cells),
      images: readImages(rows),
      gtin: single && firstOf(main.cells, F.barcode)?.replace(/^'/, ''),
      model: firstOf(main.cells, F.mpn) ?? (single && firstOf(main.cells, F.sku)),
      attributes: readAttributes(main.cells, offers),
      variants: hasOptions ? variants : [],
    },
  };
}

function whyHidden(cells: Cells): string | undefined {
  const status = firstOf(cells, F.status)?.toLowerCase();
  if (status === 'draft' || status === 'archived') return `is ${status} in the shop and is left out`;
  const published = firstOf(cells, F.published)?.toLowerCase();
  return published === 'false' ? 'is not published in the shop and is left out' : undefined;
}

function readCategory(cells: Cells): string[] {
  const levels = parseCategory(firstOf(cells, F.category) ?? '').filter((level) => !/^\d+$/.test(level));
  const type = firstOf(cells, F.type);
  const isNew = type !== undefined && !levels.some((level) => level.toLowerCase() === type.toLowerCase());
  return isNew ? [...levels, ...parseCategory(type)] : levels;
}

function readImages(rows: readonly TableRow[]): string[] {
  const placed = rows.flatMap((row, index) => {
    const address = firstOf(row.cells, F.image);
    return address === undefined
      ? []
      : [{ address, position: Number(firstOf(row.cells, F.imagePosition)) || index + 1 }];
  });
  const ordered = placed.sort((a, b) => a.position - b.position).map(({ address }) => address);
  return [...new Set([...ordered, ...rows.flatMap((row) => allOf(row.cells, F.variantImage))])];
}

/** Rating metafields are JSON: {"value":"4.5","scale_min":"1.0","scale_max":"5.0"}. */
function readRating(cells: Cells): unknown {
  const text = firstOf(cells, F.rating);
  const average = text === undefined ? undefined : (/"value"\s*:\s*"?([\d.]+)/.exec(text)?.[1] ?? text);
  return average === undefined ? undefined : { average, count: firstOf(cells, F.ratingCount) };
}

function readAttributes(cells: Cells, offers: readonly Offer[]): Record<string, unknown> {
  const attributes: [string, unknown][] = [];
  for (const [name, values] of cells) {
    const known = Object.hasOwn(SHOPIFY_ATTRIBUTES, name) ? SHOPIFY_ATTRIBUTES[name] : undefined;
    const isMapped = Object.values(F).some((names: readonly string[]) => names.includes(name));
    const key = known ?? (isMapped ? undefined : METAFIELD.exec(name)?.[1]);
    if (key) attributes.push([key, parseAttributes(values.flatMap((value) => splitList(value, ';')))]);
  }
  const tags = splitList(firstOf(cells, F.tags) ?? '', ',');
  if (tags.length > 0) attributes.push(['tags', tags]);
  return { ...Object.fromEntries(attributes), ...optionValues(offers) };
}
