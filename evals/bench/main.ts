import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { repositoryRoot, sampleCatalog } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';
import { hashText, seededRandom } from '../metrics/seeded-random.ts';
import { type BenchReport, printBench } from './bench-report.ts';
import { runInChild } from './child-process.ts';
import type { EngineJob, EngineResult, ShopperJob, ShopperResult } from './messages.ts';
import { type BenchOptions, HELP, parseBenchOptions } from './options.ts';
import { readMemory } from './process-memory.ts';
import { readItems } from './read-items.ts';
import { sampleVisits } from './sample-visits.ts';
import { startServer } from './start-server.ts';

const SEED = 7;
const WARM_UP_TURNS = 40;
const here = import.meta.dirname;
// npm runs scripts in the root of the package; INIT_CWD is where the user typed the command.
const workFolder = process.env.INIT_CWD ?? process.cwd();
const say = (line: string): void => console.log(line);

async function runBench(options: BenchOptions): Promise<BenchReport> {
  const catalog = options.catalog === undefined ? sampleCatalog : resolve(workFolder, options.catalog);
  const items = readItems(catalog);
  const visits = sampleVisits(items, Math.max(200, options.turns), seededRandom(SEED));
  const start = await measureStarts(catalog, options);
  const { server } = start;
  try {
    const play = (shoppers: number, turns: number): Promise<ShopperResult> => {
      say(`${shoppers} shopper${shoppers === 1 ? '' : 's'}, ${turns} turns`);
      const job: ShopperJob = { url: server.url, shoppers, turns, visits };
      return runInChild<ShopperJob, ShopperResult>(join(here, 'shoppers.ts'), job);
    };
    await play(1, WARM_UP_TURNS);
    const idle = readMemory(server.pid);
    const rows: ShopperResult[] = [];
    for (const shoppers of options.shoppers) rows.push(await play(shoppers, Math.max(options.turns, shoppers)));
    const loaded = readMemory(server.pid);
    // The server steps aside, so that the engines have the machine to themselves as it had.
    await server.stop();
    const engines = await measureEngines(catalog, visits.map(([request]) => request ?? '').slice(0, options.turns));
    return { catalog: basename(catalog), products: items.length, ...start.times, idle, loaded, rows, engines };
  } finally {
    await server.stop();
  }
}

async function measureStarts(catalog: string, { cold }: BenchOptions) {
  const slug = `${basename(catalog).replace(/\..*$/, '')}-${hashText(catalog).toString(16)}`;
  const dataDir = join(repositoryRoot, '.aisle', 'bench', slug);
  if (cold) rmSync(dataDir, { recursive: true, force: true });
  const isFirst = !existsSync(dataDir);
  let coldStartSeconds: number | undefined;
  if (isFirst) {
    say('first start: indexing the catalog');
    const first = await startServer(catalog, dataDir, say);
    coldStartSeconds = first.readySeconds;
    await first.stop();
  }
  const server = await startServer(catalog, dataDir, say);
  const warmStartSeconds = server.readySeconds;
  const indexSeconds = coldStartSeconds === undefined ? undefined : coldStartSeconds - warmStartSeconds;
  return { server, times: { coldStartSeconds, warmStartSeconds, indexSeconds } };
}

async function measureEngines(catalog: string, queries: string[]): Promise<EngineResult[]> {
  const results: EngineResult[] = [];
  for (const engine of ['minisearch', 'orama'] as const) {
    say(`${engine}: ${queries.length} queries`);
    results.push(await runInChild<EngineJob, EngineResult>(join(here, 'engines.ts'), { engine, catalog, queries }));
  }
  return results;
}

async function main(): Promise<number> {
  try {
    const options = parseBenchOptions(process.argv.slice(2));
    if (options.help) {
      say(HELP);
      return 0;
    }
    const report = await runBench(options);
    for (const line of printBench(report)) say(line);
    if (options.json !== undefined) {
      const path = resolve(workFolder, options.json);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, `${JSON.stringify(report, null, 2)}\n`);
      say(`wrote ${options.json}`);
    }
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.error(`bench: ${error.message}`);
    return 2;
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
process.exitCode = await main();
