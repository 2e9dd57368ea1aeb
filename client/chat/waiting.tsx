import type { Act } from '../../server/contract/index.ts';
import { SkeletonRow } from '../cards/skeleton-row.tsx';
import { isActive, type Turn } from '../state/conversation.ts';
import { useApp } from '../ui/app-context.tsx';

/** Acts that end in a row: only for them is its room held. */
const WITH_ROW = new Set<Act>(['search', 'refine', 'relax', 'undo', 'more', 'similar']);

/** What stands in place of an answer that is still on its way. */
export function Waiting({ turn }: { turn: Turn }) {
  const { strings } = useApp();
  if (!isActive(turn) || turn.rows.length > 0) return null;
  const act = turn.understanding?.act;
  const expectsRow = act === undefined || WITH_ROW.has(act);
  return (
    <div className="animate-fade [animation-delay:120ms]">
      {turn.answer === '' && (
        <p className="flex min-h-7 items-center gap-2.5 text-[0.9375rem] text-muted">
          <span aria-hidden className="flex gap-1">
            <span className="size-1.5 animate-shimmer rounded-full bg-accent" />
            <span className="size-1.5 animate-shimmer rounded-full bg-accent [animation-delay:200ms]" />
            <span className="size-1.5 animate-shimmer rounded-full bg-accent [animation-delay:400ms]" />
          </span>
          {strings.turn.working}
        </p>
      )}
      {expectsRow && (
        <div className="mt-16">
          <SkeletonRow />
        </div>
      )}
    </div>
  );
}
