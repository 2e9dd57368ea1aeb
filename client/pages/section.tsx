import { type ReactNode, useId } from 'react';

interface SectionProps {
  heading: string;
  lead?: ReactNode;
  children: ReactNode;
}

export function Section({ heading, lead, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-4 rounded-card bg-surface p-4 shadow-card sm:p-6"
    >
      <div className="flex flex-col gap-1">
        <h2 id={id} className="text-lg font-semibold tracking-tight">
          {heading}
        </h2>
        {lead && <p className="max-w-prose text-sm text-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
