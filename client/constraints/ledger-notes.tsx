import { CircleAlert, MessageCircleQuestionMark } from 'lucide-react';
import type { LedgerEntry } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';

/** What of the shopper's words was not applied, in plain sight under them. */
export function LedgerNotes({ ledger }: { ledger: LedgerEntry[] }) {
  const { strings } = useApp();
  const unsupported = ledger.filter(({ outcome }) => outcome === 'unsupported');
  const asked = ledger.filter(({ outcome }) => outcome === 'asked');
  if (unsupported.length + asked.length === 0) return null;
  return (
    <div className="mt-2 flex flex-col items-end gap-1 text-[0.8125rem]">
      {unsupported.length > 0 && (
        <p className="flex gap-1.5 text-warn" title={strings.turn.unsupportedHelp}>
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span>
            {strings.turn.unsupported}: <Quoted entries={unsupported} />
            <span className="block text-muted">{strings.turn.unsupportedHelp}</span>
          </span>
        </p>
      )}
      {asked.length > 0 && (
        <p className="flex gap-1.5 text-muted">
          <MessageCircleQuestionMark className="mt-0.5 size-4 shrink-0" aria-hidden />
          <span>
            {strings.turn.asked}: <Quoted entries={asked} />
          </span>
        </p>
      )}
    </div>
  );
}

function Quoted({ entries }: { entries: LedgerEntry[] }) {
  return (
    <>
      {entries.map(({ words, start }, index) => (
        <span key={`${start} ${words}`}>
          {index > 0 && ', '}
          <q className="font-medium">{words}</q>
        </span>
      ))}
    </>
  );
}
