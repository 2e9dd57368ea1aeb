import type { Turn } from '../state/conversation.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { distinctBy } from '../ui/distinct-by.ts';

/** A question with its answers as buttons, and suggestions of what to say next. */
export function TurnOptions({ turn }: { turn: Turn }) {
  const { strings, connection } = useApp();
  const { question, suggestions } = turn;
  return (
    <>
      {question && (
        <div className="mt-5">
          <p className="text-[1.0625rem] font-medium">{question.question}</p>
          <ul aria-label={strings.turn.answers} className="mt-3 flex flex-wrap gap-2">
            {distinctBy(question.options, ({ label }) => label).map(({ label, edit }) => (
              <li key={label} className="max-w-full">
                <Button onClick={() => connection.send({ edit })} className="max-w-full border-line-strong">
                  <span className="truncate">{label}</span>
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {suggestions.length > 0 && (
        <ul aria-label={strings.turn.suggestions} className="mt-5 flex flex-wrap gap-2">
          {distinctBy(suggestions, ({ label }) => label).map(({ label, text }) => (
            <li key={label} className="max-w-full animate-fade">
              <Button onClick={() => connection.send({ text })} className="max-w-full">
                <span className="truncate">{label}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
