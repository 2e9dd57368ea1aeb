import { ArrowDown } from 'lucide-react';
import { useRef } from 'react';
import type { Turn } from '../state/conversation.ts';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { EmptyState } from './empty-state.tsx';
import { TurnView } from './turn-view.tsx';
import { useReadingPlace } from './use-reading-place.ts';

/** The conversation, oldest first. The newest turn is as tall as the view: its beginning can stand at the top. */
export function MessageList({ onEdit }: { onEdit: (text: string) => void }) {
  const { strings } = useApp();
  const scroller = useRef<HTMLElement>(null);
  const conversation = useAppState((state) => state.conversation);
  const { turns } = conversation;
  const { newBelow, showNewest } = useReadingPlace(scroller, conversation);
  return (
    <div className="relative min-h-0 flex-1 [container-type:size]">
      <main
        ref={scroller}
        aria-label={strings.turn.conversation}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="relative flex h-full flex-col overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        <div className="mx-auto w-full max-w-[82rem] flex-1 px-4 sm:px-6 lg:px-8">
          {turns.length === 0 ? <EmptyState /> : <Turns turns={turns} onEdit={onEdit} />}
        </div>
      </main>
      {newBelow && (
        <button
          type="button"
          onClick={showNewest}
          className="absolute bottom-3 left-1/2 flex min-h-11 -translate-x-1/2 animate-rise items-center gap-2 rounded-full border border-line bg-raised px-4 text-sm font-medium shadow-lift"
        >
          <ArrowDown className="size-4 text-accent" aria-hidden />
          {strings.turn.newResults}
        </button>
      )}
    </div>
  );
}

function Turns({ turns, onEdit }: { turns: Turn[]; onEdit: (text: string) => void }) {
  const last = turns.length - 1;
  return (
    <ol className="flex min-h-full flex-col">
      {turns.map((turn, index) => (
        <li key={turn.turnId} data-newest={index === last} className={placeOf(index, last)}>
          <DayLine turn={turn} before={turns[index - 1]} />
          <TurnView turn={turn} latest={index === last} onEdit={onEdit} />
        </li>
      ))}
    </ol>
  );
}

/** So many of the newest turns are always laid out: their heights must be true while the page scrolls to the last. */
const ALWAYS_DRAWN = 4;

function placeOf(index: number, last: number): string {
  if (index === last) return 'min-h-[100cqb] flex-1';
  return last - index < ALWAYS_DRAWN ? '' : 'turn-offscreen';
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
