import { useId } from 'react';
import type { Insights } from '../../../server/contract/insights.ts';
import { DataTable } from '../data-table.tsx';
import { usePage } from '../page-context.tsx';
import { Section } from '../section.tsx';

const WIDTH = 620;
const HEIGHT = 160;
/** Between two columns, as a share of one. */
const GAP = 0.2;

/** Columns over time, those that found nothing at the foot of each; the same as a table below. */
export function TurnsChart({ insights: { slots, turns } }: { insights: Insights }) {
  const { words, format } = usePage();
  const id = useId();
  const most = slots.reduce((best, slot) => (slot.turns > best.turns ? slot : best), { at: 0, turns: 0, nothing: 0 });
  const said = words.time.chart(format.number(turns.total), format.number(most.turns), format.dateTime(most.at));
  const step = WIDTH / Math.max(1, slots.length);
  const scale = HEIGHT / Math.max(1, most.turns);
  return (
    <Section heading={words.time.heading}>
      <figure className="flex flex-col gap-2">
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={id}
          className="h-40 w-full rtl:-scale-x-100"
        >
          <title id={id}>{said}</title>
          {slots.map(({ at, turns: count, nothing }, index) => {
            const [x, width] = [index * step + (step * GAP) / 2, step * (1 - GAP)];
            const found = (count - nothing) * scale;
            return (
              <g key={at}>
                <rect x={x} y={HEIGHT - count * scale} width={width} height={found} className="fill-accent" />
                <rect
                  x={x}
                  y={HEIGHT - nothing * scale}
                  width={width}
                  height={nothing * scale}
                  className="fill-star stroke-surface"
                />
              </g>
            );
          })}
          <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} className="stroke-line-strong" />
        </svg>
        <div className="flex justify-between text-xs text-muted tabular-nums">
          <span>{format.dateTime(slots[0]?.at ?? 0)}</span>
          <span>{format.dateTime(slots.at(-1)?.at ?? 0)}</span>
        </div>
        <figcaption className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-muted">
          <Legend look="bg-accent" label={words.time.found} />
          <Legend look="bg-star" label={words.time.nothing} />
        </figcaption>
      </figure>
      <details>
        <summary className="min-h-11 content-center text-sm font-medium">{words.time.asTable}</summary>
        <DataTable
          caption={words.time.heading}
          hideCaption
          empty={words.none}
          columns={[
            { label: words.time.begin },
            { label: words.time.turns, number: true },
            { label: words.time.nothing, number: true },
          ]}
          rows={slots
            .filter((slot) => slot.turns > 0)
            .map((slot) => ({
              key: String(slot.at),
              cells: [format.dateTime(slot.at), format.number(slot.turns), format.number(slot.nothing)],
            }))}
        />
      </details>
    </Section>
  );
}

function Legend({ look, label }: { look: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span aria-hidden className={`size-3 rounded-sm ${look}`} />
      {label}
    </span>
  );
}
