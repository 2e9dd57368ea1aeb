import { ListX, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useApp, useAppState } from '../ui/app-context.tsx';
import { ConstraintChip } from './constraint-chip.tsx';

/** Everything the search keeps to, above the message field: seen before the next word is written. */
export function ConstraintBar() {
  const { strings, connection } = useApp();
  const constraints = useAppState((state) => state.conversation.constraints);
  const canUndo = useAppState((state) => state.conversation.canUndo);
  if (constraints.length === 0 && !canUndo) return null;
  const words = strings.constraints;
  return (
    <section aria-label={words.label} className="flex items-start pb-2">
      <ul className="flex min-w-0 flex-1 snap-x gap-2 overflow-x-auto py-0.5 ps-1 [scrollbar-width:none] sm:flex-wrap sm:overflow-visible">
        {constraints.map((constraint) => (
          <li key={constraint.id} className="shrink-0 snap-start animate-fade">
            <ConstraintChip
              constraint={constraint}
              onRemove={() => connection.send({ edit: { remove: constraint.id } })}
              onSet={(changed) => connection.send({ edit: { set: changed } })}
            />
          </li>
        ))}
      </ul>
      {constraints.length > 1 && (
        <BarButton onClick={() => connection.send({ edit: { clear: true } })}>
          <ListX className="size-4" aria-hidden />
          <span className="sr-only sm:not-sr-only">{words.clearAll}</span>
        </BarButton>
      )}
      {canUndo && (
        <BarButton onClick={() => connection.send({ edit: { undo: true } })}>
          <Undo2 className="size-4" aria-hidden />
          <span className="sr-only sm:not-sr-only">{words.undo}</span>
        </BarButton>
      )}
    </section>
  );
}

function BarButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="mt-0.5 flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 rounded-full px-3 text-sm font-medium text-muted transition-colors hover:bg-sunken hover:text-ink"
    >
      {children}
    </button>
  );
}
