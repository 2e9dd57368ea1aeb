import type { Act } from '../contract/index.ts';
import type { Insights } from '../contract/insights.ts';
import { keyOf, MissTally } from './miss-tally.ts';
import { readPercentiles } from './percentiles.ts';
import { Tally } from './tally.ts';
import { buildSlots, chooseSlotMs, type Slot } from './time-slots.ts';
import type { AskedWish, TurnRecord } from './turn-record.ts';

export interface CountedTurn {
  sessionId: string;
  turnId: string;
  startedAt: number;
  record: TurnRecord;
}

export type TurnFigures = Omit<Insights, 'since' | 'until' | 'currency' | 'truncated' | 'interactions'>;

const MOST_FACETS = 12;
const MOST_VALUES = 6;
const MOST_INTERESTS = 12;
const ALL = Number.POSITIVE_INFINITY;

/** Adds up turns, each seen once, oldest first. Holds figures and short words, never a turn. */
export class InsightsTally {
  readonly #slotMs: number;
  readonly #slots: Slot[];
  readonly #status = { done: 0, failed: 0, cancelled: 0 };
  readonly #firstCard: number[] = [];
  readonly #whole: number[] = [];
  readonly #acts = new Tally<Act>();
  readonly #errors = new Tally<string>();
  readonly #degraded = new Tally<string>();
  readonly #asked = new Map<string, Tally<AskedWish>>();
  readonly #missed = new MissTally();
  /** The newest likes of each session. */
  readonly #interests = new Map<string, TurnRecord['interests']>();
  #cartByWords = 0;

  constructor(window: { since: number; until: number }) {
    this.#slotMs = chooseSlotMs(window);
    this.#slots = buildSlots(window, this.#slotMs);
  }

  add({ sessionId, turnId, startedAt, record }: CountedTurn): void {
    this.#status[record.status] += 1;
    this.#addTime(startedAt, record);
    if (record.act) this.#acts.add(record.act, record.act, turnId);
    if (record.errorCode) this.#errors.add(record.errorCode, record.errorCode, turnId);
    for (const part of record.degraded ?? []) this.#degraded.add(part, part, turnId);
    for (const wish of record.asked ?? []) this.#addAsked(wish, turnId);
    this.#missed.add(sessionId, turnId, record);
    this.#interests.set(sessionId, record.interests ?? this.#interests.get(sessionId));
    this.#cartByWords += record.cartAdded ?? 0;
  }

  get cartByWords(): number {
    return this.#cartByWords;
  }

  read(): TurnFigures {
    const { done, failed, cancelled } = this.#status;
    return {
      turns: { total: done + failed + cancelled, done, failed, cancelled },
      sessions: this.#interests.size,
      slotMs: this.#slotMs,
      slots: this.#slots,
      latency: { firstCard: readPercentiles(this.#firstCard), whole: readPercentiles(this.#whole) },
      acts: this.#acts.top(ALL).map(({ value, count }) => ({ act: value, count })),
      errors: this.#errors.top(ALL).map(({ value, count }) => ({ code: value, count })),
      degraded: this.#degraded.top(ALL).map(({ value, count }) => ({ part: value, count })),
      asked: this.#readAsked(),
      missed: this.#missed.read(),
      interests: this.#readInterests(),
    };
  }

  #addTime(startedAt: number, { missed, firstCardMs, totalMs }: TurnRecord): void {
    const slot = this.#slots[Math.floor((startedAt - (this.#slots[0]?.at ?? 0)) / this.#slotMs)];
    if (slot) {
      slot.turns += 1;
      slot.nothing += missed ? 1 : 0;
    }
    if (firstCardMs !== undefined) this.#firstCard.push(firstCardMs);
    if (totalMs !== undefined) this.#whole.push(totalMs);
  }

  #addAsked(wish: AskedWish, turnId: string): void {
    const values = this.#asked.get(wish.facet) ?? new Tally<AskedWish>();
    this.#asked.set(wish.facet, values);
    values.add(keyOf(wish), wish, turnId);
  }

  #readAsked(): Insights['asked'] {
    return [...this.#asked]
      .map(([facet, values]) => ({
        facet,
        count: values.total,
        values: values.top(MOST_VALUES).map(({ value, count, turnId }) => ({ ...value, count, turnId })),
      }))
      .sort((a, b) => b.count - a.count || (a.facet < b.facet ? -1 : 1))
      .slice(0, MOST_FACETS);
  }

  #readInterests(): Insights['interests'] {
    const likes = new Tally<{ facet: string; value: string }>();
    for (const interests of this.#interests.values())
      for (const like of interests ?? []) likes.add(JSON.stringify([like.facet, like.value]), like);
    return likes.top(MOST_INTERESTS).map(({ value, count }) => ({ ...value, sessions: count }));
  }
}
