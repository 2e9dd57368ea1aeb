import { formatInterval, formatSigned, formatValue, isClear } from '../report/format.ts';
import type { AblationRow, AblationTable } from './run-ablation.ts';

/** As a markdown table; a change whose interval leaves out 0 is bold. */
export function printTable({ suite, metrics, rows }: AblationTable): string[] {
  return [
    `| ${suite} | ${metrics.join(' | ')} |`,
    `|---|${metrics.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.name} | ${metrics.map((metric) => printCell(row, metric)).join(' | ')} |`),
  ];
}

function printCell({ figures }: AblationRow, metric: string): string {
  const cell = figures.find(({ figure }) => figure.metric === metric);
  if (!cell) return '–';
  const { figure, change } = cell;
  if (!change) return `${formatValue(figure.value)} (${formatInterval(figure)})`;
  const words = `${formatSigned(change.delta)} (${formatInterval(change)})`;
  return isClear(change) ? `**${words}**` : words;
}
