import { useMemo } from 'react';
import { CardRow } from '../cards/card-row.tsx';
import type { Row, Turn } from '../state/conversation.ts';
import { useAppState } from '../ui/app-context.tsx';

/** A turn about cards that were shown before ("the second one") shows them again beside its answer. */
export function FocusedCards({ turn, focus }: { turn: Turn; focus: string[] }) {
  const turns = useAppState((state) => state.conversation.turns);
  const row = useMemo((): Row => {
    const before = turns.slice(
      0,
      turns.findIndex(({ turnId }) => turnId === turn.turnId),
    );
    const shown = before.flatMap(({ rows }) => rows).flatMap(({ cards }) => cards);
    const cards = focus.flatMap((id) => shown.findLast((card) => card.id === id) ?? []);
    return { rowId: 'focus', revision: 1, total: cards.length, cards };
  }, [turns, turn.turnId, focus]);
  if (row.cards.length === 0) return null;
  return (
    <div className="mt-4">
      <CardRow row={row} turnId={turn.turnId} live={turn.live} focus={[]} />
    </div>
  );
}
