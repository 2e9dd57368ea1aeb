import type { ReactNode } from 'react';

export interface Column {
  label: string;
  /** Aligned at its end, figures under figures. */
  number?: boolean;
}

interface DataTableProps {
  caption: string;
  columns: Column[];
  /** The first cell of a row is its heading. */
  rows: { key: string; cells: ReactNode[] }[];
  /** Said in place of a table without rows. */
  empty: string;
  /** The section's heading says the same as the caption. */
  hideCaption?: boolean;
}

/** A table that a screen reader can walk; where it is wider than its place it scrolls, by keyboard too. */
export function DataTable({ caption, columns, rows, empty, hideCaption = false }: DataTableProps) {
  if (rows.length === 0) {
    return (
      <p className="text-sm text-muted">
        {!hideCaption && <span className="block pb-2 font-medium text-ink">{caption}</span>}
        {empty}
      </p>
    );
  }
  const align = (column: Column | undefined) => (column?.number ? 'text-end tabular-nums' : 'text-start');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark, and there are many tables
    <div role="group" aria-label={caption} tabIndex={0} className="relative max-h-[40rem] overflow-auto">
      <table className="w-full border-collapse text-sm">
        <caption className={hideCaption ? 'sr-only' : 'pb-2 text-start font-medium'}>{caption}</caption>
        <thead className="sticky top-0 bg-surface">
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={`border-b border-line-strong px-2 py-2 align-bottom text-xs font-medium text-muted first:ps-0 last:pe-0 ${align(column)}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key} className="border-b border-line last:border-0">
              <th scope="row" className={`min-w-24 py-2 pe-2 align-top font-medium break-words ${align(columns[0])}`}>
                {first}
              </th>
              {others.map((cell, index) => (
                <td
                  key={columns[index + 1]?.label}
                  className={`px-2 py-2 align-top last:pe-0 ${align(columns[index + 1])}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
