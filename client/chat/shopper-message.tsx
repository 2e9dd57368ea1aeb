import { Pencil } from 'lucide-react';
import { describeEdit } from '../constraints/describe-constraint.ts';
import { LedgerNotes } from '../constraints/ledger-notes.tsx';
import type { Turn } from '../state/conversation.ts';
import { useApp, useAppState, useWords } from '../ui/app-context.tsx';

interface ShopperMessageProps {
  turn: Turn;
  /** Only the newest message can be taken up again. */
  onEdit?: () => void;
}

/** The shopper's side of a turn: words in a bubble, or a change made by hand as a quiet line. */
export function ShopperMessage({ turn, onEdit }: ShopperMessageProps) {
  const { strings } = useApp();
  const known = useAppState((state) => state.conversation.known);
  const words = useWords();
  if (turn.edit !== undefined) {
    return <QuietLine>{describeEdit(turn.edit, known, words)}</QuietLine>;
  }
  if (turn.text === undefined) return <QuietLine>{strings.turn.otherTab}</QuietLine>;
  return (
    <div className="flex flex-col items-end ps-10 sm:ps-24">
      <div className="flex max-w-full items-center gap-1">
        {onEdit && (
          <button
            type="button"
            aria-label={strings.turn.edit}
            title={strings.turn.edit}
            onClick={onEdit}
            className="grid size-11 shrink-0 place-items-center rounded-full text-muted transition-colors hover:bg-sunken hover:text-ink"
          >
            <Pencil className="size-4" aria-hidden />
          </button>
        )}
        <h2 className="min-w-0 rounded-3xl rounded-ee-lg bg-accent-soft px-5 py-3 text-base leading-relaxed font-normal break-words whitespace-pre-wrap">
          <span className="sr-only">{strings.turn.you}: </span>
          {turn.text}
        </h2>
      </div>
      {turn.understanding && <LedgerNotes ledger={turn.understanding.ledger} />}
    </div>
  );
}

function QuietLine({ children }: { children: string }) {
  return (
    <div className="flex items-center gap-3 text-[0.8125rem] text-muted">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <h2 className="max-w-[75%] truncate font-medium">{children}</h2>
      <span aria-hidden className="h-px flex-1 bg-line" />
    </div>
  );
}
