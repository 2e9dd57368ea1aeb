import { memo } from 'react';
import { CardRow } from '../cards/card-row.tsx';
import { NearMissBanner } from '../cards/near-miss-banner.tsx';
import { isActive, type Turn } from '../state/conversation.ts';
import { Answer } from './answer.tsx';
import { FocusedCards } from './focused-cards.tsx';
import { RowHeader } from './row-header.tsx';
import { ShopperMessage } from './shopper-message.tsx';
import { TurnNotes } from './turn-notes.tsx';
import { TurnOptions } from './turn-options.tsx';
import { Waiting } from './waiting.tsx';

interface TurnViewProps {
  turn: Turn;
  latest: boolean;
  onEdit: (text: string) => void;
}

const NOTHING: string[] = [];

/** One turn from top to bottom: what was asked, the answer, the row, ways to go on. */
export const TurnView = memo(function TurnView({ turn, latest, onEdit }: TurnViewProps) {
  const { text, rows } = turn;
  const focus = turn.understanding?.focus ?? NOTHING;
  const editable = latest && text !== undefined && !isActive(turn);
  return (
    <article data-turn={turn.turnId} aria-busy={isActive(turn)} className="py-5 sm:py-6">
      <ShopperMessage turn={turn} onEdit={editable ? () => onEdit(text) : undefined} />
      <div className="mt-5">
        <Answer turn={turn} />
        {latest && <Waiting turn={turn} />}
        {rows.map((row) => (
          <section key={row.rowId} className="mt-3">
            {row.nearMiss && <NearMissBanner nearMiss={row.nearMiss} usable={latest} />}
            <RowHeader row={row} turn={turn} canShowMore={latest && !isActive(turn)} />
            <CardRow row={row} turnId={turn.turnId} live={turn.live} focus={focus} />
          </section>
        ))}
        {rows.length === 0 && focus.length > 0 && <FocusedCards turn={turn} focus={focus} />}
        <TurnNotes turn={turn} latest={latest} />
        {latest && <TurnOptions turn={turn} />}
      </div>
    </article>
  );
});
