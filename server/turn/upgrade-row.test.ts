import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PartOf, TurnPart } from '../contract/index.ts';
import { compileConstraint } from '../criteria/compile-criterion.ts';
import type { Candidate } from '../domain/candidate.ts';
import { emptyMemory, type SessionMemory } from '../domain/session-memory.ts';
import { buildTurnModel } from '../llm/open-model.ts';
import { buildTestModel } from '../llm/testing/build-test-model.ts';
import {
  type ChatRequest,
  type Script,
  type ScriptedEndpoint,
  startScriptedEndpoint,
} from '../llm/testing/scripted-endpoint.ts';
import { DEFAULT_USES, type ModelUses, type TurnModel } from '../llm/turn-model.ts';
import { shop as learned, lexicon, say as sayWish, wish as wishOf } from '../testing/fixture-shop.ts';
import { MemoryRetriever } from '../testing/memory-retriever.ts';
import { openShop } from './open-shop.ts';
import { orderBy } from './rank-row.ts';
import { runTurn } from './run-turn.ts';

/** Opened once: nothing in it changes. */
const bare = openShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items) });

let endpoint: ScriptedEndpoint;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint(() => '');
});
afterAll(() => endpoint.close());
beforeEach(() => {
  endpoint.requests.length = 0;
  endpoint.respond = () => '{"act":"search","wishes":[],"confidence":1}';
});

const open = (uses: Partial<ModelUses> = {}, timeoutMs = 20_000): TurnModel =>
  buildTurnModel(buildTestModel(endpoint.url, { retries: 0, timeoutMs }), {
    ...DEFAULT_USES,
    reading: 'always',
    readingTimeoutMs: timeoutMs,
    replies: false,
    ...uses,
  });

interface Played {
  parts: TurnPart[];
  memory: SessionMemory;
}

async function say(text: string, model?: TurnModel, memory = emptyMemory(), seen?: TurnPart[]): Promise<Played> {
  const shop = { ...bare, model };
  const parts: TurnPart[] = seen ?? [];
  const input = { sessionId: 's', turnId: 't', limit: 12, locale: 'en', memory, text };
  const outcome = await runTurn(shop, input, (part) => parts.push(part), new AbortController().signal, 0);
  return { parts, memory: outcome.memory };
}

const of = <Type extends TurnPart['type']>(parts: TurnPart[], type: Type) =>
  parts.filter((part): part is PartOf<Type> => part.type === type);
const kinds = ({ parts }: Played): string[] => parts.map(({ type }) => type);
const cardIds = ({ parts }: Played): string[] => (of(parts, 'cards').at(-1)?.cards ?? []).map(({ id }) => id);
const degraded = ({ parts }: Played): string[] =>
  of(parts, 'turn-end').flatMap((part) => part.degraded.filter((one) => one === 'model'));
const wishesOf = ({ memory }: Played): string[] => memory.dialogue.wishes.constraints.map(sayWish);

const wish = (words: string, facet: string, relation: string, value: unknown, strength = 'must') => ({
  words,
  facet,
  relation,
  value,
  unit: null,
  strength,
});
const reads = (...wishes: ReturnType<typeof wish>[]): string =>
  JSON.stringify({ act: 'search', wishes, confidence: 0.9 });
const isReading = ({ response_format: format }: ChatRequest): boolean =>
  JSON.stringify(format ?? '').includes('intent');

describe('a model that reads more than the embedded parser', () => {
  const text = 'sofa under 900, fit for a throne room';
  const answer = reads(wish('fit for a throne room', 'material', 'is', 'velvet', 'prefer'));

  test('is asked after the cards, and upgrades understanding and row in place', async () => {
    const seen: TurnPart[] = [];
    const before: string[][] = [];
    endpoint.respond = () => {
      before.push(seen.map(({ type }) => type));
      return answer;
    };
    const played = await say(text, open(), emptyMemory(), seen);
    expect(before).toEqual([['turn-start', 'understanding', 'cards']]);
    const [first, second] = of(played.parts, 'cards');
    expect([first?.revision, second?.revision]).toEqual([1, 2]);
    expect(second?.rowId).toBe(first?.rowId);
    const [embedded, model] = of(played.parts, 'understanding');
    expect([embedded?.source, model?.source]).toEqual(['embedded', 'model']);
    expect(model?.constraints.map(sayWish)).toEqual([
      ...(embedded?.constraints.map(sayWish) ?? []),
      '? material is velvet',
    ]);
    expect(model?.ledger.map(({ words }) => words)).toContain('fit for a throne room');
    expect(kinds(played).indexOf('text-delta')).toBeGreaterThan(kinds(played).lastIndexOf('cards'));
    expect(degraded(played)).toEqual([]);
  });

  test('leaves its wishes in the memory, as one step to undo, with the row once', async () => {
    endpoint.respond = () => answer;
    const played = await say(text, open());
    expect(wishesOf(played)).toContain('? material is velvet');
    expect(played.memory.dialogue.rows).toHaveLength(1);
    expect(played.memory.dialogue.rows[0]?.items).toEqual(cardIds(played));
    expect((await say('undo', open(), played.memory)).memory.dialogue.wishes.constraints).toEqual([]);
  });

  test('changes no part of a turn to which it adds nothing', async () => {
    const [without, having] = [await say(text), await say(text, open())];
    expect(kinds(having)).toEqual(kinds(without));
    expect(having.memory.dialogue.wishes).toEqual(without.memory.dialogue.wishes);
  });
});

describe('a reading that contradicts', () => {
  test('a wish in force is put to the shopper, and nothing changes until a tap', async () => {
    endpoint.respond = () => reads(wish('sofa', 'category', 'is', 'chair'));
    const [without, having] = [await say('sofa under 900'), await say('sofa under 900', open())];
    expect(wishesOf(having)).toEqual(wishesOf(without));
    expect(cardIds(having)).toEqual(cardIds(without));
    const [question] = of(having.parts, 'question');
    expect(question?.options).toMatchObject([{ label: 'chair', edit: { set: { facet: 'category', value: 'chair' } } }]);
  });

  test('everything on the screen is put to the shopper instead of emptying the row', async () => {
    const text = 'sofa under 900 and navy suede';
    endpoint.respond = () =>
      reads(wish('suede', 'brand', 'is', 'Zenix'), wish('navy suede', 'waterproof', 'is', 'yes'));
    const played = await say(text, open());
    expect(of(played.parts, 'cards').at(-1)?.nearMiss).toEqual(of((await say(text)).parts, 'cards').at(-1)?.nearMiss);
    expect(wishesOf(played)).toEqual(wishesOf(await say(text)));
  });
});

describe('where the embedded parser understands nothing', () => {
  test('what the model finds becomes the row', async () => {
    endpoint.respond = () => reads(wish('thrones', 'category', 'is', 'chair'));
    const played = await say('qwerty thrones blorp', open({ reading: 'cascade' }));
    expect(kinds(played).slice(0, 4)).toEqual(['turn-start', 'understanding', 'understanding', 'cards']);
    expect(of(played.parts, 'understanding').map(({ act }) => act)).toEqual(['unclear', 'search']);
    expect(endpoint.requests.filter(isReading)).toHaveLength(1);
  });

  test('talk is answered as talk', async () => {
    endpoint.respond = () => '{"act":"help","wishes":[],"confidence":1}';
    const played = await say('qwerty blorp zonk', open({ reading: 'cascade' }));
    expect(of(played.parts, 'understanding').at(-1)?.act).toBe('help');
    expect(of(played.parts, 'cards')).toEqual([]);
  });
});

describe('the policy', () => {
  test('asks nothing about an easy turn, and counts it', async () => {
    const model = open({ reading: 'cascade' });
    await say('sofa under 900', model);
    expect(endpoint.requests).toEqual([]);
    expect(model.tally.read()).toMatchObject({ turns: 1, asked: {} });
    await say('qwerty blorp zonk', model);
    expect(model.tally.read()).toMatchObject({ turns: 2, asked: { unclear: 1 }, readings: { same: 1 } });
  });

  test('asks nothing at all where the shop lets it read nothing', async () => {
    await say('qwerty blorp zonk', open({ reading: 'off' }));
    expect(endpoint.requests).toEqual([]);
  });
});

test.each<[string, Script | string]>([
  ['fails', { text: '', status: 500 }],
  ['never answers', { text: 'x', delayMs: 60_000 }],
  ['breaks off', { text: reads(), cutAfter: 30 }],
  ['babbles', 'I think the shopper wants a sofa.'],
])(
  'a model that %s leaves cards, wishes and words, says so, and is not asked to speak as well',
  async (what, script) => {
    endpoint.respond = () => script;
    const without = await say('sofa under 900');
    const having = await say('sofa under 900', open({ replies: true }, what === 'never answers' ? 100 : 20_000));
    expect(kinds(having)).toEqual(kinds(without));
    expect(cardIds(having)).toEqual(cardIds(without));
    expect(having.memory.dialogue.wishes).toEqual(without.memory.dialogue.wishes);
    expect(of(having.parts, 'text-delta')).toEqual(of(without.parts, 'text-delta'));
    expect(degraded(having)).toEqual(['model']);
    expect(endpoint.requests.some(({ stream }) => stream)).toBe(false);
  },
);

describe('a shopper who goes on while the model thinks', () => {
  test('ends the turn with the reason, and finds the cards that were shown', async () => {
    const gone = new AbortController();
    endpoint.respond = () => {
      gone.abort(new Error('newer turn'));
      return { text: 'x', delayMs: 60_000 };
    };
    const shop = { ...bare, model: open() };
    const memories: SessionMemory[] = [];
    const input = {
      sessionId: 's',
      turnId: 't',
      limit: 12,
      locale: 'en',
      memory: emptyMemory(),
      text: 'sofa under 900',
    };
    const run = runTurn(shop, input, (_, memory) => memory && memories.push(memory), gone.signal, 0);
    await expect(run).rejects.toThrow('newer turn');
    expect(memories.at(-1)?.dialogue.rows[0]?.items.length).toBeGreaterThan(0);
    expect(memories.at(-1)?.dialogue.wishes.constraints.map(sayWish)).toContain('price at-most 900');
  });
});

describe('a model that orders the best products', () => {
  const ranks = (...ids: string[]): string => JSON.stringify({ ids });
  const ranked = (model: TurnModel) => say('sofa under 900', model);

  test('reorders them in the next revision, ids only, and the memory has that order', async () => {
    const plain = cardIds(await say('sofa under 900'));
    endpoint.respond = () => ranks(...[...plain].reverse(), 'unicorn');
    const model = open({ reading: 'off', rankingOrders: 2 });
    const played = await ranked(model);
    expect(of(played.parts, 'cards').map(({ revision }) => revision)).toEqual([1, 2]);
    expect([...cardIds(played)].sort()).toEqual([...plain].sort());
    expect(played.memory.dialogue.rows[0]?.items).toEqual(cardIds(played));
    expect(endpoint.requests).toHaveLength(2);
    expect(model.tally.read().rankings).toEqual({ changed: 1 });
  });

  test('is not asked by default, nor where the shopper named an order', async () => {
    await say('sofa under 900', open({ reading: 'off' }));
    await say('cheapest sofa', open({ reading: 'off', rankingOrders: 2 }));
    expect(endpoint.requests).toEqual([]);
  });

  test('and fails leaves the order as it is', async () => {
    endpoint.respond = () => ({ text: '', status: 500 });
    const played = await ranked(open({ reading: 'off', rankingOrders: 2 }));
    expect(cardIds(played)).toEqual(cardIds(await say('sofa under 900')));
    expect(degraded(played)).toEqual(['model']);
  });
});

describe('places', () => {
  const candidate = (id: string, isKnown: boolean): Candidate => ({
    id,
    recall: 0,
    indexed: {
      terms: isKnown ? ['material=linen'] : [],
      denied: [],
      stated: [],
      numbers: {},
      titleStems: [],
      availability: 'in_stock',
      kind: 'product',
    },
  });
  const linen = compileConstraint(wishOf('material', 'is', 'linen'), lexicon);
  const best = [candidate('a', true), candidate('b', false), candidate('c', true), candidate('d', false)];

  test('change hands among what is known to fit and among the rest, never across', () => {
    expect(orderBy(best, ['d', 'c', 'b', 'a'], linen).map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b']);
  });

  test('stay where the model says nothing', () => {
    expect(orderBy(best, [], linen).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(orderBy(best, ['a', 'b', 'c', 'd'], linen).map(({ finalStage }) => finalStage)).toEqual([
      1, 0.75, 0.5, 0.25,
    ]);
  });
});

test('ten turns are counted in tokens and cost, and each prompt begins the same every time, as provider caches want it', async () => {
  const texts = ['sofa under 900', 'not leather', 'in linen', 'cheaper', 'in stock', 'what about chairs', 'under 300'];
  endpoint.respond = (request) => (isReading(request) ? reads() : '3 products fit.');
  const model = open({ replies: true });
  let memory = emptyMemory();
  for (const text of [...texts, 'in oak', 'not black', 'show me more']) ({ memory } = await say(text, model, memory));
  const [readings, replies] = [endpoint.requests.filter(isReading), endpoint.requests.filter(({ stream }) => stream)];
  expect(readings.length).toBeGreaterThan(5);
  expect(replies.length).toBeGreaterThan(2);
  for (const some of [readings, replies])
    expect(new Set(some.map(({ messages }) => messages[0]?.content)).size).toBe(1);
  const core = (request: ChatRequest): string | undefined => request.messages[1]?.content.split('\n')[1];
  expect(new Set(readings.map(core)).size).toBe(1);
  const usage = [...model.meter.read().values()];
  expect(usage.reduce((sum, { calls }) => sum + calls, 0)).toBe(endpoint.requests.length);
  for (const { inputTokens, cachedTokens, cost } of usage) {
    expect(cachedTokens).toBeGreaterThan(0);
    expect(inputTokens).toBeGreaterThan(cachedTokens);
    expect(cost).toBeGreaterThan(0);
  }
});
