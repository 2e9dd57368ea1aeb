import { relative } from 'node:path';
import { AppError } from '../../server/errors.ts';
import type { OpenShop } from '../shop/eval-shop.ts';
import type { Suite } from '../suite/suite.ts';
import { missingFiles } from './load-cases.ts';
import { openMatcher, runSuite, type SuiteRun } from './run-suite.ts';
import type { SuiteReport } from './suite-report.ts';

export interface Progress {
  say: (line: string) => void;
  start: (suite: Suite, total: number) => void;
  tick: () => void;
  stop: (report: SuiteReport) => void;
}

type RunOptions = Omit<SuiteRun, 'shop' | 'matcher' | 'start' | 'tick'> & { workFolder: string };

/** Runs suites grouped by catalog, each shop opened once and closed before the next: two indexes at once would share two cores. */
export async function runAll(
  suites: Suite[],
  openShop: OpenShop,
  options: RunOptions,
  progress: Progress,
): Promise<SuiteReport[]> {
  const reports = new Map<Suite, SuiteReport>();
  for (const suite of suites) {
    const reason = findSkipReason(suite, options.workFolder);
    if (reason === undefined) continue;
    if (suite.named) throw new AppError('data_missing', `${suite.name}: ${reason}`);
    progress.say(`skipped ${suite.name}: ${reason}`);
    reports.set(suite, skip(suite, reason));
  }
  for (const group of groupByShop(suites.filter((suite) => !reports.has(suite)))) {
    const [first] = group;
    const shop = await openShop(first?.catalog ?? '', progress.say, first?.language);
    const matcher = openMatcher(shop);
    try {
      for (const suite of group) {
        const start = (total: number): void => progress.start(suite, total);
        const report = await runSuite(suite, { ...options, shop, matcher, start, tick: progress.tick });
        progress.stop(report);
        reports.set(suite, report);
      }
    } finally {
      await shop.close();
    }
  }
  return suites.flatMap((suite) => reports.get(suite) ?? []);
}

function groupByShop(suites: Suite[]): Suite[][] {
  const groups = new Map<string, Suite[]>();
  for (const suite of suites) {
    const key = JSON.stringify([suite.catalog, suite.language]);
    groups.set(key, [...(groups.get(key) ?? []), suite]);
  }
  return [...groups.values()];
}

function findSkipReason(suite: Suite, workFolder: string): string | undefined {
  if (suite.catalog === undefined) return 'names no catalog; give one with --catalog FILE';
  const missing = missingFiles(suite);
  if (missing.length === 0) return undefined;
  return `${missing.map((path) => relative(workFolder, path) || path).join(', ')} is not there`;
}

const skip = (suite: Suite, reason: string): SuiteReport => ({
  name: suite.name,
  title: suite.file.title ?? suite.name,
  kind: suite.file.kind,
  description: suite.file.description,
  catalog: suite.catalog,
  skipped: reason,
  arm: 'full',
  items: 0,
  cases: 0,
  units: 0,
  seconds: 0,
  figures: [],
  tags: [],
  turns: [],
  arms: [],
  gates: [],
  failures: [],
  problems: [],
  notes: [],
});
