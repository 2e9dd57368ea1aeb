import type { Figure } from '../metrics/figure.ts';
import { lowerIsBetter } from '../metrics/unit.ts';
import type { SuiteFile } from '../suite/suite.ts';

export interface GateResult {
  metric: string;
  passed: boolean;
  /** One line that says figure and bound. */
  line: string;
}

/** `drop` speaks of the worst of all `drop:<change>` figures. */
export function checkGate(gate: SuiteFile['gate'], figures: Figure[]): GateResult[] {
  return Object.entries(gate).map(([metric, bound]) => {
    const value = findValue(metric, figures);
    const { min, max } = readBound(metric, bound);
    const limit = [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`]
      .filter(Boolean)
      .join(', ');
    if (value === undefined) {
      const known = figures.map((figure) => figure.metric).join(', ') || 'none';
      return { metric, passed: false, line: `${metric}: no such figure in this run (has: ${known}), wanted ${limit}` };
    }
    // A value that prints as the bound must not fail it.
    const passed =
      value >= (min ?? Number.NEGATIVE_INFINITY) - 1e-9 && value <= (max ?? Number.POSITIVE_INFINITY) + 1e-9;
    return { metric, passed, line: `${metric} is ${value.toFixed(3)}, wanted ${limit}` };
  });
}

function readBound(metric: string, bound: SuiteFile['gate'][string]): { min?: number; max?: number } {
  if (typeof bound !== 'number') return bound;
  return lowerIsBetter(metric) ? { max: bound } : { min: bound };
}

function findValue(metric: string, figures: Figure[]): number | undefined {
  if (metric !== 'drop') return figures.find((figure) => figure.metric === metric)?.value;
  const drops = figures.filter((figure) => figure.metric.startsWith('drop:')).map((figure) => figure.value);
  return drops.length === 0 ? undefined : Math.max(...drops);
}
