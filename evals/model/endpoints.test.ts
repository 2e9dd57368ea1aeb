import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../../server/app.ts';
import { type Components, createComponents } from '../../server/components.ts';
import { type Config, parseConfig, repositoryRoot, sampleCatalog } from '../../server/config.ts';
import type { Constraint } from '../../server/contract/constraint.ts';
import { compileConstraint } from '../../server/criteria/compile-criterion.ts';
import { COMPARED } from '../../server/dialogue/resolve-comparison.ts';
import { judge } from '../../server/domain/criterion.ts';
import type { IndexedItem } from '../../server/domain/indexed-item.ts';
import { buildTurnModel } from '../../server/llm/open-model.ts';
import { buildTestModel } from '../../server/llm/testing/build-test-model.ts';
import {
  type Respond,
  type ScriptedEndpoint,
  startScriptedEndpoint,
} from '../../server/llm/testing/scripted-endpoint.ts';
import type { TurnModel } from '../../server/llm/turn-model.ts';
import { createLog } from '../../server/log.ts';
import { noLimits } from '../../server/testing/start-test-app.ts';
import { ShopAssistant } from '../../server/turn/shop-assistant.ts';
import { type CatalogMatcher, createCatalogMatcher } from '../predicate/catalog-matcher.ts';
import { loadCases } from '../run/load-cases.ts';
import type { DialogueCase } from '../suite/cases.ts';
import { findSuites } from '../suite/find-suites.ts';
import { behaviours } from './testing/behaviours.ts';
import { type PlayedTurn, playDialogues } from './testing/play-dialogues.ts';

/** Short, so that an endpoint that never answers costs the test little; the server's own default is seconds. */
const PATIENCE_MS = 60;
const log = createLog('silent');
/** By the words of the shopper. */
const lies = new Map<string, RegExp[]>();
const known = behaviours((shopper, mark) => lies.set(shopper, [...(lies.get(shopper) ?? []), mark]));

let endpoint: ScriptedEndpoint;
let config: Config;
let components: Components;
let dialogues: DialogueCase[];
let without: PlayedTurn[];
let matcher: CatalogMatcher;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-endpoints-'));
  const flags = ['--data', folder, '--port', '0', '--host', '127.0.0.1', '--catalog', sampleCatalog];
  config = { ...parseConfig([...flags, '--embeddings', 'off'], { ...process.env, ...noLimits }), model: undefined };
  components = await createComponents(config, log, { say: () => undefined });
  matcher = createCatalogMatcher(new Map((await components.catalogItems()).map((item) => [item.id, item])));
  endpoint = await startScriptedEndpoint(() => '');
  const home = join(repositoryRoot, 'evals/suites');
  const [suite] = findSuites({ home, wanted: ['dialogue-sample'], workFolder: repositoryRoot });
  const loaded = suite && loadCases(suite);
  dialogues = loaded?.kind === 'dialogue' ? loaded.cases : [];
  without = await play(undefined, dialogues);
});
afterAll(async () => {
  await components?.close();
  await endpoint?.close();
});

/** The real app over the shared index, its model at the scripted endpoint and asked about every turn of wishes. */
async function play(respond: Respond | undefined, cases: DialogueCase[], model?: TurnModel): Promise<PlayedTurn[]> {
  const shop = { ...components.shop, model: respond && (model ?? openTestModel()) };
  if (respond) endpoint.respond = respond;
  let app: App | undefined;
  try {
    const dataDir = mkdtempSync(join(tmpdir(), 'aisle-endpoint-'));
    app = await startApp({ ...config, dataDir }, { ...components, shop, assistant: new ShopAssistant(shop) }, log);
    return await playDialogues(app.url.replace('localhost', '127.0.0.1'), cases);
  } finally {
    await app?.close();
  }
}

function openTestModel(): TurnModel {
  const options = { retries: 0, timeoutMs: 2_000, breakAfter: 1e6, concurrency: 32 };
  const uses = { reading: 'always' as const, readingTimeoutMs: 2_000, replies: true, rankingOrders: 2 };
  return buildTurnModel(buildTestModel(endpoint.url, options), uses);
}

const openHastyModel = (): TurnModel => {
  const options = { retries: 0, timeoutMs: PATIENCE_MS, breakAfter: 1e6, concurrency: 32 };
  const uses = { reading: 'always' as const, readingTimeoutMs: PATIENCE_MS, replies: true, rankingOrders: 0 };
  return buildTurnModel(buildTestModel(endpoint.url, options), uses);
};

const sameTurn = ({ caseId, turn }: PlayedTurn): PlayedTurn => {
  const found = without.find((one) => one.caseId === caseId && one.turn === turn);
  if (!found) throw new Error(`${caseId} has no turn ${turn}`);
  return found;
};
const nameOf = ({ caseId, turn }: PlayedTurn): string => `${caseId} turn ${turn + 1}`;
const textOf = ({ caseId, turn }: PlayedTurn): string =>
  dialogues.find(({ id }) => id === caseId)?.turns[turn]?.text ?? '';
const firstCards = ({ seen }: PlayedTurn): number => seen.parts.findIndex(({ part }) => part.type === 'cards');

function expectWhole(played: PlayedTurn[]): void {
  for (const one of played) {
    expect([nameOf(one), one.seen.error?.code, one.seen.parts.at(-1)?.part.type]).toEqual([
      nameOf(one),
      undefined,
      'turn-end',
    ]);
    const before = firstCards(sameTurn(one));
    if (before >= 0) expect([nameOf(one), firstCards(one)]).toEqual([nameOf(one), before]);
  }
}

/**
 * Wishes that must be and that the embedded parser alone had, but this run has not; and cards known to break one that this run has. What
 * "cheaper" means depends on the row before, so a comparison need not be the same one.
 */
async function breaches(played: PlayedTurn[]): Promise<string[]> {
  const ids = [...new Set(played.flatMap(({ seen }) => seen.cards.map(({ id }) => id)))];
  const records = new Map((await components.shop.retriever.items(ids)).map((one) => [one.item.id, one]));
  return played.flatMap((one) => {
    const own = mustsOf(one);
    const kept = new Set(own.map(({ id }) => id));
    const lost = mustsOf(sameTurn(one)).filter(({ id }) => !kept.has(id) && !id.includes(COMPARED));
    const given = new Set(one.seen.row?.nearMiss?.constraintIds);
    const broken = own
      .filter(({ id }) => !given.has(id))
      .flatMap((must) =>
        one.seen.products
          .filter(({ id }) => breaks(records.get(id), compileConstraint(must, components.shop.lexicon)))
          .map(({ id }) => `${nameOf(one)}: ${id} breaks ${must.id}`),
      );
    return [...lost.map(({ id }) => `${nameOf(one)} lost ${id}`), ...broken];
  });
}

const mustsOf = ({ seen }: PlayedTurn): Constraint[] =>
  (seen.understanding?.constraints ?? []).filter(({ strength }) => strength === 'must');

/** Of the first five products of each turn, those that break what its case expects of all. */
function countBroken(played: PlayedTurn[]): { broken: number; of: number } {
  const judged = played.flatMap(({ caseId, turn, seen }) => {
    const { all = [], zero } = dialogues.find(({ id }) => id === caseId)?.turns[turn]?.expect ?? {};
    if (zero && seen.row?.nearMiss) return [];
    return seen.products.slice(0, 5).map(({ id }) => matcher.broken(id, all).length > 0);
  });
  return { broken: judged.filter(Boolean).length, of: judged.length };
}

const breaks = (record: IndexedItem | undefined, criteria: ReturnType<typeof compileConstraint>): boolean =>
  record === undefined || criteria.some((criterion) => judge(criterion, record) === 'no');

/** Amounts of money in the text that neither a card of the conversation nor a wish has: read by hand, not by the gate. */
function strayAmounts(played: PlayedTurn[]): string[] {
  return played.flatMap((one) => {
    const { text, cards } = one.seen;
    const wishes = one.seen.understanding?.constraints.flatMap(({ value }) => [value].flat().map(Number)) ?? [];
    const earlier = played.filter(({ caseId, turn }) => caseId === one.caseId && turn <= one.turn);
    const prices = [...cards, ...earlier.flatMap(({ seen }) => seen.cards)].flatMap((card) =>
      card.kind === 'product' && card.price ? [card.price.amount] : [],
    );
    const said = [...text.matchAll(/\$([\d,]+(?:\.\d+)?)/g)].map(([, amount = '']) => Number(amount.replace(/,/g, '')));
    return said
      .filter((amount) => !prices.includes(amount) && !wishes.includes(amount))
      .map((amount) => `${nameOf(one)}: $${amount}`);
  });
}

test('the dialogues are the sample’s, and without a model nothing is degraded by one', () => {
  expect(dialogues.length).toBeGreaterThanOrEqual(30);
  expect(without.length).toBeGreaterThanOrEqual(160);
  expectWhole(without);
  expect(without.flatMap(({ seen }) => seen.end?.degraded ?? [])).not.toContain('model');
});

describe('an endpoint that lies about everything, asked at every turn of every dialogue,', () => {
  let played: PlayedTurn[];
  beforeAll(async () => {
    endpoint.requests.length = 0;
    played = await play(known.lying, dialogues);
  });

  test('is really asked, and every turn ends with its cards where they were', () => {
    expect(endpoint.requests.length).toBeGreaterThan(150);
    expectWhole(played);
  });

  test('gets none of its lies to a shopper', () => {
    expect(lies.size).toBeGreaterThan(80);
    const said = played.flatMap((one) =>
      (lies.get(textOf(one)) ?? [])
        .filter((mark) => mark.test(one.seen.text))
        .map((mark) => `${nameOf(one)}: ${mark.source}: ${one.seen.text}`),
    );
    expect(said).toEqual([]);
    expect(strayAmounts(played)).toEqual([]);
  });

  test('takes no wish away that must be, and shows no card that breaks one', async () => {
    expect(await breaches(played)).toEqual([]);
  });

  test('breaks what the dialogues say with no more cards than the embedded parser does', () => {
    expect(countBroken(played).broken).toBeLessThanOrEqual(countBroken(without).broken);
  });
});

describe.each(['slow', 'dead', 'out of order', 'rate-limiting', 'cutting', 'babbling'])(
  'an endpoint that is %s',
  (name) => {
    test('leaves cards, wishes and words as they are without a model, and says so', async () => {
      const played = await play(known[name], dialogues.slice(0, 10), openHastyModel());
      expectWhole(played);
      expect(await breaches(played)).toEqual([]);
      for (const one of played) {
        const before = sameTurn(one).seen;
        expect([nameOf(one), one.seen.understanding?.constraints]).toEqual([
          nameOf(one),
          before.understanding?.constraints,
        ]);
        expect([nameOf(one), one.seen.cards.map(({ id }) => id)]).toEqual([
          nameOf(one),
          before.cards.map(({ id }) => id),
        ]);
      }
      expect(played.some(({ seen }) => seen.end?.degraded.includes('model'))).toBe(true);
    });
  },
);

test('an honest endpoint that adds nothing changes no card, and speaks', async () => {
  const played = await play(known.honest, dialogues.slice(0, 10));
  expectWhole(played);
  for (const one of played)
    expect([nameOf(one), one.seen.cards.map(({ id }) => id)]).toEqual([
      nameOf(one),
      sameTurn(one).seen.cards.map(({ id }) => id),
    ]);
  expect(played.some((one) => one.seen.text !== sameTurn(one).seen.text)).toBe(true);
  expect(strayAmounts(played)).toEqual([]);
});
