import { Heart, ThumbsDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Card } from '../../server/contract/index.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import type { CardPlace } from './card-frame.tsx';

interface OpinionButtonsProps {
  card: Card;
  place: CardPlace;
  className?: string;
}

export function OpinionButtons({ card, place, className = '' }: OpinionButtonsProps) {
  const { strings, connection } = useApp();
  const opinion = useAppState((state) => state.marks.opinions[card.id]);
  const say = (kind: 'like' | 'dislike') => () => {
    if (kind !== opinion) connection.mark(kind, card, place.turnId);
    else connection.markHere({ type: 'unsaved', itemId: card.id });
  };
  return (
    <div className={`flex ${className}`}>
      <IconButton
        label={`${strings.card.like}: ${card.title}`}
        aria-pressed={opinion === 'like'}
        onClick={say('like')}
        className={`group/like ${opinion === 'like' ? 'text-danger' : 'text-muted hover:text-ink'}`}
      >
        <Disc>
          <Heart className={`size-4.5 ${opinion === 'like' ? 'fill-current' : ''}`} aria-hidden />
        </Disc>
      </IconButton>
      <IconButton
        label={`${strings.card.dislike}: ${card.title}`}
        aria-pressed={opinion === 'dislike'}
        onClick={say('dislike')}
        className={`group/like ${opinion === 'dislike' ? 'text-ink' : 'text-muted hover:text-ink'}`}
      >
        <Disc>
          <ThumbsDown className={`size-4 ${opinion === 'dislike' ? 'fill-current' : ''}`} aria-hidden />
        </Disc>
      </IconButton>
    </div>
  );
}

/** Smaller than the button: the target keeps its 44 px without covering the picture. */
function Disc({ children }: { children: ReactNode }) {
  return (
    <span className="grid size-8.5 place-items-center rounded-full bg-surface/95 shadow-card transition-transform group-hover/like:scale-105">
      {children}
    </span>
  );
}
