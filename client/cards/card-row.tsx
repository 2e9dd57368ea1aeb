import { lazy, Suspense, useState } from 'react';
import type { Card } from '../../server/contract/index.ts';
import type { Row } from '../state/conversation.ts';
import { useApp } from '../ui/app-context.tsx';
import { LiveCard } from './live-card.tsx';
import { ProductCard } from './product-card.tsx';
import { VideoCard } from './video-card.tsx';

const DetailSheet = lazy(() => import('./detail-sheet.tsx'));

interface CardRowProps {
  row: Row;
  turnId: string;
  live: boolean;
  focus: string[];
}

/** One row of mixed cards; each stays in its place when a later revision keeps it. */
export function CardRow({ row, turnId, live, focus }: CardRowProps) {
  const { strings, connection } = useApp();
  const [opened, setOpened] = useState<string>();
  const [shown, setShown] = useState(false);
  const place = (card: Card) => ({ turnId, live, focused: focus.includes(card.id) });
  const open = (card: Card) => {
    connection.record({ kind: 'open', itemId: card.id, turnId, position: card.ordinal });
    setOpened(card.id);
    setShown(card.kind === 'product');
  };
  const detail = row.cards.find((card) => card.id === opened);
  return (
    <>
      <ul aria-label={strings.row.label} className="card-row">
        {row.cards.map((card) => (
          <li key={card.id} className="min-w-0">
            {card.kind === 'product' && <ProductCard card={card} place={place(card)} onOpen={() => open(card)} />}
            {card.kind === 'video' && <VideoCard card={card} place={place(card)} onOpen={() => open(card)} />}
            {card.kind === 'live' && <LiveCard card={card} place={place(card)} onOpen={() => open(card)} />}
          </li>
        ))}
      </ul>
      {detail?.kind === 'product' && (
        <Suspense>
          <DetailSheet card={detail} place={place(detail)} open={shown} onOpenChange={setShown} />
        </Suspense>
      )}
    </>
  );
}
