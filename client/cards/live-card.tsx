import { Radio } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LiveCard as Live } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';
import { CardFrame, type CardPlace } from './card-frame.tsx';
import { isWebAddress } from './is-web-address.ts';
import { Picture } from './picture.tsx';
import { Reasons } from './reasons.tsx';

interface LiveCardProps {
  card: Live;
  place: CardPlace;
  onOpen: () => void;
}

const LOOKS = {
  live: 'bg-danger text-surface',
  planned: 'bg-surface/95 text-ink',
  ended: 'bg-surface/95 text-muted',
} as const;

export function LiveCard({ card, place, onOpen }: LiveCardProps) {
  const { strings, format } = useApp();
  const { live } = strings.card;
  return (
    <CardFrame
      card={card}
      place={place}
      tall
      media={<Picture src={card.poster} seed={card.id} className="min-h-56" fit="cover" />}
    >
      <p
        className={`absolute end-3 top-3 flex h-7 items-center gap-1.5 rounded-full px-2.5 text-xs font-semibold shadow-card ${LOOKS[card.status]}`}
      >
        {card.status === 'live' && <Radio className="size-3.5" aria-hidden />}
        {live[card.status]}
      </p>
      <h3 className="line-clamp-2 text-[0.9375rem] leading-snug font-medium break-words">{card.title}</h3>
      {card.creator && <p className="truncate text-[0.8125rem] text-muted">{card.creator}</p>}
      {card.status === 'planned' && card.startsAt && <Countdown startsAt={card.startsAt} />}
      <p className="text-[0.8125rem] text-muted">
        {strings.card.products(card.products.length, format.number(card.products.length))}
      </p>
      <Reasons card={card} limit={2} />
      {card.status === 'live' && card.media && isWebAddress(card.media) && (
        <a
          href={card.media}
          target="_blank"
          rel="noreferrer"
          onClick={onOpen}
          className="mt-auto inline-flex min-h-11 items-center justify-center rounded-full bg-accent px-4 text-sm font-medium text-on-accent hover:bg-accent-strong"
        >
          {strings.card.watchLive}
        </a>
      )}
    </CardFrame>
  );
}

const TICK_MS = 30_000;
const DAY_MS = 24 * 60 * 60_000;

/** Counts down within a day; before that the date says more. */
function Countdown({ startsAt }: { startsAt: string }) {
  const { strings, format } = useApp();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const at = Date.parse(startsAt);
  if (Number.isNaN(at)) return null;
  const left = at - now;
  const words =
    left <= 0
      ? strings.card.startsSoon
      : left > DAY_MS
        ? strings.card.startsAt(format.dateTime(at))
        : strings.card.startsIn(format.countdown(left));
  return (
    <p className="text-[0.8125rem] font-medium text-accent-strong">
      <time dateTime={startsAt}>{words}</time>
    </p>
  );
}
