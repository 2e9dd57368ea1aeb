import { Columns3 } from 'lucide-react';
import type { ProductCard } from '../../server/contract/index.ts';
import { MAX_PICKS } from '../state/marks.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';

/** Picks a card for the comparison, or puts it back. */
export function CompareToggle({ card, className = '' }: { card: ProductCard; className?: string }) {
  const { strings, connection } = useApp();
  const picked = useAppState((state) => state.marks.picks.some(({ id }) => id === card.id));
  const full = useAppState((state) => state.marks.picks.length >= MAX_PICKS);
  return (
    <IconButton
      label={`${strings.card.compare}: ${card.title}`}
      title={full && !picked ? strings.compare.full : strings.card.compare}
      aria-pressed={picked}
      disabled={full && !picked}
      onClick={() => connection.markHere({ type: 'picked', card, on: !picked })}
      className={`border disabled:opacity-40 ${
        picked
          ? 'border-accent bg-accent-soft text-accent-strong'
          : 'border-line bg-surface text-muted hover:border-accent hover:text-accent-strong'
      } ${className}`}
    >
      <Columns3 className="size-4.5" aria-hidden />
    </IconButton>
  );
}
