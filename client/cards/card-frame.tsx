import type { ReactNode } from 'react';
import type { Card } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';
import { useImpression } from './use-impression.ts';

/** Where a card stands: what interactions with it are recorded under. */
export interface CardPlace {
  /** Left out outside of the conversation: in the cart, among saved things. */
  turnId?: string;
  /** Old conversations shown again are not seen anew. */
  live: boolean;
  /** The turn is about this card. */
  focused: boolean;
}

interface CardFrameProps {
  card: Card;
  place: CardPlace;
  media: ReactNode;
  /** The picture takes the room that the words leave: for content, which has fewer of them. */
  tall?: boolean;
  children: ReactNode;
}

/** What all cards have in common: picture on top, number, reason of the slot, words below. */
export function CardFrame({ card, place, media, tall = false, children }: CardFrameProps) {
  const { strings } = useApp();
  const ref = useImpression(card, place);
  const slot = strings.card.slot[card.slotReason];
  return (
    <article
      ref={ref}
      data-card={card.id}
      className={`group relative flex h-full min-w-0 animate-fade flex-col overflow-hidden rounded-card border bg-surface shadow-card transition-[box-shadow,translate] duration-200 hover:-translate-y-0.5 hover:shadow-lift ${
        place.focused ? 'border-accent ring-1 ring-accent' : 'border-line'
      }`}
    >
      <div className={`relative ${tall ? 'grid flex-1' : ''}`}>
        {media}
        <OrdinalBadge ordinal={card.ordinal} />
        {slot !== '' && (
          <span className="pointer-events-none absolute start-3 bottom-3 rounded-full bg-surface/95 px-2.5 py-1 text-xs font-medium text-ink shadow-card">
            {slot}
          </span>
        )}
      </div>
      <div className={`flex flex-col gap-2 p-4 ${tall ? '' : 'flex-1'}`}>{children}</div>
    </article>
  );
}

function OrdinalBadge({ ordinal }: { ordinal: number }) {
  const { strings, format } = useApp();
  return (
    <span className="pointer-events-none absolute start-3 top-3 grid h-7 min-w-7 place-items-center rounded-full bg-surface/95 px-2 text-[0.8125rem] font-semibold tabular-nums shadow-card">
      <span className="sr-only">{strings.card.ordinal(format.number(ordinal))}</span>
      <span aria-hidden>{format.number(ordinal)}</span>
    </span>
  );
}
