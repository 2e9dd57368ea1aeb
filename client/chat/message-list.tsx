import { ArrowDown } from 'lucide-react';
import { useRef } from 'react';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { EmptyState } from './empty-state.tsx';
import { Turns } from './turns.tsx';
import { useReadingPlace } from './use-reading-place.ts';

interface MessageListProps {
  /** Inside a shop's page the shop has the main landmark. */
  ownPage: boolean;
  onEdit: (text: string) => void;
}

/** The conversation, oldest first. The newest turn is as tall as the view: its beginning can stand at the top. */
export function MessageList({ ownPage, onEdit }: MessageListProps) {
  const { strings } = useApp();
  const scroller = useRef<HTMLElement>(null);
  const conversation = useAppState((state) => state.conversation);
  const { turns } = conversation;
  const Landmark = ownPage ? 'main' : 'section';
  const { newBelow, showNewest } = useReadingPlace(scroller, conversation);
  return (
    <div className="relative min-h-0 flex-1 [container-type:size]">
      <Landmark
        ref={scroller}
        data-conversation
        aria-label={strings.turn.conversation}
        tabIndex={0}
        className="relative flex h-full flex-col overflow-y-auto overscroll-contain focus-visible:-outline-offset-2"
      >
        <div className="mx-auto w-full max-w-[82rem] flex-1 px-4 sm:px-6 lg:px-8">
          {turns.length === 0 ? <EmptyState /> : <Turns turns={turns} scroller={scroller} onEdit={onEdit} />}
        </div>
      </Landmark>
      {newBelow && (
        <button
          type="button"
          onClick={showNewest}
          className="absolute inset-x-0 bottom-3 mx-auto flex min-h-11 w-fit animate-rise items-center gap-2 rounded-full border border-line bg-raised px-4 text-sm font-medium shadow-lift"
        >
          <ArrowDown className="size-4 text-accent" aria-hidden />
          {strings.turn.newResults}
        </button>
      )}
    </div>
  );
}
