import { AppError } from '../../server/errors.ts';
import { createKeywordAssistant } from '../arms/keyword-assistant.ts';
import { compareBaseline, readBaseline, writeBaseline } from '../baseline/baseline.ts';
import type { Arm, KindContext } from '../kinds/outcome.ts';
import { compareUnits, type Figure, scoreFigures, sumByCase } from '../metrics/figure.ts';
import { metricsOf, type Share, type Unit } from '../metrics/unit.ts';
import type { ModelReport } from '../model/model-report.ts';
import type { Reader } from '../model/reader.ts';
import { type CatalogMatcher, createCatalogMatcher } from '../predicate/catalog-matcher.ts';
import type { EvalShop } from '../shop/eval-shop.ts';
import type { Suite } from '../suite/suite.ts';
import { checkGate } from './check-gate.ts';
import { keepCase, type LoadedCases, loadCases, PRIMARY } from './load-cases.ts';
import { runArm } from './run-arm.ts';
import { runRobustness } from './run-robustness.ts';
import type { ArmReport, FigureRow, GroupReport, SuiteReport } from './suite-report.ts';

export interface SuiteRun {
  shop: EvalShop;
  /** Judges records; shared by the suites of one catalog. */
  matcher: CatalogMatcher;
  arms: string[];
  /** Who reads the turns of the product, the first is the suite's own. */
  readers: Reader[];
  /** The product with a model that orders the best products; throws where there is none. */
  openRanked: () => Reader;
  caseId?: string;
  baselines: string;
  accept: boolean;
  /** Total number of cases to play, then one tick a case. */
  start: (total: number) => void;
  tick: () => void;
  now: () => number;
}

export const openMatcher = (shop: EvalShop): CatalogMatcher => createCatalogMatcher(shop.items);

export async function runSuite(suite: Suite, run: SuiteRun): Promise<SuiteReport> {
  const startedAt = run.now();
  const loaded = keepCase(loadCases(suite), run.caseId);
  if (run.caseId !== undefined && loaded.cases.length === 0)
    throw new AppError('case_missing', `${suite.name} has no case ${run.caseId}`);
  const context: KindContext = { matcher: run.matcher, tick: run.tick };
  const played =
    suite.file.kind === 'robustness'
      ? await playChanges(suite, loaded, run, context)
      : await playArms(loaded, run, context);
  // A single case cannot stand for the suite: neither gate nor baseline speak of it.
  const isWhole = run.caseId === undefined;
  const gate = suite.file.kind === 'robustness' ? { base: suite.file.floor, ...suite.file.gate } : suite.file.gate;
  if (run.accept && isWhole) writeBaseline(run.baselines, suite.name, played);
  return {
    name: suite.name,
    title: suite.file.title ?? suite.name,
    kind: suite.file.kind,
    description: suite.file.description,
    catalog: suite.catalog,
    arm: played.arm,
    items: run.shop.items.size,
    cases: loaded.cases.length + loaded.problems.length,
    units: played.units.length,
    figures: addBaseline(suite.name, played, run),
    tags: groupFigures(played.units, (unit) => unit.tags),
    turns: groupFigures(played.units, (unit) => (unit.turn === undefined ? [] : [`turn ${unit.turn}`])),
    arms: played.others,
    model: played.model,
    gates: isWhole ? checkGate(gate, played.figures) : [],
    failures: [...played.failures].sort((left, right) => left.score - right.score),
    problems: loaded.problems.map((problem) => problem.message),
    notes: played.notes,
    seconds: (run.now() - startedAt) / 1000,
  };
}

interface Played {
  arm: string;
  units: Unit[];
  figures: Figure[];
  failures: SuiteReport['failures'];
  notes: string[];
  others: ArmReport[];
  model?: ModelReport;
}

async function playArms(loaded: LoadedCases, run: SuiteRun, context: KindContext): Promise<Played> {
  const arms = run.arms.flatMap((name) => openArm(name, loaded, run));
  const [main, ...others] = arms;
  if (!main)
    throw new AppError('arm_missing', `none of the arms ${run.arms.join(', ')} can run a suite of kind ${loaded.kind}`);
  run.start(loaded.cases.length * arms.length);
  const outcome = await runArm(loaded, main, context);
  const reports: ArmReport[] = [];
  for (const arm of others) {
    const { units } = await runArm(loaded, arm, context);
    const versus = metricsOf(units).flatMap((metric) => compareUnits(outcome.units, units, metric) ?? []);
    const changed = compareCases(outcome.units, units, PRIMARY[loaded.kind]);
    reports.push({ name: arm.name, figures: scoreFigures(units), versus, model: arm.finish?.(), ...changed });
  }
  const { units, failures, notes } = outcome;
  const figures = scoreFigures(units);
  return { arm: main.name, units, figures, failures, notes, others: reports, model: main.finish?.() };
}

/** Which cases another arm does better or worse than the suite's own. */
function compareCases(own: Unit[], other: Unit[], metric: string): Pick<ArmReport, 'better' | 'worse'> {
  const [ours, theirs] = [sumByCase(own, metric), sumByCase(other, metric)];
  const delta = (id: string): number => ratioOf(theirs.get(id)) - ratioOf(ours.get(id));
  const ids = [...ours.keys()].filter((id) => theirs.has(id));
  return { better: ids.filter((id) => delta(id) > 0), worse: ids.filter((id) => delta(id) < 0) };
}

const ratioOf = (share: Share | undefined): number => (share && share.den > 0 ? share.num / share.den : 0);

/** `full` is the product by each of its readers, `keyword` the baseline, all others are parts of the retrieval and only rank. */
function openArm(name: string, loaded: LoadedCases, run: SuiteRun): Arm[] {
  const { shop } = run;
  if (name === 'full') return run.readers.map((reader) => openReaderArm(reader, shop));
  if (name === 'ranked') return [openReaderArm(run.openRanked(), shop)];
  if (name === 'keyword') return [{ name, assistant: createKeywordAssistant(shop.items) }];
  const search = shop.arms[name];
  return search && loaded.kind === 'retrieval' ? [{ name, search }] : [];
}

function openReaderArm(reader: Reader, shop: EvalShop): Arm {
  const { model, finish } = reader.open();
  return { name: reader.name, assistant: model ? shop.withModel(model) : shop.assistant, finish };
}

async function playChanges(suite: Suite, loaded: LoadedCases, run: SuiteRun, context: KindContext): Promise<Played> {
  if (suite.file.kind !== 'robustness') throw new TypeError(`${suite.name} is no robustness suite`);
  const { changes, seed } = suite.file;
  run.start(loaded.cases.length * (1 + changes.length));
  const [arm] = openArm('full', loaded, run);
  if (!arm) throw new AppError('arm_missing', 'a robustness suite needs a parser');
  const outcome = await runRobustness(loaded, { changes, seed }, arm, context);
  const figures = [...scoreFigures(outcome.units), ...outcome.drops];
  const { units, failures, notes } = outcome;
  return { arm: arm.name, units, figures, failures, notes, others: [], model: arm.finish?.() };
}

function addBaseline(name: string, { figures, units }: Played, run: SuiteRun): FigureRow[] {
  const baseline = readBaseline(run.baselines, name);
  const changes = baseline ? compareBaseline(baseline, units) : [];
  return figures.map((figure) => ({
    ...figure,
    baseline: baseline?.figures.find((old) => old.metric === figure.metric)?.value,
    change: changes.find((change) => change.metric === figure.metric),
  }));
}

/** Largest groups first; groups of turns keep their order. */
function groupFigures(units: Unit[], namesOf: (unit: Unit) => string[]): GroupReport[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const name of new Set(namesOf(unit))) groups.set(name, [...(groups.get(name) ?? []), unit]);
  }
  const sorted = [...groups].sort(([left, ours], [right, theirs]) =>
    left.startsWith('turn ') ? Number(left.slice(5)) - Number(right.slice(5)) : theirs.length - ours.length,
  );
  return sorted.map(([name, members]) => ({ name, figures: scoreFigures(members) }));
}
