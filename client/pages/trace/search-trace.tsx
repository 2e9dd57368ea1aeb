import type { TracedCondition, TracedSearch } from '../../../server/contract/trace.ts';
import { DataTable } from '../data-table.tsx';
import { FactList } from '../fact-list.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { CandidatesTrace } from './candidates-trace.tsx';
import { Source } from './source.tsx';

/** A search: what was asked of Qdrant, in words and as it was sent, and what came back with its scores. */
export function SearchTrace({ search }: { search: TracedSearch }) {
  const { words, format } = usePage();
  const { order } = search;
  const stems = Object.entries(search.sparse).map(([stem, weight]) => `${stem} ${format.number(weight)}`);
  return (
    <Section heading={words.search.heading[search.purpose]}>
      <DataTable
        caption={words.search.conditions}
        empty={words.search.conditionsEmpty}
        columns={[{ label: words.search.facet }, { label: words.search.condition }, { label: words.search.admits }]}
        rows={search.conditions.map((condition, index) => ({
          key: `${condition.constraintId}-${index}`,
          cells: [
            condition.facet,
            <Condition key="condition" condition={condition} />,
            words.search.admit[condition.admit],
          ],
        }))}
      />
      <FactList
        facts={[
          [words.search.stems, stems.length > 0 ? stems.join(', ') : words.none],
          [words.search.dense, search.dense ? words.search.yes : words.search.no],
          [words.search.order, order && `${order.key}: ${words.search.directions[order.direction]}`],
          [words.search.limit, format.number(search.limit)],
          [words.search.total, format.number(search.total)],
          [words.search.excluded, search.excluded > 0 ? format.number(search.excluded) : undefined],
        ]}
      />
      <Source label={words.search.filter} text={JSON.stringify(search.filter, null, 2)} />
      <CandidatesTrace search={search} />
    </Section>
  );
}

function Condition({ condition: { negated, any, low, high } }: { condition: TracedCondition }) {
  const { words, format } = usePage();
  const bounds = [
    low === undefined ? '' : `≥ ${format.number(low)}`,
    high === undefined ? '' : `≤ ${format.number(high)}`,
  ];
  return (
    <>
      {negated && <strong>{words.search.not} </strong>}
      {any === undefined ? (
        bounds.filter((bound) => bound !== '').join(' · ')
      ) : (
        <>
          {words.search.oneOf} <code className="break-words">{any.join(', ')}</code>
        </>
      )}
    </>
  );
}
