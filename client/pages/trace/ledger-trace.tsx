import type { ReactNode } from 'react';
import type { LedgerEntry } from '../../../server/contract/index.ts';
import type { TurnTraceView } from '../../../server/contract/trace.ts';
import { DataTable } from '../data-table.tsx';
import { describeWish } from '../describe-wish.ts';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';

/** The shopper's text with its phrases marked, and what became of each. */
export function LedgerTrace({ trace: { request, ledger, constraints, currency } }: { trace: TurnTraceView }) {
  const page = usePage();
  const { words } = page;
  const wishOf = (id: string | undefined) => {
    const traced = constraints.find(({ constraint }) => constraint.id === id);
    return traced && describeWish(traced.constraint, page, currency);
  };
  return (
    <Section heading={words.ledger.heading}>
      {request.text !== undefined && <p className="text-lg break-words">{markPhrases(request.text, ledger)}</p>}
      <DataTable
        caption={words.ledger.caption}
        empty={words.ledger.empty}
        columns={[
          { label: words.ledger.words },
          { label: words.ledger.place, number: true },
          { label: words.ledger.outcome },
          { label: words.ledger.wish },
        ]}
        rows={ledger.map((entry) => ({
          key: `${entry.start}-${entry.end}-${entry.constraintId ?? ''}`,
          cells: [
            entry.words,
            `${entry.start}–${entry.end}`,
            words.ledger.outcomes[entry.outcome],
            wishOf(entry.constraintId) ?? '',
          ],
        }))}
      />
    </Section>
  );
}

/** Phrases that overlap are marked as one. */
function markPhrases(text: string, ledger: LedgerEntry[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of [...ledger].sort((a, b) => a.start - b.start)) {
    const from = Math.max(at, start);
    if (end <= from) continue;
    pieces.push(
      text.slice(at, from),
      <mark key={from} className="rounded bg-accent-soft px-0.5 text-accent-strong">
        {text.slice(from, end)}
      </mark>,
    );
    at = end;
  }
  return [...pieces, text.slice(at)];
}
