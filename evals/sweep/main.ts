import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createComponents } from '../../server/components.ts';
import { parseConfig, repositoryRoot } from '../../server/config.ts';
import { buildSlug } from '../../server/retrieval/index/collection-settings.ts';
import type { Fusion } from '../../server/retrieval/qdrant/build-query.ts';
import { QdrantRetriever } from '../../server/retrieval/qdrant/qdrant-retriever.ts';
import { createPlainBm25 } from '../arms/plain-bm25.ts';
import { runRetrieval } from '../kinds/run-retrieval.ts';
import { compareUnits, scoreFigure } from '../metrics/figure.ts';
import type { Unit } from '../metrics/unit.ts';
import { createCatalogMatcher } from '../predicate/catalog-matcher.ts';
import { formatInterval, formatSigned, formatValue } from '../report/format.ts';
import { loadCases, missingFiles } from '../run/load-cases.ts';
import type { Search } from '../shop/eval-shop.ts';
import { evalDataDir } from '../shop/open-shop.ts';
import { buildRetrievalArms } from '../shop/retrieval-arms.ts';
import { findSuites } from '../suite/find-suites.ts';
import type { Suite } from '../suite/suite.ts';

const HELP = `npx tsx evals/sweep/main.ts [SUITE]

How words and vectors are best fused: a retrieval suite (icecat-judged) with each setting of the fusion in Qdrant, beside a plain BM25,
our own sparse vectors and the dense ones alone. Prints a markdown table; intervals of the change against the plain BM25.`;

const RRF = [1, 2, 5, 10, 20, 61];
const METRICS = ['ndcg@10', 'condensed-ndcg@10', 'recall@50'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h', default: false } },
});
if (values.help) console.log(HELP);
else await main(positionals[0] ?? 'icecat-judged');

async function main(wanted: string): Promise<void> {
  const workFolder = process.env.INIT_CWD ?? process.cwd();
  const [suite] = findSuites({ home: join(repositoryRoot, 'evals/suites'), wanted: [wanted], workFolder });
  if (!suite) return;
  const missing = missingFiles(suite);
  console.log(missing.length > 0 ? `skipped: ${missing.join(', ')} is not there` : (await sweep(suite)).join('\n'));
}

function listFusions(): [name: string, fusion: Fusion][] {
  const rrf = RRF.flatMap((k): [string, Fusion][] => [
    [`RRF k ${k}`, { kind: 'rrf', k }],
    [`RRF k ${k}, words twice`, { kind: 'rrf', k, words: 2 }],
  ]);
  return [...rrf, ['DBSF', { kind: 'dbsf' }]];
}

async function sweep(suite: Suite): Promise<string[]> {
  const catalog = suite.catalog ?? '';
  const config = parseConfig(['--catalog', catalog, '--data', evalDataDir(catalog)], process.env);
  const components = await createComponents({ ...config, model: undefined }, undefined, { say: console.error });
  try {
    const loaded = loadCases(suite);
    if (loaded.kind !== 'retrieval') return [`${suite.name} is no retrieval suite`];
    const { connection, embedder, sparseQuery } = components;
    const items = new Map((await components.catalogItems()).map((item) => [item.id, item]));
    const matcher = createCatalogMatcher(items);
    const play = async (name: string, search: Search | undefined): Promise<Unit[]> => {
      console.error(name);
      return (await runRetrieval(loaded.cases, loaded.judgments, { name, search }, { matcher, tick: () => undefined }))
        .units;
    };
    const armsOf = (fusion: Fusion) => {
      const collection = buildSlug(basename(config.dataDir));
      return buildRetrievalArms({
        retriever: new QdrantRetriever({ connection, collection, fusion }),
        embedder,
        sparseQuery,
      });
    };
    const own = armsOf({ kind: 'rrf', k: 20 });
    const plain = await play('plain BM25', createPlainBm25(items.values()));
    const rows: [string, Unit[]][] = [
      ['sparse alone (ours)', await play('sparse', own.sparse)],
      ['dense alone', await play('dense', own.dense)],
    ];
    for (const [name, fusion] of listFusions()) rows.push([name, await play(name, armsOf(fusion).fused)]);
    const head = [`| ${suite.name} | ${METRICS.join(' | ')} |`, `|---|${METRICS.map(() => '---').join('|')}|`];
    return [...head, printRow('plain BM25', plain), ...rows.map(([name, units]) => printRow(name, units, plain))];
  } finally {
    await components.close();
  }
}

function printRow(name: string, units: Unit[], against?: Unit[]): string {
  const cells = METRICS.map((metric) => {
    const figure = scoreFigure(units, metric);
    const change = against && compareUnits(units, against, metric);
    if (!figure) return '–';
    return change
      ? `${formatValue(figure.value)}, ${formatSigned(change.delta)} (${formatInterval(change)})`
      : `${formatValue(figure.value)} (${formatInterval(figure)})`;
  });
  return `| ${name} | ${cells.join(' | ')} |`;
}
