import type { Insights } from '../../../server/contract/insights.ts';
import { describeFacet } from '../../constraints/describe-constraint.ts';
import { DataTable } from '../data-table.tsx';
import { describeWish } from '../describe-wish.ts';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';

export function AskedTable({ insights: { asked, currency } }: { insights: Insights }) {
  const page = usePage();
  const { words, format } = page;
  return (
    <Section heading={words.asked.heading}>
      <DataTable
        caption={words.asked.heading}
        hideCaption
        empty={words.asked.empty}
        columns={[{ label: words.asked.facet }, { label: words.times, number: true }, { label: words.asked.values }]}
        rows={asked.map(({ facet, count, values }) => ({
          key: facet,
          cells: [
            describeFacet(facet, page),
            format.number(count),
            format.list(
              values.map((wish) =>
                words.asked.valueCount(describeWish(wish, page, currency), format.number(wish.count)),
              ),
            ),
          ],
        }))}
      />
    </Section>
  );
}
