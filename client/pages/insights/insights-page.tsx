import { useState } from 'react';
import { Insights } from '../../../server/contract/insights.ts';
import { Segments } from '../../ui/segments.tsx';
import { usePage } from '../page-context.tsx';
import { type Access, ReportView } from '../report-view.tsx';
import { ActsTable } from './acts-table.tsx';
import { AskedTable } from './asked-table.tsx';
import { CardsTable } from './cards-table.tsx';
import { FaultTables } from './fault-tables.tsx';
import { Figures } from './figures.tsx';
import { InterestsTable } from './interests-table.tsx';
import { MissedTables } from './missed-tables.tsx';
import { type Days, daysOf, PERIODS, queryOf, rememberDays } from './period.ts';
import { TurnsChart } from './turns-chart.tsx';

export default function InsightsPage(access: Access) {
  const { words } = usePage();
  const [days, setDays] = useState(() => daysOf(window.location.search));
  const choose = (choice: string) => {
    const chosen = Number(choice) as Days;
    rememberDays(chosen);
    setDays(chosen);
  };
  const query = queryOf(days, window.location.search);
  return (
    <>
      <div className="max-w-xl">
        <Segments
          label={words.period.label}
          value={String(days)}
          choices={PERIODS.map((period) => ({ value: String(period), label: words.period.days[period] }))}
          onChange={choose}
        />
      </div>
      <ReportView path={`/api/insights${query}`} schema={Insights} {...access}>
        {(insights) => <InsightsView insights={insights} />}
      </ReportView>
    </>
  );
}

function InsightsView({ insights }: { insights: Insights }) {
  const { words, format } = usePage();
  const { since, until, turns, truncated } = insights;
  return (
    <>
      <p role="status" className="-mb-4 text-sm text-muted">
        {words.period.range(format.dateTime(since), format.dateTime(until))}
        {truncated && ` ${words.period.truncated}`}
      </p>
      {turns.total === 0 ? (
        <div className="rounded-card bg-surface p-6 shadow-card">
          <h2 className="text-lg font-semibold">{words.empty.title}</h2>
          <p className="text-sm text-muted">{words.empty.lead}</p>
        </div>
      ) : (
        <>
          <Figures insights={insights} />
          <TurnsChart insights={insights} />
          <div className="grid gap-8 lg:grid-cols-2">
            <AskedTable insights={insights} />
            <ActsTable insights={insights} />
          </div>
          <MissedTables insights={insights} />
          <div className="grid gap-8 lg:grid-cols-2">
            <CardsTable insights={insights} />
            <InterestsTable insights={insights} />
          </div>
          <FaultTables insights={insights} />
        </>
      )}
    </>
  );
}
