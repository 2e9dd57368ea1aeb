import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { wantsHelp } from '../config.ts';
import { AppError } from '../errors.ts';
import { createLog } from '../log.ts';
import { createProgressLine } from '../progress-line.ts';
import { searchFusion } from '../retrieval/fusion.ts';
import { type Engines, openEngines } from '../retrieval/open-engines.ts';
import { QdrantRetriever } from '../retrieval/qdrant/qdrant-retriever.ts';
import { describeCounts, describeFacets, describeProblem, describeProblems, describeTypes } from './describe-index.ts';
import type { FeedProblem } from './feeds/feed-problem.ts';
import { type IndexOptions, indexHelp, parseIndexOptions } from './index-options.ts';
import { buildLearnOptions, indexShop } from './index-shop.ts';
import { relearn } from './learn-shop.ts';
import { updateStock } from './update-stock.ts';

/** Problems on the screen; a file takes any number. */
const MOST_PROBLEMS = 2_000;

const print = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

async function main(argv: string[]): Promise<number> {
  if (wantsHelp(argv)) {
    print(indexHelp);
    return 0;
  }
  const from = process.env.INIT_CWD ?? process.cwd();
  const options = parseIndexOptions(argv, process.env, (path) => resolve(from, path));
  mkdirSync(options.config.dataDir, { recursive: true });
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stopping.abort(new AppError('stopped', 'stopped; the next run goes on from here')));
  return options.updateFile ? update(options, options.updateFile, stopping.signal) : index(options, stopping.signal);
}

async function index({ config, problemsFile }: IndexOptions, signal: AbortSignal): Promise<number> {
  const startedAt = performance.now();
  const progress = createProgressLine();
  const learned = await relearn(buildLearnOptions(config, progress.say, signal));
  const { profile, problems, items = [] } = learned;
  if (items.length === 0) {
    progress.end();
    tellProblems(problems, problemsFile);
    throw new AppError('catalog_empty', `nothing in ${config.catalogs.join(', ')} could be used`);
  }
  const { built, embedded } = await withEngines(config, signal, (engines) =>
    indexShop(config, engines, { say: progress.say, signal, learned }),
  );
  progress.end();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  print(describeCounts(profile), '', ...describeFacets(profile), '', ...describeTypes(profile), '');
  tellProblems(problems, problemsFile);
  const work = built ? `${items.length} items indexed, ${embedded} texts embedded` : 'the index was up to date';
  print('', `${work}, in ${seconds} s: ${config.dataDir}`);
  return 0;
}

async function update({ config, problemsFile }: IndexOptions, file: string, signal: AbortSignal): Promise<number> {
  const progress = createProgressLine();
  return withEngines(config, signal, async (engines) => {
    const { learned, alias } = await indexShop(config, engines, { say: progress.say, signal });
    const { problems, ...done } = await updateStock({
      file,
      retriever: new QdrantRetriever({ connection: engines.connection, collection: alias, fusion: searchFusion }),
      context: learned.context,
      target: { connection: engines.indexing, collection: alias, signal },
    });
    progress.end();
    tellProblems(problems, problemsFile);
    print('', `${done.patched} items changed, ${done.unchanged} were so already`);
    return done.patched + done.unchanged > 0 ? 0 : 1;
  });
}

async function withEngines<Result>(
  config: IndexOptions['config'],
  signal: AbortSignal,
  work: (engines: Engines) => Promise<Result>,
): Promise<Result> {
  const engines = await openEngines(config, createLog('warn'), signal);
  try {
    return await work(engines);
  } finally {
    await engines.close();
  }
}

function tellProblems(problems: FeedProblem[], file?: string): void {
  if (file) writeFileSync(file, problems.map((problem) => `${describeProblem(problem)}\n`).join(''));
  print(...describeProblems(problems, MOST_PROBLEMS));
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const line = error instanceof AppError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`aisle: ${line}\n`);
    process.exitCode = 1;
  },
);
