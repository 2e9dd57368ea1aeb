import { Compass } from 'lucide-react';
import type { NearMiss } from '../../server/contract/index.ts';
import { useApp } from '../ui/app-context.tsx';
import { Button } from '../ui/button.tsx';
import { distinctBy } from '../ui/distinct-by.ts';

interface NearMissBannerProps {
  nearMiss: NearMiss;
  /** Only the newest turn can be changed: older edits speak of wishes that may be gone. */
  usable: boolean;
}

/** Says plainly that nothing fits, and what one change would bring, with exact counts. */
export function NearMissBanner({ nearMiss, usable }: NearMissBannerProps) {
  const { strings, format, connection } = useApp();
  const useful = usable ? nearMiss.relaxations.filter(({ count }) => count > 0) : [];
  const relaxations = distinctBy(useful, ({ label }) => label);
  return (
    <section className="mb-4 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5">
      <div className="flex gap-3.5">
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-warn-soft text-warn">
          <Compass className="size-5" aria-hidden />
        </span>
        <div className="min-w-0">
          <p className="font-semibold">{strings.row.nearMiss}</p>
          <p className="mt-0.5 text-sm text-muted">
            {relaxations.length > 0 ? strings.row.nearMissLead : strings.row.nearMissOnly}
          </p>
        </div>
      </div>
      {relaxations.length > 0 && (
        <ul className="mt-4 flex flex-wrap gap-2">
          {relaxations.map(({ label, count, edit }) => (
            <li key={label}>
              <Button onClick={() => connection.send({ edit })} className="max-w-full border-line-strong">
                <span className="truncate">{label}</span>
                <span className="rounded-full bg-accent-soft px-2 py-0.5 text-xs font-semibold whitespace-nowrap text-accent-strong tabular-nums">
                  {strings.row.all(count, format.number(count))}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
