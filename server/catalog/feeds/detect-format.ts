import { parse } from 'csv-parse/sync';
import { AppError } from '../../errors.ts';
import { normalName } from './field-names.ts';
import { isGoogleHeader } from './google-fields.ts';
import { isCsvHeader } from './read-csv-product.ts';
import { isShopifyHeader } from './shopify-fields.ts';

export type FeedFormat =
  | { name: 'json-lines' | 'google-xml' }
  | { name: 'csv' | 'google-table' | 'shopify-csv'; delimiter: string };

const DELIMITERS = [',', '\t', ';', '|'];

/** From the beginning of the text; names of files say too little. Throws `AppError` `catalog_format_unknown`. */
export function detectFormat(file: string, head: string): FeedFormat {
  const start = head.trimStart();
  if (start.startsWith('{')) return { name: 'json-lines' };
  if (start.startsWith('<')) return { name: 'google-xml' };
  const table = detectTable(start.split(/\r?\n/, 1)[0] ?? '');
  if (table) return table;
  // A first line that is broken does not make the file another format.
  if (!start.startsWith('[') && /^\s*\{\s*"/m.test(start)) return { name: 'json-lines' };
  throw new AppError('catalog_format_unknown', `"${file}" ${explain(start)}`);
}

function detectTable(line: string): FeedFormat | undefined {
  if (line.length > 100_000) return undefined;
  for (const delimiter of DELIMITERS) {
    const names = new Set(readHeader(line, delimiter));
    if (names.size < 2) continue;
    if (isShopifyHeader(names)) return { name: 'shopify-csv', delimiter };
    if (isGoogleHeader(names)) return { name: 'google-table', delimiter };
    if (isCsvHeader(names)) return { name: 'csv', delimiter };
  }
  return undefined;
}

function readHeader(line: string, delimiter: string): string[] {
  try {
    const rows: string[][] = parse(line, { delimiter, relax_quotes: true, relax_column_count: true });
    return (rows[0] ?? []).map(normalName);
  } catch {
    return [];
  }
}

function explain(start: string): string {
  if (start.startsWith('[')) return 'is one JSON array. Write one JSON object a line (JSON Lines).';
  if (start.startsWith('PK\u0003\u0004'))
    return 'is a zip archive or a spreadsheet. Unpack it, or save the sheet as CSV in UTF-8.';
  const known =
    'JSON Lines, CSV with columns for id and title, a Google Merchant Center feed (XML or TSV) or a Shopify product CSV';
  return `is no catalog format that is known here. Give ${known}; gzip is fine.`;
}
