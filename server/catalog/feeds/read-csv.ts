import type { FeedContext, FeedRecord, FeedText } from './feed-reader.ts';
import { readCsvProduct } from './read-csv-product.ts';
import { readTable } from './read-table.ts';

/** A plain table, one product a row. */
export async function* readCsv(text: FeedText, delimiter: string, context: FeedContext): AsyncGenerator<FeedRecord> {
  for await (const row of readTable(text, delimiter, context)) yield readCsvProduct(row);
}
