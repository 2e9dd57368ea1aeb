/** One row before and after a seller rewrote its texts, as item ids. */
export interface RowPair {
  before: readonly string[];
  after: readonly string[];
}

export interface RowShift {
  /** Pairs of other sellers' items in both rows, and how many of them changed their order. */
  pairs: number;
  turned: number;
  /** Places that the seller's own items won, on average over those in both rows; below zero: lost. */
  gained: number;
  own: number;
}

/** What the rewriting did to everyone else, and what the seller got from it. */
export function compareRows({ before, after }: RowPair, isOwn: (id: string) => boolean): RowShift {
  const placeAfter = new Map(after.map((id, place) => [id, place]));
  const both = before.filter((id) => placeAfter.has(id));
  const others = both.filter((id) => !isOwn(id)).map((id) => placeAfter.get(id) ?? 0);
  let pairs = 0;
  let turned = 0;
  for (const [at, place] of others.entries())
    for (const later of others.slice(at + 1)) {
      pairs += 1;
      if (later < place) turned += 1;
    }
  const own = both.filter(isOwn);
  const gained = own.reduce((sum, id) => sum + before.indexOf(id) - (placeAfter.get(id) ?? 0), 0);
  return { pairs, turned, gained: own.length > 0 ? gained / own.length : 0, own: own.length };
}
