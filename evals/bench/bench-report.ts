import { formatTable } from '../report/format.ts';
import type { Latency } from './latency.ts';
import type { EngineResult, ShopperResult } from './messages.ts';
import type { ProcessMemory } from './process-memory.ts';

export interface BenchReport {
  catalog: string;
  products: number;
  /** First start on an empty folder; left out when the index was there already. */
  coldStartSeconds?: number;
  /** Start on an index that is there. */
  warmStartSeconds: number;
  /** What the first start took beyond a warm one. */
  indexSeconds?: number;
  idle: ProcessMemory;
  loaded: ProcessMemory;
  rows: ShopperResult[];
  engines: EngineResult[];
}

export function printBench(report: BenchReport): string[] {
  return [
    '',
    `${report.catalog} · ${report.products.toLocaleString('en')} products`,
    '',
    ...formatTable([
      ['shoppers', 'turns', 'failed', 'first card p50', 'p95', 'p99', 'whole turn p50', 'p95', 'p99', 'turns/s'],
      ...report.rows.map((row) => [
        String(row.shoppers),
        String(row.turns),
        String(row.failed),
        ...spread(row.firstCard),
        ...spread(row.turn),
        (row.turns / row.seconds).toFixed(1),
      ]),
    ]),
    ...report.rows.flatMap((row) => row.reasons.map((reason) => `  ${row.shoppers} shoppers, failed turns: ${reason}`)),
    '',
    ...printStages(report.rows[0]),
    ...formatTable([
      ['process', 'memory idle', 'after the load'],
      ['server', megabytes(report.idle.serverMb), megabytes(report.loaded.serverMb)],
      ['qdrant', megabytes(report.idle.qdrantMb), megabytes(report.loaded.qdrantMb)],
    ]),
    '',
    `start ${report.warmStartSeconds.toFixed(1)} s${report.indexSeconds === undefined ? '; index was there already, --cold measures it' : `, first start with indexing ${report.coldStartSeconds?.toFixed(1)} s (indexing ${report.indexSeconds.toFixed(1)} s)`}`,
    '',
    ...printEngines(report),
  ];
}

/** What the server spends where, with one shopper: understanding and dialogue are two of the stages. */
function printStages(row: ShopperResult | undefined): string[] {
  const stages = Object.entries(row?.stages ?? {});
  if (stages.length === 0) return [];
  const header = [`stage, ${row?.shoppers} shopper${row?.shoppers === 1 ? '' : 's'}`, 'p50', 'p95', 'p99'];
  return [...formatTable([header, ...stages.map(([name, latency]) => [name, ...spread(latency)])]), ''];
}

/** A turn understands, filters, ranks and stores; a query of these engines only matches words. The ratio says what that costs. */
function printEngines({ engines, rows }: BenchReport): string[] {
  const single = rows.find((row) => row.shoppers === 1) ?? rows[0];
  const best = Math.max(...rows.map((row) => row.turns / row.seconds));
  if (engines.length === 0 || !single) return [];
  return formatTable([
    [
      'engine, in process',
      'query p50',
      'p95',
      'p99',
      'queries/s',
      'index',
      'memory',
      'first card / query p50',
      'p95',
      'queries / turns a second',
    ],
    ...engines.map((engine) => [
      engine.engine,
      ...spread(engine.query),
      engine.queriesPerSecond.toFixed(0),
      `${engine.indexSeconds.toFixed(1)} s`,
      megabytes(engine.memoryMb),
      ratio(single.firstCard.p50, engine.query.p50),
      ratio(single.firstCard.p95, engine.query.p95),
      ratio(engine.queriesPerSecond, best),
    ]),
  ]);
}

const milliseconds = (value: number): string =>
  Number.isFinite(value) ? `${value.toFixed(value < 10 ? 2 : 1)} ms` : '–';
const megabytes = (value: number): string => (value > 0 ? `${Math.round(value)} MB` : '–');
const spread = ({ p50, p95, p99 }: Latency): string[] => [p50, p95, p99].map(milliseconds);
const ratio = (left: number, right: number): string =>
  right > 0 && Number.isFinite(left) ? `${(left / right).toFixed(1)}×` : '–';
