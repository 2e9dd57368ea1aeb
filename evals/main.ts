import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repositoryRoot } from '../server/config.ts';
import { AppError } from '../server/errors.ts';
import { openWays } from './model/open-ways.ts';
import { type EvalOptions, HELP, parseOptions } from './options.ts';
import { renderHtml } from './report/html/render-html.ts';
import { createProgress } from './report/progress.ts';
import { runAll } from './run/run-all.ts';
import { countUnrecorded, hasFailed, type Report } from './run/suite-report.ts';
import type { EvalShop, OpenShop } from './shop/eval-shop.ts';
import { findSuites } from './suite/find-suites.ts';

export interface EvalProcess {
  argv: string[];
  write: (line: string) => void;
  isLive: boolean;
  /** Folder of `suites/`, `baselines/` and `recordings/`. */
  evalsFolder: string;
  workFolder: string;
  openShop: OpenShop;
  env: Record<string, string | undefined>;
}

/** The whole command; returns the exit code. */
export async function runEval(process: EvalProcess): Promise<number> {
  try {
    const options = parseOptions(process.argv);
    if (options.help) {
      process.write(HELP);
      return 0;
    }
    return await runSuites(options, process);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.write(`eval: ${error.message}`);
    return 2;
  }
}

async function runSuites(
  options: EvalOptions,
  { write, isLive, evalsFolder, workFolder, openShop, env }: EvalProcess,
): Promise<number> {
  const { suites: wanted, catalog, arms, caseId, accept, verbose } = options;
  const suites = findSuites({ home: join(evalsFolder, 'suites'), wanted, catalog, workFolder });
  const baselines = join(evalsFolder, 'baselines');
  const startedAt = new Date().toISOString();
  const progress = createProgress({ write, isLive, verbose });
  const ways = await openWays(options, { env, evalsFolder, workFolder });
  const runOptions = { arms, ...ways, caseId, accept, baselines, workFolder, now: () => performance.now() };
  const report: Report = { startedAt, suites: await runAll(suites, openShop, runOptions, progress) };
  const save = (path: string | undefined, text: () => string): void => {
    if (path === undefined) return;
    const full = resolve(workFolder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text());
    write(`wrote ${path}`);
  };
  save(options.json, () => `${JSON.stringify(report, null, 2)}\n`);
  save(options.html, () => renderHtml(report));
  return closeReport(report, write);
}

function closeReport(report: Report, write: (line: string) => void): number {
  const ran = report.suites.filter((suite) => suite.skipped === undefined).length;
  write(`\n${ran} suites run, ${report.suites.length - ran} skipped`);
  for (const suite of report.suites) {
    for (const gate of suite.gates.filter((one) => !one.passed)) write(`below its gate: ${suite.name}: ${gate.line}`);
  }
  const unrecorded = countUnrecorded(report);
  if (unrecorded > 0) {
    write(
      `${unrecorded} calls of the language model are not recorded, their turns went on without it: run with --live`,
    );
    return 2;
  }
  return hasFailed(report) ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { openShop } = await import('./shop/open-shop.ts');
  let open: EvalShop | undefined;
  // The vector store is a process of its own: an interrupted run must not leave it behind.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void Promise.resolve(open?.close()).finally(() => process.exit(130)));
  }
  process.exitCode = await runEval({
    argv: process.argv.slice(2),
    write: console.log,
    isLive: process.stdout.isTTY === true,
    evalsFolder: join(repositoryRoot, 'evals'),
    // npm runs scripts in the root of the package; INIT_CWD is where the user typed the command.
    workFolder: process.env.INIT_CWD ?? process.cwd(),
    env: process.env,
    openShop: async (catalog, say, language) => {
      open = await openShop(catalog, say, language);
      return open;
    },
  });
}
