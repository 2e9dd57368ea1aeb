import type { FeedContext, FeedRecord } from './feed-reader.ts';
import { mergeGoogleGroup } from './merge-google-group.ts';
import { type GoogleOffer, readGoogleOffer } from './read-google-product.ts';
import type { TableRow } from './read-table.ts';

/** Single offers come as they are read; those of a group, which may stand anywhere in the file, when all of it was read. */
export async function* readGoogleOffers(
  rows: AsyncIterable<TableRow>,
  context: FeedContext,
): AsyncGenerator<FeedRecord> {
  const groups = new Map<string, GoogleOffer[]>();
  for await (const row of rows) {
    const offer = readGoogleOffer(row, context);
    if (offer.group === undefined) {
      yield offer;
      continue;
    }
    const members = groups.get(offer.group);
    if (members) members.push(offer);
    else groups.set(offer.group, [offer]);
  }
  for (const [group, members] of groups) {
    const merged = mergeGoogleGroup(group, members, context);
    if (merged) yield merged;
  }
}
