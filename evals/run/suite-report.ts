import type { Failure } from '../kinds/outcome.ts';
import type { Difference, Figure } from '../metrics/figure.ts';
import type { ModelReport } from '../model/model-report.ts';
import type { SuiteKind } from '../suite/suite.ts';
import type { GateResult } from './check-gate.ts';

/** A figure with what it was when it was last accepted. */
export interface FigureRow extends Figure {
  baseline?: number;
  /** This run minus the baseline, over the cases of both. */
  change?: Difference;
}

export interface GroupReport {
  /** A tag, or `turn 3`. */
  name: string;
  figures: Figure[];
}

export interface ArmReport {
  name: string;
  figures: Figure[];
  /** The suite's own arm minus this one, paired. */
  versus: Difference[];
  /** Left out: no language model. */
  model?: ModelReport;
  /** Cases that this arm does better or worse than the suite's own. */
  better: string[];
  worse: string[];
}

export interface SuiteReport {
  name: string;
  title: string;
  kind: SuiteKind;
  description?: string;
  catalog?: string;
  /** Why it was not run. */
  skipped?: string;
  arm: string;
  items: number;
  cases: number;
  /** Queries or turns that were judged. */
  units: number;
  seconds: number;
  figures: FigureRow[];
  tags: GroupReport[];
  turns: GroupReport[];
  arms: ArmReport[];
  gates: GateResult[];
  /** Of the suite's own arm; left out: no language model. */
  model?: ModelReport;
  failures: Failure[];
  problems: string[];
  notes: string[];
}

export interface Report {
  startedAt: string;
  suites: SuiteReport[];
}

export const hasFailed = (report: Report): boolean =>
  report.suites.some((suite) => suite.gates.some((gate) => !gate.passed));

/** Calls of a language model that a replay had no answer for. */
export const countUnrecorded = (report: Report): number =>
  report.suites
    .flatMap(({ model, arms }) => [model, ...arms.map((arm) => arm.model)])
    .reduce((sum, model) => sum + (model?.unrecorded ?? 0), 0);
