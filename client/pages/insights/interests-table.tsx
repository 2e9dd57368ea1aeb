import type { Insights } from '../../../server/contract/insights.ts';
import { describeFacet } from '../../constraints/describe-constraint.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { ShareBar } from '../share-bar.tsx';

export function InterestsTable({ insights: { interests, sessions } }: { insights: Insights }) {
  const page = usePage();
  const { words, format } = page;
  return (
    <Section heading={words.interests.heading}>
      <DataTable
        caption={words.interests.heading}
        hideCaption
        empty={words.interests.empty}
        columns={[
          { label: words.interests.what },
          { label: words.asked.facet },
          { label: words.interests.sessions, number: true },
        ]}
        rows={interests.map(({ facet, value, sessions: count }) => ({
          key: `${facet} ${value}`,
          cells: [
            value,
            describeFacet(facet, page),
            <span key="share" className="inline-flex items-center justify-end gap-2">
              {format.number(count)} <ShareBar share={count / Math.max(1, sessions)} />
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
