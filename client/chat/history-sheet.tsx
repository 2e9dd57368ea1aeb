import { describeEdit } from '../constraints/describe-constraint.ts';
import { useApp, useAppState, useWords } from '../ui/app-context.tsx';
import { MenuLine } from '../ui/menu-line.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface HistorySheetProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What was asked in this session, as a way back to each place. */
export default function HistorySheet({ open, onOpenChange }: HistorySheetProps) {
  const { strings, format, store } = useApp();
  const words = useWords();
  const turns = useAppState((state) => state.conversation.turns);
  const known = useAppState((state) => state.conversation.known);
  const goTo = (turnId: string) => {
    onOpenChange(false);
    store.set({ wantedTurn: turnId });
  };
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={strings.header.history}
      description={strings.header.historyLead}
    >
      <ol className="-mx-3">
        {turns.map((turn) => (
          <li key={turn.turnId}>
            <MenuLine onClick={() => goTo(turn.turnId)} className="py-2">
              <span className={`min-w-0 flex-1 break-words ${turn.text === undefined ? 'text-muted' : 'font-medium'}`}>
                {turn.text ?? (turn.edit ? describeEdit(turn.edit, known, words) : strings.turn.otherTab)}
              </span>
              <time dateTime={new Date(turn.startedAt).toISOString()} className="text-xs whitespace-nowrap text-muted">
                {format.dateTime(turn.startedAt)}
              </time>
            </MenuLine>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
