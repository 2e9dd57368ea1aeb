import type { Insights } from '../../../server/contract/insights.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';

export function FaultTables({ insights: { errors, degraded } }: { insights: Insights }) {
  const { words, format } = usePage();
  const columns = (first: string) => [{ label: first }, { label: words.times, number: true }];
  return (
    <Section heading={words.faults.heading}>
      <div className="grid gap-8 lg:grid-cols-2">
        <DataTable
          caption={words.faults.errors}
          empty={words.faults.errorsEmpty}
          columns={columns(words.faults.code)}
          rows={errors.map(({ code, count }) => ({ key: code, cells: [code, format.number(count)] }))}
        />
        <DataTable
          caption={words.faults.degraded}
          empty={words.faults.degradedEmpty}
          columns={columns(words.faults.part)}
          rows={degraded.map(({ part, count }) => ({ key: part, cells: [part, format.number(count)] }))}
        />
      </div>
    </Section>
  );
}
