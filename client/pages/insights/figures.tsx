import type { Insights } from '../../../server/contract/insights.ts';
import { usePage } from '../page-context.tsx';

/** The few numbers that one looks at first. */
export function Figures({ insights }: { insights: Insights }) {
  const { words, format } = usePage();
  const { turns, sessions, missed, latency } = insights;
  const share = (count: number) =>
    `${format.number(count)} (${format.percent(turns.total === 0 ? 0 : count / turns.total)})`;
  const ms = (figure: number | null) =>
    figure === null ? words.none : words.figures.ms(format.number(Math.round(figure * 10) / 10));
  const figures: [string, string][] = [
    [words.figures.turns, format.number(turns.total)],
    [words.figures.sessions, format.number(sessions)],
    [words.figures.nothing, share(missed.turns)],
    [words.figures.failed, share(turns.failed)],
    [words.figures.firstCard, ms(latency.firstCard.p50)],
    [words.figures.firstCardMost, ms(latency.firstCard.p95)],
    [words.figures.whole, ms(latency.whole.p50)],
    [words.figures.wholeMost, ms(latency.whole.p95)],
  ];
  return (
    <section aria-label={words.figures.label}>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {figures.map(([name, figure]) => (
          <div key={name} className="flex flex-col justify-between gap-2 rounded-card bg-surface p-4 shadow-card">
            <dt className="text-sm text-muted">{name}</dt>
            <dd className="text-xl font-semibold tracking-tight tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
