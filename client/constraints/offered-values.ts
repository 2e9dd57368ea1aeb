import type { Constraint, ProductCard } from '../../server/contract/index.ts';
import type { Turn } from '../state/conversation.ts';

export interface OfferedValue {
  value: string;
  /** Different items with it among the cards of this conversation; undefined for one that only the shop named. */
  seen?: number;
}

const MAX_VALUES = 12;

/** Other values for a wish: what the shop offered as answers to a question, then what the cards seen so far state. */
export function offeredValues({ facet, relation, value }: Constraint, turns: readonly Turn[]): OfferedValue[] {
  if (typeof value === 'number' || facet === 'text' || !['is', 'is-not'].includes(relation)) return [];
  const counts = new Map<string, Set<string>>();
  for (const turn of turns) {
    for (const { edit } of turn.question?.options ?? []) {
      if ('set' in edit && edit.set.facet === facet && typeof edit.set.value === 'string') note(edit.set.value);
    }
    for (const row of turn.rows) {
      for (const card of row.cards) {
        if (card.kind === 'product') for (const stated of statedValues(card, facet)) note(stated, card.id);
      }
    }
  }
  const now = new Set([value].flat().map((one) => String(one).toLowerCase()));
  return [...counts]
    .filter(([other]) => !now.has(other.toLowerCase()))
    .map(([other, items]) => ({ value: other, seen: items.size === 0 ? undefined : items.size }))
    .sort((one, other) => (other.seen ?? 0) - (one.seen ?? 0))
    .slice(0, MAX_VALUES);

  function note(stated: string, itemId?: string): void {
    const items = counts.get(stated) ?? new Set();
    if (itemId !== undefined) items.add(itemId);
    counts.set(stated, items);
  }
}

function statedValues(card: ProductCard, facet: string): string[] {
  if (facet === 'brand') return card.brand === undefined ? [] : [card.brand];
  if (facet === 'category') return card.category?.slice(-1) ?? [];
  const stated = card.attributes[facet];
  if (typeof stated === 'string') return [stated];
  return Array.isArray(stated) ? stated : [];
}
