import { Play, X } from 'lucide-react';
import { useState } from 'react';
import type { VideoCard as Video } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';
import { IconButton } from '../ui/button.tsx';
import { CardFrame, type CardPlace } from './card-frame.tsx';
import { Picture } from './picture.tsx';
import { Reasons } from './reasons.tsx';

interface VideoCardProps {
  card: Video;
  place: CardPlace;
  onOpen: () => void;
}

export function VideoCard({ card, place, onOpen }: VideoCardProps) {
  const { strings, format } = useApp();
  return (
    <CardFrame card={card} place={place} tall media={<VideoFrame card={card} onPlay={onOpen} />}>
      <p className="text-xs font-medium text-accent-strong">{strings.card.video}</p>
      <h3 className="line-clamp-2 text-[0.9375rem] leading-snug font-medium break-words">{card.title}</h3>
      {card.creator && <p className="truncate text-[0.8125rem] text-muted">{card.creator}</p>}
      <p className="text-[0.8125rem] text-muted">
        {strings.card.products(card.products.length, format.number(card.products.length))}
      </p>
      <Reasons card={card} limit={2} />
    </CardFrame>
  );
}

/** Plays in place where the catalog has the media; elsewhere it stays a poster. */
function VideoFrame({ card, onPlay }: { card: Video; onPlay: () => void }) {
  const { strings, host } = useApp();
  const [playing, setPlaying] = useState(false);
  const [failed, setFailed] = useState(false);
  const play = () => {
    setPlaying(true);
    onPlay();
  };
  if (playing && !failed) {
    return (
      <div className="relative min-h-56 bg-black">
        {/* biome-ignore lint/a11y/useMediaCaption: a catalog has no caption tracks; its transcript is text that is searched, not timed */}
        <video
          src={card.media && host.resolveUrl(card.media)}
          poster={card.poster && host.resolveUrl(card.poster)}
          controls
          autoPlay
          playsInline
          onError={() => setFailed(true)}
          className="absolute inset-0 size-full object-contain"
        />
        <IconButton
          label={strings.card.stopVideo}
          onClick={() => setPlaying(false)}
          className="absolute end-2 top-2 bg-surface/90 shadow-card"
        >
          <X className="size-5" aria-hidden />
        </IconButton>
      </div>
    );
  }
  return (
    <div className="relative grid">
      <Picture src={card.poster} seed={card.id} className="min-h-56" fit="cover" />
      {card.media !== undefined && !failed && (
        <button
          type="button"
          aria-label={`${strings.card.play}: ${card.title}`}
          onClick={play}
          className="absolute inset-0 grid place-items-center"
        >
          <span className="grid size-14 place-items-center rounded-full bg-surface/95 text-accent shadow-lift transition-transform group-hover:scale-105">
            <Play className="ms-0.5 size-6 fill-current" aria-hidden />
          </span>
        </button>
      )}
      {failed && (
        <p className="absolute inset-x-3 bottom-3 rounded-xl bg-surface/95 p-2 text-xs">{strings.card.noMedia}</p>
      )}
      {card.durationSec !== undefined && !failed && <Duration seconds={card.durationSec} />}
    </div>
  );
}

function Duration({ seconds }: { seconds: number }) {
  const { format } = useApp();
  return (
    <span className="pointer-events-none absolute end-3 bottom-3 rounded-md bg-black/75 px-1.5 py-0.5 text-xs font-medium text-white tabular-nums">
      {format.duration(seconds)}
    </span>
  );
}
