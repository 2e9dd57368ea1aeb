import type { Insights } from '../../../server/contract/insights.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { ShareBar } from '../share-bar.tsx';

export function ActsTable({ insights: { acts, turns } }: { insights: Insights }) {
  const { words, format } = usePage();
  return (
    <Section heading={words.acts.heading}>
      <DataTable
        caption={words.acts.heading}
        hideCaption
        empty={words.none}
        columns={[
          { label: words.acts.column },
          { label: words.times, number: true },
          { label: words.share, number: true },
        ]}
        rows={acts.map(({ act, count }) => ({
          key: act,
          cells: [
            words.acts.names[act],
            format.number(count),
            <span key="share" className="inline-flex items-center justify-end gap-2">
              {format.percent(count / turns.total)} <ShareBar share={count / turns.total} />
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
