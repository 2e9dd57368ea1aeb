import type { ReactNode } from 'react';

/** Names with what belongs to them; what is undefined is left out. */
export function FactList({ facts }: { facts: [name: string, value: ReactNode | undefined][] }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-x-6 gap-y-4">
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-xs text-muted">{name}</dt>
            <dd className="font-medium break-words tabular-nums">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
