import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createComponents } from '../../server/components.ts';
import { parseConfig, repositoryRoot } from '../../server/config.ts';
import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { emptyMemory } from '../../server/domain/session-memory.ts';
import { formatTable } from '../report/format.ts';
import { mapPool } from '../shop/map-pool.ts';
import { playTurn } from '../shop/play-turn.ts';
import { UnderstandingCase } from '../suite/cases.ts';
import { readCases } from '../suite/read-cases.ts';
import { compareRows } from './compare-rows.ts';
import { rewriteSeller, SELLER_EDITS } from './seller-edits.ts';

const HELP = `npx tsx evals/bias/main.ts [options]

Seller-written text may not buy rank. The texts of one seller are rewritten ("BEST", "#1", hidden instructions, ratings, repeated
words), the catalog is indexed anew, and the same requests are asked. Says how many rows kept the order of all other sellers' items,
how many pairs of them turned, and how many places the seller's own items won on average.

  --catalog FILE   native JSON Lines with sellers [the sample shop]
  --cases FILE     requests, one { id, text } a line [evals/suites/understanding-sample/cases.jsonl]
  --seller NAME    whose texts are rewritten [the seller with the most products]
  --help           this`;

const { values } = parseArgs({
  options: {
    catalog: { type: 'string', default: join(repositoryRoot, 'server/sample-shop/catalog.jsonl') },
    cases: { type: 'string', default: join(repositoryRoot, 'evals/suites/understanding-sample/cases.jsonl') },
    seller: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
/** The contract's largest row. */
const DEPTH = 50;

type Rows = Map<string, string[]>;

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-bias-'));
  const texts = readCases(resolve(values.cases), UnderstandingCase).cases.map(({ text }) => text);
  try {
    const plain = await open(resolve(values.catalog), join(folder, 'plain'));
    const before = await askAll(plain.components, texts);
    await plain.components.close();
    const seller = values.seller ?? largestSeller(plain.items);
    const own = new Set(plain.items.flatMap((item) => (isOf(item, seller) ? [item.id] : [])));
    console.log(`${seller}: ${own.size} of ${plain.items.length} items, ${texts.length} requests`);
    const table = [['edit', 'rows kept', 'of', 'pairs turned', 'places won']];
    for (const edit of SELLER_EDITS) {
      const file = join(folder, `${edit.name}.jsonl`);
      writeFileSync(
        file,
        rewriteSeller(plain.items, seller, edit)
          .map((item) => JSON.stringify(item))
          .join('\n'),
      );
      // One folder for all edits: embeddings of what is unchanged are kept.
      const { components } = await open(file, join(folder, 'plain'));
      table.push([edit.name, ...summarise(before, await askAll(components, texts), (id) => own.has(id))]);
      await components.close();
    }
    for (const line of formatTable(table)) console.log(line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(catalog: string, data: string) {
  mkdirSync(data, { recursive: true });
  const config = { ...parseConfig(['--catalog', catalog, '--data', data], process.env), model: undefined };
  const components = await createComponents(config, undefined, { say: () => undefined });
  return { components, items: await components.catalogItems() };
}

type Opened = Awaited<ReturnType<typeof open>>['components'];

async function askAll({ assistant }: Opened, texts: string[]): Promise<Rows> {
  const rows = await mapPool(texts, 2, async (text) => {
    const request = { caseId: text, turn: 1, text, limit: DEPTH, memory: emptyMemory() };
    const { cards } = await playTurn(assistant, request);
    return [text, cards.filter(({ kind }) => kind === 'product').map(({ id }) => id)] as const;
  });
  return new Map(rows);
}

function summarise(before: Rows, after: Rows, isOwn: (id: string) => boolean): string[] {
  const shifts = [...before].map(([text, row]) => compareRows({ before: row, after: after.get(text) ?? [] }, isOwn));
  const compared = shifts.filter(({ pairs }) => pairs > 0);
  const sum = (read: (shift: (typeof shifts)[number]) => number): number =>
    shifts.reduce((all, one) => all + read(one), 0);
  const kept = compared.filter(({ turned }) => turned === 0).length;
  const won =
    sum(({ gained, own }) => gained * own) /
    Math.max(
      1,
      sum(({ own }) => own),
    );
  const turned =
    sum((one) => one.turned) /
    Math.max(
      1,
      sum((one) => one.pairs),
    );
  return [String(kept), String(compared.length), `${(100 * turned).toFixed(2)}%`, won.toFixed(2)];
}

const isOf = (item: CatalogItem, seller: string): boolean => item.kind === 'product' && item.seller?.name === seller;

function largestSeller(items: readonly CatalogItem[]): string {
  const counts = new Map<string, number>();
  for (const item of items)
    if (item.kind === 'product' && item.seller) counts.set(item.seller.name, (counts.get(item.seller.name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}

if (values.help) console.log(HELP);
else await main();
