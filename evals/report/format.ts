import type { Difference, Figure } from '../metrics/figure.ts';

export const formatValue = (value: number): string => (Number.isFinite(value) ? value.toFixed(3) : '–');
export const formatInterval = ({ low, high }: { low: number; high: number }): string =>
  `${formatValue(low)}–${formatValue(high)}`;
export const formatSigned = (value: number): string =>
  `${value > 0 ? '+' : value < 0 ? '−' : '±'}${formatValue(Math.abs(value))}`;

/** A difference is clear when its interval leaves out 0. */
export const isClear = (difference: Difference): boolean => difference.low > 0 || difference.high < 0;

/** Columns of equal width, the first to the left, all others to the right. */
export function formatTable(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

export const findFigure = (figures: Figure[], metric: string): Figure | undefined =>
  figures.find((figure) => figure.metric === metric);
