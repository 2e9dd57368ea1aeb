import { Heart, ThumbsDown } from 'lucide-react';
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
    if (kind === opinion) return;
    connection.mark(kind, { itemId: card.id, turnId: place.turnId, position: card.ordinal });
  };
  const look = 'bg-surface/90 shadow-card hover:bg-surface';
  return (
    <div className={`flex gap-1.5 ${className}`}>
      <IconButton
        label={`${strings.card.like}: ${card.title}`}
        aria-pressed={opinion === 'like'}
        onClick={say('like')}
        className={`${look} ${opinion === 'like' ? 'text-danger' : 'text-muted hover:text-ink'}`}
      >
        <Heart className={`size-5 ${opinion === 'like' ? 'fill-current' : ''}`} aria-hidden />
      </IconButton>
      <IconButton
        label={`${strings.card.dislike}: ${card.title}`}
        aria-pressed={opinion === 'dislike'}
        onClick={say('dislike')}
        className={`${look} ${opinion === 'dislike' ? 'text-ink' : 'text-muted hover:text-ink'}`}
      >
        <ThumbsDown className={`size-4.5 ${opinion === 'dislike' ? 'fill-current' : ''}`} aria-hidden />
      </IconButton>
    </div>
  );
}
