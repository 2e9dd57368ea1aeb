const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** As many columns as a chart can show. */
const MOST_SLOTS = 62;

/** The shortest of hour, quarter of a day, day, week and four weeks that gives no more columns than a chart can show. */
export function chooseSlotMs({ since, until }: { since: number; until: number }): number {
  const sizes = [HOUR_MS, 6 * HOUR_MS, DAY_MS, 7 * DAY_MS];
  return sizes.find((ms) => (until - since) / ms <= MOST_SLOTS) ?? 28 * DAY_MS;
}

export interface Slot {
  at: number;
  turns: number;
  /** Of them, how many found nothing. */
  nothing: number;
}

/** Empty slots from the one that `since` is in; they begin at whole hours, days and weeks of UTC. */
export function buildSlots({ since, until }: { since: number; until: number }, slotMs: number): Slot[] {
  const first = Math.floor(since / slotMs) * slotMs;
  const count = Math.max(1, Math.ceil((until - first) / slotMs));
  return Array.from({ length: count }, (_, index) => ({ at: first + index * slotMs, turns: 0, nothing: 0 }));
}
