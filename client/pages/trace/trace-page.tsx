import { TurnTraceView } from '../../../server/contract/trace.ts';
import { usePage } from '../page-context.tsx';
import { type Access, ReportView } from '../report-view.tsx';
import { Section } from '../section.tsx';
import { CardsTrace } from './cards-trace.tsx';
import { LedgerTrace } from './ledger-trace.tsx';
import { SearchTrace } from './search-trace.tsx';
import { TimingsTrace } from './timings-trace.tsx';
import { TurnFacts } from './turn-facts.tsx';
import { WishesTrace } from './wishes-trace.tsx';

/** One turn from its words to its cards, in the order in which it went. */
export default function TracePage({ turnId, ...access }: Access & { turnId: string }) {
  return (
    <ReportView path={`/api/trace/${turnId}`} schema={TurnTraceView} {...access}>
      {(trace) => <TraceView trace={trace} />}
    </ReportView>
  );
}

function TraceView({ trace }: { trace: TurnTraceView }) {
  const { words } = usePage();
  return (
    <>
      <TurnFacts trace={trace} />
      <LedgerTrace trace={trace} />
      <WishesTrace trace={trace} />
      {trace.searches === undefined || trace.searches.length === 0 ? (
        <Section heading={words.search.heading.row}>
          <p className="text-sm text-muted">{trace.searches ? words.search.none : words.search.notHeld}</p>
        </Section>
      ) : (
        trace.searches.map((search) => <SearchTrace key={search.purpose} search={search} />)
      )}
      <CardsTrace trace={trace} />
      <TimingsTrace trace={trace} />
    </>
  );
}
