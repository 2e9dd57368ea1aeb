import { useId } from 'react';
import { useApp } from '../ui/app-context.tsx';
import { MenuLine } from '../ui/menu-line.tsx';
import type { OfferedValue } from './offered-values.ts';

interface ValueListProps {
  values: OfferedValue[];
  onChoose: (value: string) => void;
}

export function ValueList({ values, onChoose }: ValueListProps) {
  const { strings, format } = useApp();
  const id = useId();
  const words = strings.constraints;
  return (
    <>
      <p id={id} className="mt-4 px-1 text-sm font-semibold text-muted">
        {words.others}
      </p>
      <ul aria-labelledby={id}>
        {values.map(({ value, seen }) => (
          <li key={value}>
            <MenuLine onClick={() => onChoose(value)} className="justify-between">
              <span className="flex min-w-0 items-center gap-2.5">
                <Swatch value={value} />
                <span className="truncate">{value}</span>
              </span>
              {seen !== undefined && (
                <span className="text-xs whitespace-nowrap text-muted tabular-nums">
                  {words.seen(format.number(seen))}
                </span>
              )}
            </MenuLine>
          </li>
        ))}
      </ul>
    </>
  );
}

/** A dot where the browser itself knows the value as the name of a colour. */
function Swatch({ value }: { value: string }) {
  const colour = value.toLowerCase().replaceAll(' ', '');
  if (!CSS.supports('color', colour) || colour === 'transparent') return null;
  return (
    <span
      aria-hidden
      className="size-4 shrink-0 rounded-full border border-line-strong"
      style={{ background: colour }}
    />
  );
}
