import type { Insights } from '../../../server/contract/insights.ts';
import { DataTable } from '../data-table.tsx';
import { describeWish } from '../describe-wish.ts';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';
import { ShareBar } from '../share-bar.tsx';
import { TraceLink } from '../trace-link.tsx';

/** What shoppers wanted and the shop does not have, or Aisle did not understand. */
export function MissedTables({ insights: { missed, currency } }: { insights: Insights }) {
  const page = usePage();
  const { words, format } = page;
  const { offered, taken } = missed.relaxations;
  const counted = (first: string) => [{ label: first }, { label: words.times, number: true }, { label: words.example }];
  const rowsOf = (lines: { label: string; count: number; turnId: string }[]) =>
    lines.map(({ label, count, turnId }) => ({
      key: label,
      cells: [label, format.number(count), <TraceLink key="trace" turnId={turnId} what={label} />],
    }));
  const wordsOf = (lines: Insights['missed']['phrases']) =>
    rowsOf(lines.map(({ words: label, ...line }) => ({ label, ...line })));
  return (
    <Section heading={words.missed.heading} lead={words.missed.lead(format.number(offered), format.number(taken))}>
      <div className="grid gap-8 lg:grid-cols-2">
        <DataTable
          caption={words.missed.unmet}
          empty={words.missed.unmetEmpty}
          columns={counted(words.missed.wish)}
          rows={rowsOf(missed.unmet.map((wish) => ({ ...wish, label: describeWish(wish, page, currency) })))}
        />
        <DataTable
          caption={words.missed.phrases}
          empty={words.missed.phrasesEmpty}
          columns={counted(words.missed.phrase)}
          rows={wordsOf(missed.phrases)}
        />
        <DataTable
          caption={words.missed.unsupported}
          empty={words.missed.unsupportedEmpty}
          columns={counted(words.missed.words)}
          rows={wordsOf(missed.unsupported)}
        />
        <DataTable
          caption={words.missed.categories}
          empty={words.missed.categoriesEmpty}
          columns={[
            { label: words.missed.category },
            { label: words.missed.searches, number: true },
            { label: words.missed.nothing, number: true },
          ]}
          rows={missed.categories.map(({ category, searches, nothing }) => ({
            key: category,
            cells: [
              category,
              format.number(searches),
              <span key="share" className="inline-flex items-center justify-end gap-2">
                {format.number(nothing)} <ShareBar share={nothing / searches} />
              </span>,
            ],
          }))}
        />
      </div>
    </Section>
  );
}
