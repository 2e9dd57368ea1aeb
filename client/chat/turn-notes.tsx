import { CircleAlert, RotateCw } from 'lucide-react';
import type { Turn } from '../state/conversation.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';

/** Codes that this client gives itself; their words are in the string files. */
const OWN_CODES = new Set(['no-answer', 'unreadable-answer']);

/** What went wrong or was left out, said once and quietly. */
export function TurnNotes({ turn, latest }: { turn: Turn; latest: boolean }) {
  const { strings, format } = useApp();
  const missing = turn.degraded.map((part) => strings.turn.degradedParts[part] ?? part);
  return (
    <>
      {turn.status === 'stopped' && <p className="mt-3 text-sm text-muted">{strings.turn.stopped}</p>}
      {turn.error && <TurnError turn={turn} latest={latest} />}
      {turn.unreadable > 0 && <Note>{strings.turn.unreadable}</Note>}
      {missing.length > 0 && <Note>{strings.turn.degraded(format.list(missing))}</Note>}
    </>
  );
}

function TurnError({ turn, latest }: { turn: Turn; latest: boolean }) {
  const { strings, connection } = useApp();
  const { code, message } = turn.error ?? { code: '', message: '' };
  return (
    <div className="mt-3 flex max-w-3xl flex-wrap items-center gap-x-4 gap-y-2 rounded-card bg-danger-soft px-4 py-3">
      <CircleAlert className="size-5 shrink-0 text-danger" aria-hidden />
      <p className="min-w-0 flex-1 basis-56 text-[0.9375rem] break-words">
        <span className="font-semibold">{strings.turn.failed}</span>{' '}
        {OWN_CODES.has(code) ? strings.turn.noAnswer : message}
      </p>
      {latest && (
        <Button onClick={() => connection.retry(turn.turnId)}>
          <RotateCw className="size-4" aria-hidden />
          {strings.turn.retry}
        </Button>
      )}
    </div>
  );
}

function Note({ children }: { children: string }) {
  return (
    <p className="mt-3 flex gap-2 text-[0.8125rem] text-muted">
      <CircleAlert className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      {children}
    </p>
  );
}
