import { useEffect, useRef } from 'react';
import type { Card } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';
import type { CardPlace } from './card-frame.tsx';

/** More than half of the card on screen counts as seen. */
const SEEN_SHARE = 0.5;

/** Outlives the components: a row that is drawn again has not been seen again. */
const seen = new Set<string>();

/** Records once per turn and card that the shopper had it before their eyes. */
export function useImpression(card: Pick<Card, 'id' | 'ordinal'>, { turnId, live }: CardPlace) {
  const ref = useRef<HTMLElement>(null);
  const { connection } = useApp();
  const { id, ordinal } = card;
  useEffect(() => {
    const key = `${turnId} ${id}`;
    const element = ref.current;
    if (!live || element === null || seen.has(key)) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        seen.add(key);
        connection.record({ kind: 'impression', itemId: id, turnId, position: ordinal });
      },
      { threshold: SEEN_SHARE },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [id, ordinal, turnId, live, connection]);
  return ref;
}
