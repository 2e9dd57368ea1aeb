import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../server/errors.ts';
import { compareUnits, type Difference, type Figure, sumByCase } from '../metrics/figure.ts';
import { metricsOf, type Unit } from '../metrics/unit.ts';

const Baseline = z.object({
  suite: z.string(),
  figures: z.array(
    z.object({ metric: z.string(), value: z.number(), low: z.number(), high: z.number(), count: z.number() }),
  ),
  /** `[num, den]` by case and figure: enough to compare a later run case by case. */
  cases: z.record(z.string(), z.record(z.string(), z.tuple([z.number(), z.number()]))),
});
export type Baseline = z.infer<typeof Baseline>;

const pathOf = (folder: string, suite: string): string => join(folder, `${suite.replaceAll('/', '-')}.json`);

/** Throws `AppError` `baseline_invalid`; a suite without one has no baseline yet. */
export function readBaseline(folder: string, suite: string): Baseline | undefined {
  const path = pathOf(folder, suite);
  if (!existsSync(path)) return undefined;
  try {
    return Baseline.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new AppError('baseline_invalid', `${path} cannot be read; write it anew with --accept`, { cause });
  }
}

/** Numbers are rounded and nothing else is in it, so that an unchanged result is an unchanged file. */
export function writeBaseline(folder: string, suite: string, run: { figures: Figure[]; units: Unit[] }): string {
  const figures = run.figures.map((figure) => ({
    ...figure,
    value: round(figure.value),
    low: round(figure.low),
    high: round(figure.high),
  }));
  const baseline: Baseline = { suite, figures, cases: buildCases(run.units) };
  const path = pathOf(folder, suite);
  mkdirSync(folder, { recursive: true });
  const cases = Object.entries(baseline.cases).map(
    ([id, shares]) => `    ${JSON.stringify(id)}: ${JSON.stringify(shares)}`,
  );
  const rows = figures.map((figure) => `    ${JSON.stringify(figure)}`);
  // One line a case: a change of the baseline reads as a list of the cases that changed.
  const text = `{\n  "suite": ${JSON.stringify(suite)},\n  "figures": [\n${rows.join(',\n')}\n  ],\n  "cases": {\n${cases.join(',\n')}\n  }\n}\n`;
  writeFileSync(path, text);
  return path;
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function buildCases(units: Unit[]): Baseline['cases'] {
  const cases: Baseline['cases'] = {};
  for (const metric of metricsOf(units)) {
    for (const [caseId, { num, den }] of sumByCase(units, metric)) {
      const ofCase = cases[caseId] ?? {};
      ofCase[metric] = [round(num), round(den)];
      cases[caseId] = ofCase;
    }
  }
  return Object.fromEntries(Object.entries(cases).sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** This run minus the baseline, paired by case; nothing for a figure that the baseline does not have. */
export function compareBaseline(baseline: Baseline, units: Unit[]): Difference[] {
  const before: Unit[] = Object.entries(baseline.cases).map(([caseId, shares]) => ({
    caseId,
    tags: [],
    shares: Object.fromEntries(Object.entries(shares).map(([metric, [num, den]]) => [metric, { num, den }])),
  }));
  return metricsOf(units).flatMap((metric) => compareUnits(units, before, metric) ?? []);
}
