import type { FeedContext, FeedRecord, FeedText } from './feed-reader.ts';
import { firstOf } from './field-names.ts';
import { readShopifyProduct } from './read-shopify-product.ts';
import { readTable, type TableRow } from './read-table.ts';
import { SHOPIFY_FIELDS } from './shopify-fields.ts';

/** Rows with the same handle are one product: the first says what it is, each may add a variant or a picture. */
export async function* readShopify(
  text: FeedText,
  delimiter: string,
  context: FeedContext,
): AsyncGenerator<FeedRecord> {
  const products = new Map<string, TableRow[]>();
  for await (const row of readTable(text, delimiter, context)) {
    const handle = firstOf(row.cells, SHOPIFY_FIELDS.handle);
    if (handle === undefined) {
      context.note({ line: row.line, reason: 'Handle is missing, so the row belongs to no product' });
      continue;
    }
    const rows = products.get(handle);
    if (rows) rows.push(row);
    else products.set(handle, [row]);
  }
  for (const [handle, rows] of products) {
    const record = readShopifyProduct(handle, rows, context);
    if (record) yield record;
  }
}
