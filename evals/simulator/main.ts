import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createComponents } from '../../server/components.ts';
import { parseConfig, repositoryRoot } from '../../server/config.ts';
import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { ShopAssistant } from '../../server/turn/shop-assistant.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import { compareUnits, scoreFigure } from '../metrics/figure.ts';
import { hashText, seededRandom } from '../metrics/seeded-random.ts';
import type { Unit } from '../metrics/unit.ts';
import { formatInterval, formatSigned, formatTable, formatValue } from '../report/format.ts';
import { mapPool } from '../shop/map-pool.ts';
import { evalDataDir } from '../shop/open-shop.ts';
import { createPersonas } from './persona.ts';
import { playSession, type SessionResult } from './play-session.ts';
import { scoreSession } from './score-session.ts';
import { SPEECHES, type Speech } from './speech.ts';

const HELP = `npx tsx evals/simulator/main.ts [options]

Shoppers with a product in mind that they never name: they say what it is, reveal wishes turn by turn, change their mind, turn cards
down and buy when they see it among the first ten. The same shoppers talk in three ways. score = 0.5 hit@10 + 0.3 MRR + 0.2 turn
efficiency, with bootstrap intervals; below it what the shop earns less without interests and without the mixed row.

  --catalog FILE   any catalog [the sample shop]
  --sessions N     shoppers for each way of talking [100]
  --seed N         other shoppers [1]
  --json FILE      every session with what was said
  --help           this`;

const METRICS = ['score', 'hit@10', 'mrr', 'turns', 'efficiency', 'value'];
const AT_ONCE = 2;

interface Arm {
  name: string;
  assistant: Assistant;
  interacts: boolean;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      catalog: { type: 'string', default: join(repositoryRoot, 'server/sample-shop/catalog.jsonl') },
      sessions: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const catalog = resolve(process.env.INIT_CWD ?? process.cwd(), values.catalog);
  const config = parseConfig(['--catalog', catalog, '--data', evalDataDir(catalog)], process.env);
  const components = await createComponents({ ...config, model: undefined }, undefined, { say: console.log });
  try {
    const { shop } = components;
    const whole = { name: 'whole', assistant: new ShopAssistant(shop), interacts: true };
    const others: Arm[] = [
      { ...whole, name: 'without interests', interacts: false },
      { ...whole, name: 'without mixed row', assistant: new ShopAssistant({ ...shop, isPlainRow: true }) },
    ];
    const crowd = { items: await components.catalogItems(), count: Number(values.sessions), seed: Number(values.seed) };
    const sessions: Record<string, SessionResult[]> = {};
    for (const speech of SPEECHES) {
      sessions[speech] = await playAll(whole, speech, crowd);
      const units = scoreAll(sessions[speech]);
      for (const line of describe(speech, units)) console.log(line);
      for (const arm of others) {
        const without = scoreAll(await playAll(arm, speech, crowd));
        const change = compareUnits(without, units, 'score');
        if (change) console.log(`  ${arm.name}: score ${formatSigned(change.delta)} (${formatInterval(change)})`);
      }
    }
    if (values.json) writeFileSync(values.json, `${JSON.stringify(sessions, null, 1)}\n`);
  } finally {
    await components.close();
  }
}

interface Crowd {
  items: CatalogItem[];
  count: number;
  seed: number;
}

/** Shopper N is the same person for every arm and every way of talking. */
function playAll(
  { assistant, interacts }: Arm,
  speech: Speech,
  { items, count, seed }: Crowd,
): Promise<SessionResult[]> {
  const draw = createPersonas(items);
  const ids = Array.from({ length: count }, (_, at) => `${seed}-${at}`);
  return mapPool(ids, AT_ONCE, (id) => {
    const persona = draw(seededRandom(hashText(id)));
    return playSession(assistant, persona, {
      id,
      speech,
      interacts,
      random: seededRandom(hashText(`${speech} ${id}`)),
    });
  });
}

const scoreAll = (results: SessionResult[]): Unit[] => results.map((result, at) => scoreSession(result, String(at)));

function describe(speech: string, units: Unit[]): string[] {
  const groups: [string, Unit[]][] = [[speech, units]];
  for (const tag of new Set(units.flatMap(({ tags }) => tags)))
    groups.push([`  ${tag}`, units.filter(({ tags }) => tags.includes(tag))]);
  const rows = groups.map(([name, own]) => [
    name,
    String(own.length),
    ...METRICS.map((metric) => {
      const figure = scoreFigure(own, metric);
      if (!figure) return '–';
      return metric === 'score'
        ? `${formatValue(figure.value)} (${formatInterval(figure)})`
        : formatValue(figure.value);
    }),
  ]);
  return formatTable([['', 'sessions', ...METRICS], ...rows]);
}

await main();
