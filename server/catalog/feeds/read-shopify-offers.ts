import type { Availability } from '../../contract/card.ts';
import type { FeedContext } from './feed-reader.ts';
import { type Cells, firstOf } from './field-names.ts';
import type { Offer } from './merge-variants.ts';
import { parseNumber } from './parse-number.ts';
import type { TableRow } from './read-table.ts';
import { SHOPIFY_FIELDS } from './shopify-fields.ts';
import { tidyMoney } from './tidy-money.ts';

const F = SHOPIFY_FIELDS;

/** The variants among the rows of one handle. A row with a price that is none is reported and adds no variant. */
export function readShopifyOffers(
  handle: string,
  rows: readonly TableRow[],
  context: FeedContext,
): { offers: Offer[]; hadFaults: boolean } {
  const names = F.optionNames.map((field) => rows.map((row) => firstOf(row.cells, [field])).find(Boolean));
  const taken = new Set<string>();
  const offers: Offer[] = [];
  let hadFaults = false;
  for (const { line, cells } of rows) {
    // A row without price and option only adds a picture.
    if (firstOf(cells, F.price) === undefined && firstOf(cells, F.optionValues) === undefined) continue;
    const prices = readPrices(cells, line);
    if ('reason' in prices) {
      hadFaults = true;
      context.note({ line, itemId: handle, reason: prices.reason });
      continue;
    }
    const stock = parseNumber(firstOf(cells, F.stock));
    const id = freeId(firstOf(cells, F.sku)?.replace(/^'/, '') ?? `${handle}-${offers.length + 1}`, taken);
    offers.push({
      id,
      options: readOptions(cells, names),
      ...prices,
      availability: readAvailability(cells, stock),
      stock,
    });
  }
  return { offers, hadFaults };

  function readPrices(cells: Cells, line: number): Pick<Offer, 'price' | 'listPrice'> | { reason: string } {
    const price = firstOf(cells, F.price);
    const compareAt = firstOf(cells, F.compareAt);
    const money = price === undefined ? undefined : tidyMoney(price, line, context);
    if (money && 'reason' in money) return money;
    const list = compareAt === undefined ? undefined : tidyMoney(compareAt, line, context);
    return { price: money?.money, listPrice: list && 'money' in list ? list.money : undefined };
  }
}

/** Shopify lets two variants share a SKU. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`;
  taken.add(id);
  return id;
}

/** A product without options has the one option "Title: Default Title". */
function readOptions(cells: Cells, names: readonly (string | undefined)[]): Record<string, string> {
  const options = F.optionValues.map((field, index): [string, string | undefined] => {
    const value = firstOf(cells, [field]);
    return [names[index] ?? `option ${index + 1}`, value === 'Default Title' ? undefined : value];
  });
  return Object.fromEntries(options.filter((option): option is [string, string] => option[1] !== undefined));
}

/** Without a count the shop does not track stock and sells always; it may also sell what it has still to get. */
function readAvailability(cells: Cells, stock: number | undefined): Availability {
  if (stock === undefined || stock > 0) return 'in_stock';
  const policy = firstOf(cells, F.policy)?.toLowerCase();
  return policy === 'continue' || policy === 'true' ? 'backorder' : 'out_of_stock';
}
