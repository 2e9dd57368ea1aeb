import type { Row, Turn } from '../state/conversation.ts';
import { useApp } from '../ui/app-context.tsx';
import { ShareRow } from './share-row.tsx';

interface RowHeaderProps {
  row: Row;
  turn: Turn;
  canShowMore: boolean;
}

/** How many there are and how many of them are here. */
export function RowHeader({ row, turn, canShowMore }: RowHeaderProps) {
  const { strings, format, connection } = useApp();
  const shown = row.cards.filter((card) => card.kind === 'product').length;
  if (row.cards.length === 0) return <p className="py-2 text-muted">{row.nearMiss ? '' : strings.row.nothing}</p>;
  const all = shown >= row.total;
  const words = row.nearMiss
    ? strings.row.nearest(shown, format.number(shown))
    : all
      ? strings.row.all(row.total, format.number(row.total))
      : strings.row.showing(format.number(shown), format.number(row.total));
  return (
    <div className="mb-2 flex min-h-11 items-center justify-between gap-1 text-sm text-muted">
      <p className="me-auto tabular-nums">{words}</p>
      {!row.nearMiss && <ShareRow turn={turn} />}
      {canShowMore && !all && (
        <button
          type="button"
          onClick={() => connection.send({ text: strings.row.moreText })}
          className="min-h-11 rounded-full px-3 font-medium text-accent-strong transition-colors hover:bg-sunken"
        >
          {strings.row.more}
        </button>
      )}
    </div>
  );
}
