import type { RankedItem } from '../../domain/candidate.ts';

interface Entry {
  item: { id: string; indexed: RankedItem };
  readAt: number;
}

/** About 10 kB each. */
const MOST_ITEMS = 6_000;
/**
 * Ranking may lag behind a price or stock update by this much. Filters and cards never do: Qdrant filters on what it holds now, and
 * each card is read anew.
 */
const FRESH_MS = 60_000;

/** What ranking reads of the items that were candidates lately; the longest unread go first. */
export class RankedCache {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  read(pointId: string): Entry['item'] | undefined {
    const entry = this.#entries.get(pointId);
    if (!entry) return undefined;
    this.#entries.delete(pointId);
    if (this.#now() - entry.readAt > FRESH_MS) return undefined;
    this.#entries.set(pointId, entry);
    return entry.item;
  }

  keep(pointId: string, item: Entry['item']): void {
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= MOST_ITEMS && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(pointId, { item, readAt: this.#now() });
  }
}
