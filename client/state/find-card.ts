import type { Card } from '../../server/contract/index.ts';
import type { Turn } from './conversation.ts';

/** The newest card of an item in the conversation: the catalog may have changed between two turns. */
export function findCard(turns: readonly Turn[], itemId: string): Card | undefined {
  for (const turn of [...turns].reverse()) {
    const card = turn.rows.flatMap(({ cards }) => cards).find(({ id }) => id === itemId);
    if (card) return card;
  }
  return undefined;
}
