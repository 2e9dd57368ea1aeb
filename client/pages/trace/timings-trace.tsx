import type { TurnTraceView } from '../../../server/contract/trace.ts';
import { DataTable } from '../data-table.tsx';
import { FactList } from '../fact-list.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { ShareBar } from '../share-bar.tsx';

export function TimingsTrace({ trace: { timings } }: { trace: TurnTraceView }) {
  const { words, format } = usePage();
  const stages = Object.entries(timings?.stages ?? {});
  const whole = Math.max(timings?.totalMs ?? 0, 0.01);
  const ms = (figure: number) => words.figures.ms(format.number(figure));
  return (
    <Section heading={words.timings.heading}>
      {timings && (
        <FactList
          facts={[
            [words.timings.firstCard, timings.firstCardMs === null ? undefined : ms(timings.firstCardMs)],
            [words.timings.whole, ms(timings.totalMs)],
          ]}
        />
      )}
      <DataTable
        caption={words.timings.caption}
        empty={words.timings.empty}
        columns={[{ label: words.timings.stage }, { label: words.timings.ms, number: true }]}
        rows={stages.map(([stage, figure]) => ({
          key: stage,
          cells: [
            stage,
            <span key="ms" className="inline-flex items-center justify-end gap-2">
              {format.number(figure)} <ShareBar share={figure / whole} />
            </span>,
          ],
        }))}
      />
    </Section>
  );
}
