import type { InteractionKind } from '../contract/index.ts';
import type { Insights } from '../contract/insights.ts';

export interface CountedInteraction {
  sessionId: string;
  kind: InteractionKind;
  itemId: string;
}

const FUNNEL = ['open', 'like', 'cart-add', 'purchase'] as const;

/** Adds up what was done with cards. A card is one item in one session: seen or bought twice, it counts once. */
export class InteractionsTally {
  readonly #times = new Map<InteractionKind, number>();
  readonly #cards = new Map<InteractionKind, Map<string, Set<string>>>();

  add({ sessionId, kind, itemId }: CountedInteraction): void {
    this.#times.set(kind, (this.#times.get(kind) ?? 0) + 1);
    const sessions = this.#cards.get(kind) ?? new Map<string, Set<string>>();
    this.#cards.set(kind, sessions);
    const items = sessions.get(sessionId) ?? new Set<string>();
    sessions.set(sessionId, items);
    items.add(itemId);
  }

  read(cartByWords: number): Insights['interactions'] {
    const times = (kind: InteractionKind): number => this.#times.get(kind) ?? 0;
    return {
      impressions: times('impression'),
      cardsSeen: this.#countCards('impression'),
      dislikes: times('dislike'),
      cartRemovals: times('cart-remove'),
      cartByWords,
      funnel: FUNNEL.map((kind) => ({ kind, times: times(kind), cards: this.#countCards(kind) })),
    };
  }

  /** Only cards that were seen: a share of them must not be more than all. */
  #countCards(kind: InteractionKind): number {
    const seen = this.#cards.get('impression');
    let count = 0;
    for (const [sessionId, items] of this.#cards.get(kind) ?? []) {
      const seenItems = seen?.get(sessionId);
      for (const item of items) count += seenItems?.has(item) ? 1 : 0;
    }
    return count;
  }
}
