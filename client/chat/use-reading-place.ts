import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Conversation, isActive } from '../state/conversation.ts';

/** How far below the fold the newest turn may begin before the button says so. */
const OUT_OF_SIGHT_PX = 80;

export interface ReadingPlace {
  /** The newest turn begins or goes on below what the reader sees. */
  newBelow: boolean;
  showNewest(): void;
}

/**
 * The page moves only for what this shopper did: their own new turn goes to the top, and nothing that streams in moves it.
 * A reader who is further up is told by a button.
 */
export function useReadingPlace(
  scroller: RefObject<HTMLElement | null>,
  { turns, lastSeq, historySeq }: Conversation,
): ReadingPlace {
  const [newBelow, setNewBelow] = useState(false);
  const newest = turns.at(-1);
  const shownTurn = useRef<string>(undefined);

  const newestElement = useCallback(
    () => scroller.current?.querySelector<HTMLElement>('[data-newest="true"]') ?? undefined,
    [scroller],
  );
  const showNewest = useCallback(() => {
    const view = scroller.current;
    const element = newestElement();
    if (view === null || element === undefined) return;
    // At once: a smooth scroll is cancelled by the cards that arrive while it runs. `scrollIntoView` would move a host page too.
    view.scrollTop += element.getBoundingClientRect().top - view.getBoundingClientRect().top;
    setNewBelow(false);
  }, [scroller, newestElement]);
  const look = useCallback(() => {
    const element = newestElement();
    const view = scroller.current;
    if (element === undefined || view === null) return setNewBelow(false);
    const begins = element.getBoundingClientRect().top - view.getBoundingClientRect().bottom;
    setNewBelow(begins > -OUT_OF_SIGHT_PX);
  }, [newestElement, scroller]);

  // History grows above the newest turn while it is replayed; not every browser holds the place by itself.
  const replaying = newest !== undefined && !newest.live && lastSeq <= historySeq;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every replayed part moves what is below it
  useLayoutEffect(() => {
    if (replaying) showNewest();
  }, [replaying, turns, showNewest]);

  useLayoutEffect(() => {
    if (newest === undefined || shownTurn.current === newest.turnId) return;
    const first = shownTurn.current === undefined;
    shownTurn.current = newest.turnId;
    const own = newest.live && newest.status === 'sending';
    if (own || first || !newest.live) showNewest();
    else look();
  }, [newest, showNewest, look]);

  useEffect(() => {
    const view = scroller.current;
    view?.addEventListener('scroll', look, { passive: true });
    return () => view?.removeEventListener('scroll', look);
  }, [scroller, look]);

  return { newBelow: newBelow && newest !== undefined && (!isActive(newest) || newest.rows.length > 0), showNewest };
}
