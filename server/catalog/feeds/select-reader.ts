import { detectFormat } from './detect-format.ts';
import type { FeedContext, FeedRecord } from './feed-reader.ts';
import type { OpenFeedText } from './open-feed-text.ts';
import { readCsv } from './read-csv.ts';
import { readGoogleOffers } from './read-google-offers.ts';
import { readGoogleXml } from './read-google-xml.ts';
import { readJsonLines } from './read-json-lines.ts';
import { readShopify } from './read-shopify.ts';
import { readTable } from './read-table.ts';

/** The reader for what the text is; undefined, with a report, when there is nothing in it. */
export function selectReader(
  file: string,
  text: OpenFeedText,
  context: FeedContext,
): AsyncGenerator<FeedRecord> | undefined {
  if (text.head.trim() === '') {
    // A packed file that is damaged from the start is reported as such and is not also empty.
    if (!text.cut()) context.note({ line: 0, kind: 'bad-file', reason: 'is empty; export the catalog again' });
    return undefined;
  }
  const format = detectFormat(file, text.head);
  switch (format.name) {
    case 'json-lines':
      return readJsonLines(text, context);
    case 'google-xml':
      return readGoogleOffers(readGoogleXml(text, context), context);
    case 'google-table':
      return readGoogleOffers(readTable(text, format.delimiter, context), context);
    case 'shopify-csv':
      return readShopify(text, format.delimiter, context);
    case 'csv':
      return readCsv(text, format.delimiter, context);
  }
}
