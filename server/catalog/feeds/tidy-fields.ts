import type { Money } from '../../contract/card.ts';
import type { FeedContext } from './feed-reader.ts';
import { htmlToText } from './html-to-text.ts';
import { parseAvailability } from './parse-availability.ts';
import { parseCategory } from './parse-category.ts';
import { parseNumber, parseStars } from './parse-number.ts';
import { isSafeAddress } from './safe-address.ts';
import { tidyMoney } from './tidy-money.ts';
import { isRecord, tidyText } from './tidy-text.ts';

type Value = Record<string, unknown>;
interface Place {
  line: number;
  context: FeedContext;
  note(reason: string): void;
}

/** Brings the fields of a product, as loosely as feeds write them, into the types of the schema, in place. Returns what makes it unfit. */
export function tidyProduct(value: Value, place: Place): string | undefined {
  tidyTexts(value);
  if (typeof value.category === 'string') value.category = parseCategory(value.category);
  if (typeof value.images === 'string') value.images = [value.images];
  for (const name of ['stock', 'popularity']) value[name] = parseNumber(value[name]) ?? value[name];
  for (const name of ['gtin', 'model']) if (typeof value[name] === 'number') value[name] = String(value[name]);
  tidyAddresses(value, place);
  tidyAvailability(value, place);
  tidyRating(value);
  tidyAttributes(value, place);
  tidyVariants(value, place);
  return tidyPrices(value, place);
}

export function tidyContent(value: Value): string | undefined {
  if (typeof value.title === 'string') value.title = htmlToText(value.title);
  if (typeof value.products === 'string' || typeof value.products === 'number') value.products = [value.products];
  value.durationSec = parseNumber(value.durationSec) ?? value.durationSec;
  for (const name of ['poster', 'media']) if (!isSafeAddress(value[name])) delete value[name];
  return undefined;
}

function tidyTexts(value: Value): void {
  for (const name of ['title', 'description', 'brand']) {
    const text = value[name];
    if (typeof text !== 'string') continue;
    const plain = tidyText(htmlToText(text));
    // A title stays on one line, whatever the feed wrapped it in.
    value[name] = (name === 'description' ? plain : plain.replace(/\s+/g, ' ')) || undefined;
  }
}

function tidyPrices(value: Value, place: Place): string | undefined {
  if (value.price !== undefined) {
    const price = tidyMoney(value.price, place.line, place.context);
    if ('reason' in price) return price.reason;
    value.price = price.money;
  }
  if (value.listPrice === undefined) return undefined;
  const list = tidyMoney(value.listPrice, place.line, place.context);
  if ('reason' in list) place.note(`list ${list.reason}; it is left out`);
  value.listPrice = 'money' in list && isReduced(list.money, value.price) ? list.money : undefined;
  return undefined;
}

/** A list price that is not above the price would announce a saving that is none. */
function isReduced(list: Money, price: unknown): boolean {
  return isRecord(price) && price.currency === list.currency && Number(price.amount) < list.amount;
}

function tidyAvailability(value: Value, { line, context }: Place): void {
  const said = value.availability;
  const known = parseAvailability(said);
  if (said !== undefined && known === undefined) {
    const reason = `availability "${String(said).slice(0, 60)}" is not known and counts as not stated; use in_stock, out_of_stock, preorder or backorder`;
    context.noteOnce(`availability ${String(said).slice(0, 60)}`, { line, kind: 'bad-field', reason });
  }
  const counted = typeof value.stock === 'number' ? parseAvailability(value.stock) : undefined;
  value.availability = known && known !== 'unknown' ? known : (counted ?? 'unknown');
}

function tidyRating(value: Value): void {
  const { rating } = value;
  const given = isRecord(rating) ? rating : rating === undefined ? undefined : { average: rating };
  if (!given) return;
  const average = parseStars(given.average);
  // "0 of 0 reviews" is how shops write "not rated yet".
  value.rating =
    average === 0
      ? undefined
      : { average: average ?? given.average, count: parseNumber(given.count) ?? given.count ?? 0 };
}

function tidyAttributes(value: Value, { note }: Place): void {
  if (!isRecord(value.attributes)) return;
  const kept: [string, unknown][] = [];
  for (const [name, held] of Object.entries(value.attributes)) {
    const simple = Array.isArray(held) ? held.filter((entry) => typeof entry !== 'object').map(String) : held;
    const isLost = Array.isArray(simple) ? simple.length === 0 : typeof simple === 'object';
    if (isLost) note(`attribute "${name.slice(0, 60)}" is no text, number, boolean or list of texts; it is left out`);
    else if (name) kept.push([name, simple]);
  }
  value.attributes = Object.fromEntries(kept);
}

function tidyVariants(value: Value, place: Place): void {
  if (!Array.isArray(value.variants)) return;
  value.variants = value.variants.flatMap((variant: unknown) => {
    if (!isRecord(variant)) return [variant];
    const price = variant.price === undefined ? undefined : tidyMoney(variant.price, place.line, place.context);
    if (price && 'reason' in price) {
      place.note(`variant "${String(variant.id).slice(0, 60)}": ${price.reason}; it is left out`);
      return [];
    }
    const options = isRecord(variant.options) ? variant.options : {};
    const texts = Object.entries(options).map(([name, option]) => [name, String(option)]);
    const availability = variant.availability === undefined ? undefined : parseAvailability(variant.availability);
    return [{ ...variant, price: price?.money, availability, options: Object.fromEntries(texts) }];
  });
}

function tidyAddresses(value: Value, { note }: Place): void {
  if (!isSafeAddress(value.url)) {
    note('url is not a web address; it is left out');
    delete value.url;
  }
  if (Array.isArray(value.images)) value.images = value.images.filter(isSafeAddress);
}
