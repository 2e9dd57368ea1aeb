import type { TurnTraceView } from '../../../server/contract/trace.ts';
import { describeFacet } from '../../constraints/describe-constraint.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';

/** The row as the shopper saw it, with the reason for every place. */
export function CardsTrace({ trace: { row } }: { trace: TurnTraceView }) {
  const page = usePage();
  const { words, format } = page;
  if (row === undefined) {
    return (
      <Section heading={words.row.heading}>
        <p className="text-sm text-muted">{words.row.none}</p>
      </Section>
    );
  }
  const [shown, total] = [format.number(row.cards.length), format.number(row.total)];
  const relaxations = row.nearMiss?.relaxations ?? [];
  return (
    <Section
      heading={words.row.heading}
      lead={row.nearMiss ? words.row.nearMiss(shown, total) : words.row.total(shown, total)}
    >
      {relaxations.length > 0 && (
        <p className="text-sm">
          {words.row.relaxations}:{' '}
          {format.list(relaxations.map(({ label, count }) => words.row.relaxation(label, format.number(count))))}
        </p>
      )}
      <DataTable
        caption={words.row.caption}
        empty={words.row.none}
        columns={[
          { label: words.row.card },
          { label: words.row.place, number: true },
          { label: words.row.reason },
          { label: words.row.why },
          { label: words.row.unknowns },
        ]}
        rows={row.cards.map((card) => ({
          key: card.id,
          cells: [
            <span key="card" className="block min-w-40">
              {card.title}
              <code className="block text-xs font-normal text-muted">{card.id}</code>
            </span>,
            format.number(card.ordinal),
            words.row.reasons[card.slotReason],
            card.why.map(({ evidence }) => evidence).join(' · '),
            card.unknowns.map((facet) => describeFacet(facet, page)).join(', '),
          ],
        }))}
      />
    </Section>
  );
}
