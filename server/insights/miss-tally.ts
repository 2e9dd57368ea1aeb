import type { Insights } from '../contract/insights.ts';
import { Tally } from './tally.ts';
import type { AskedWish, TurnRecord } from './turn-record.ts';

const MOST_LINES = 15;

/** What shoppers asked for and did not get, turn by turn. */
export class MissTally {
  readonly #unmet = new Tally<AskedWish>();
  readonly #phrases = new Tally<string>();
  readonly #unsupported = new Tally<string>();
  readonly #categories = new Map<string, { searches: number; nothing: number }>();
  /** Constraints that the latest turn of a session offered to let go. */
  readonly #offers = new Map<string, readonly string[]>();
  #turns = 0;
  #offered = 0;
  #taken = 0;

  add(sessionId: string, turnId: string, { missed, unsupported = [], searched, relaxed = [] }: TurnRecord): void {
    for (const words of unsupported) this.#unsupported.add(words, words, turnId);
    for (const category of searched ?? []) this.#countSearch(category.toLowerCase(), missed !== undefined);
    this.#followUp(sessionId, relaxed);
    if (missed === undefined) return;
    this.#turns += 1;
    for (const wish of missed.unmet) this.#unmet.add(keyOf(wish), wish, turnId);
    if (missed.text !== undefined) this.#phrases.add(missed.text, missed.text, turnId);
    if (missed.offered.length === 0) return;
    this.#offered += 1;
    this.#offers.set(sessionId, missed.offered);
  }

  read(): Insights['missed'] {
    const wordsOf = (tally: Tally<string>) =>
      tally.top(MOST_LINES).map(({ value, count, turnId }) => ({ words: value, count, turnId }));
    return {
      turns: this.#turns,
      unmet: this.#unmet.top(MOST_LINES).map(({ value, count, turnId }) => ({ ...value, count, turnId })),
      phrases: wordsOf(this.#phrases),
      unsupported: wordsOf(this.#unsupported),
      categories: [...this.#categories]
        .map(([category, figures]) => ({ category, ...figures }))
        .filter(({ nothing }) => nothing > 0)
        .sort((a, b) => b.nothing - a.nothing || (a.category < b.category ? -1 : 1))
        .slice(0, MOST_LINES),
      relaxations: { offered: this.#offered, taken: this.#taken },
    };
  }

  /** An offer is taken by the very next turn of its session, or not at all. */
  #followUp(sessionId: string, relaxed: readonly string[]): void {
    const offer = this.#offers.get(sessionId);
    if (offer === undefined) return;
    this.#offers.delete(sessionId);
    if (relaxed.some((id) => offer.includes(id))) this.#taken += 1;
  }

  #countSearch(category: string, nothing: boolean): void {
    const figures = this.#categories.get(category) ?? { searches: 0, nothing: 0 };
    this.#categories.set(category, {
      searches: figures.searches + 1,
      nothing: figures.nothing + (nothing ? 1 : 0),
    });
  }
}

export const keyOf = ({ facet, relation, value, unit = '' }: AskedWish): string =>
  JSON.stringify([facet, relation, typeof value === 'string' ? value.toLowerCase() : value, unit]);
