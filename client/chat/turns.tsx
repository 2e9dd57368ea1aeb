import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { Turn } from '../state/conversation.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { TurnView } from './turn-view.tsx';

interface TurnsProps {
  turns: Turn[];
  scroller: RefObject<HTMLElement | null>;
  onEdit: (text: string) => void;
}

/** So many of the newest turns are always drawn: their heights must be true while the page goes to the last. */
const ALWAYS_DRAWN = 4;
/** Height of a turn that was never drawn: one line of two rows of cards with its words. */
const ESTIMATED_PX = 900;

/** Old turns are drawn only near the screen: a conversation of hundreds of turns stays as quick as one of ten. */
export function Turns({ turns, scroller, onEdit }: TurnsProps) {
  const old = Math.max(0, turns.length - ALWAYS_DRAWN);
  const virtualizer = useVirtualizer({
    count: old,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_PX,
    getItemKey: (index) => turns[index]?.turnId ?? index,
    overscan: 2,
  });
  useWantedTurn(turns, old, scroller, (index) => virtualizer.scrollToIndex(index, { align: 'start' }));
  const last = turns.length - 1;
  return (
    <div className="flex min-h-full flex-col">
      <div className="relative shrink-0" style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className="absolute inset-x-0 top-0"
            style={{ transform: `translateY(${start}px)` }}
          >
            <Place turns={turns} index={index} onEdit={onEdit} />
          </div>
        ))}
      </div>
      {turns.slice(old).map((turn, offset) => {
        const newest = old + offset === last;
        return (
          <div key={turn.turnId} data-newest={newest} className={newest ? 'min-h-[100cqb] flex-1' : ''}>
            <Place turns={turns} index={old + offset} onEdit={onEdit} />
          </div>
        );
      })}
    </div>
  );
}

function Place({ turns, index, onEdit }: { turns: Turn[]; index: number; onEdit: (text: string) => void }) {
  const turn = turns[index];
  if (turn === undefined) return null;
  return (
    <>
      <DayLine turn={turn} before={turns[index - 1]} />
      <TurnView turn={turn} latest={index === turns.length - 1} onEdit={onEdit} />
    </>
  );
}

/** Stands where a new day begins. */
function DayLine({ turn, before }: { turn: Turn; before?: Turn }) {
  const { format } = useApp();
  if (before === undefined) return null;
  const day = format.day(turn.startedAt);
  return day === format.day(before.startedAt) ? null : (
    <p className="pt-6 text-center text-xs font-medium text-muted">{day}</p>
  );
}

/** Takes the reader to the turn that was chosen in the history. */
function useWantedTurn(
  turns: Turn[],
  old: number,
  scroller: RefObject<HTMLElement | null>,
  showOld: (index: number) => void,
) {
  const { store } = useApp();
  const wanted = useAppState((state) => state.wantedTurn);
  useEffect(() => {
    if (wanted === undefined) return;
    store.set({ wantedTurn: undefined });
    const index = turns.findIndex(({ turnId }) => turnId === wanted);
    if (index < 0) return;
    if (index < old) return showOld(index);
    const view = scroller.current;
    const element = view?.querySelector(`[data-turn="${CSS.escape(wanted)}"]`);
    if (view && element) view.scrollTop += element.getBoundingClientRect().top - view.getBoundingClientRect().top;
  });
}
