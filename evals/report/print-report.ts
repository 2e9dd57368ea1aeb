import type { Failure } from '../kinds/outcome.ts';
import { tabulateModels } from '../model/model-report.ts';
import type { ArmReport, SuiteReport } from '../run/suite-report.ts';
import { findFigure, formatInterval, formatSigned, formatTable, formatValue, isClear } from './format.ts';

/** Failures of a suite that are printed without `--verbose`. */
const FEW = 3;

/** One suite as lines for the terminal. */
export function printSuite(report: SuiteReport, { verbose }: { verbose: boolean }): string[] {
  if (report.skipped !== undefined) return [];
  const head = `${report.title} · ${report.kind} · ${report.cases} cases · ${report.seconds.toFixed(1)} s`;
  return [
    '',
    head,
    '-'.repeat(head.length),
    ...formatTable(figureRows(report)),
    ...printTags(report),
    ...formatTable(tabulateModels([{ name: report.arm, model: report.model }, ...report.arms])),
    ...report.arms.filter(({ model }) => model).flatMap((arm) => printChanged(report.arm, arm)),
    ...report.notes.map((note) => `  note: ${note}`),
    ...report.problems.map((problem) => `  broken line, counted as failed: ${problem}`),
    ...printFailures(report, verbose),
    ...report.gates.map((gate) => `  ${gate.passed ? 'gate passed' : 'GATE FAILED'}: ${gate.line}`),
  ];
}

function figureRows(report: SuiteReport): string[][] {
  const names = report.arms.map((arm) => arm.name);
  const header = ['figure', report.arm, '95% interval', 'n', 'baseline', 'change', ...names];
  const rows = report.figures.map((figure) => [
    figure.metric,
    formatValue(figure.value),
    formatInterval(figure),
    String(figure.count),
    figure.baseline === undefined ? '' : formatValue(figure.baseline),
    figure.change ? `${formatSigned(figure.change.delta)}${isClear(figure.change) ? ' *' : ''}` : '',
    ...report.arms.map((arm) => formatValue(findFigure(arm.figures, figure.metric)?.value ?? Number.NaN)),
  ]);
  const used = header.map((_, column) => column < 4 || rows.some((row) => row[column] !== ''));
  return [header, ...rows].map((row) => row.filter((_, column) => used[column]));
}

function printTags(report: SuiteReport): string[] {
  const metric = report.figures[0]?.metric ?? '';
  const groups = [...report.turns.slice(0, 10), ...report.tags.slice(0, 20)];
  const cells = groups.flatMap((group) => {
    const figure = findFigure(group.figures, metric);
    return figure ? [`${group.name} ${figure.value.toFixed(2)} (${figure.count})`] : [];
  });
  return cells.length === 0 ? [] : [`  ${metric} by turn and tag: ${cells.join(', ')}`];
}

/** Which cases a reader changes, for a person who asks why. */
function printChanged(own: string, { name, better, worse }: ArmReport): string[] {
  if (better.length + worse.length === 0) return [`  ${name} answers every case as well as ${own}`];
  const list = (ids: string[]): string => (ids.length === 0 ? 'none' : ids.join(', '));
  return [`  ${name} against ${own}: better ${list(better)}; worse ${list(worse)}`];
}

function printFailures(report: SuiteReport, verbose: boolean): string[] {
  const shown = verbose ? report.failures : report.failures.slice(0, FEW);
  if (shown.length === 0) return [];
  const rest = report.failures.length - shown.length;
  return [
    `  ${report.failures.length} failed:`,
    ...shown.flatMap((failure) => printFailure(failure, verbose)),
    ...(rest > 0 ? [`    and ${rest} more (--verbose, --html FILE)`] : []),
  ];
}

const printFailure = (failure: Failure, verbose: boolean): string[] => [
  `    ${failure.caseId}${failure.turn === undefined ? '' : ` turn ${failure.turn}`}: ${failure.text}`,
  `      ${failure.reasons.join('; ')}`,
  ...(verbose && failure.constraints.length > 0 ? [`      understood: ${failure.constraints.join(', ')}`] : []),
  ...(verbose
    ? failure.cards.map(
        (card) =>
          `      ${card.broke.length > 0 ? '✗' : '✓'} ${card.title} ${card.price ?? ''} ${card.broke.join('; ')}`,
      )
    : []),
];
