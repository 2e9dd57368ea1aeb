import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { repositoryRoot } from '../../server/config.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from '../../server/llm/testing/scripted-endpoint.ts';
import { shop as learned } from '../../server/testing/fixture-shop.ts';
import { MemoryRetriever } from '../../server/testing/memory-retriever.ts';
import { openShop as openTurnShop } from '../../server/turn/open-shop.ts';
import { ShopAssistant } from '../../server/turn/shop-assistant.ts';
import { runEval } from '../main.ts';
import type { OpenShop } from '../shop/eval-shop.ts';
import { readRequest } from './testing/read-request.ts';

let endpoint: ScriptedEndpoint;
let folder: string;
let lines: string[];

/** The product over the fixture shop. */
const openShop: OpenShop = async () => {
  const shop = openTurnShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items) });
  return {
    assistant: new ShopAssistant(shop),
    withModel: (model) => new ShopAssistant({ ...shop, model }),
    items: new Map(learned.items.map(({ item }) => [item.id, item])),
    arms: {},
    close: async () => undefined,
  };
};

const wish = (words: string, facet: string, value: string) => ({
  words,
  facet,
  relation: 'is',
  value,
  unit: null,
  strength: 'must',
});
const expected = (facet: string, value: string) => ({ facet, relation: 'is', value });

beforeAll(async () => {
  endpoint = await startScriptedEndpoint(() => '');
});
afterAll(() => endpoint.close());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aisle-parsers-'));
  lines = [];
  endpoint.requests.length = 0;
  endpoint.respond = (request) => {
    const { shopper } = readRequest(request);
    const wishes = shopper.includes('thrones') ? [wish('thrones', 'category', 'chair')] : [];
    return JSON.stringify({ act: 'search', wishes, confidence: 1 });
  };
  const suite = join(folder, 'suites/words');
  mkdirSync(suite, { recursive: true });
  writeFileSync(join(folder, 'catalog.jsonl'), '');
  writeFileSync(join(suite, 'suite.yaml'), 'kind: understanding\ncatalog: ../../catalog.jsonl\ncases: cases.jsonl\n');
  const cases = [
    { id: 'easy', text: 'a sofa', expect: { constraints: [expected('category', 'sofa')] } },
    { id: 'hard', text: 'qwerty thrones blorp', expect: { constraints: [expected('category', 'chair')] } },
  ];
  writeFileSync(join(suite, 'cases.jsonl'), cases.map((one) => JSON.stringify(one)).join('\n'));
});

const run = (env: Record<string, string>, ...argv: string[]): Promise<number> =>
  runEval({
    argv,
    write: (line) => lines.push(line),
    isLive: false,
    evalsFolder: folder,
    workFolder: folder,
    openShop,
    env,
  });
const live = () => ({
  OPENAI_API_KEY: 'k',
  OPENAI_BASE_URL: endpoint.url,
  OPENAI_MODEL: 'Tiny 1',
  OPENAI_INPUT_PRICE: '2',
});
const replay = { OPENAI_MODEL: 'Tiny 1', OPENAI_INPUT_PRICE: '2' };
const output = (): string => lines.join('\n');
const reportOf = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')).suites[0];
const figure = ({ figures }: { figures: { metric: string; value: number }[] }, metric = 'f1'): number | undefined =>
  figures.find((one) => one.metric === metric)?.value;

describe('three ways to read a turn', () => {
  test('stand side by side, with how often each asks and what that takes', async () => {
    expect(
      await run(
        live(),
        'words',
        '--parser',
        'embedded,cascade,model',
        '--live',
        '--json',
        'live.json',
        '--html',
        'x.html',
      ),
    ).toBe(0);
    const suite = reportOf('live.json');
    expect([suite.arm, ...suite.arms.map(({ name }: { name: string }) => name)]).toEqual([
      'embedded',
      'cascade',
      'model',
      'keyword',
    ]);
    const [cascade, model] = suite.arms;
    // What is easy is asked about by neither but the model alone, which forgets the sofa.
    expect(cascade.model).toMatchObject({ turns: 2, asked: 1, readings: { added: 1 }, unrecorded: 0 });
    expect(model.model).toMatchObject({ turns: 2, asked: 2 });
    expect(cascade.model.cost).toBeGreaterThan(0);
    expect(Object.keys(cascade.model.prompts)).toEqual(['parse-intent']);
    expect(cascade.model.promptsHash).toMatch(/^[0-9a-f]{12}$/);
    expect(cascade).toMatchObject({ better: ['hard'], worse: [] });
    expect(model).toMatchObject({ better: ['hard'], worse: ['easy'] });
    expect(figure(cascade)).toBe(1);
    expect(output()).toMatch(/asked turns\s+–\s+50\.0%\s+100\.0%/);
    expect(readFileSync(join(folder, 'x.html'), 'utf8')).toMatch(/<td>asked turns<\/td><td>–<\/td><td>50\.0%<\/td>/);
    expect(output()).toContain('model against embedded: better hard; worse easy');
  });

  test('give the same figures again without the model', async () => {
    const ways = ['words', '--parser', 'embedded,cascade,model', '--json'];
    await run(live(), ...ways, 'live.json', '--live');
    const asked = endpoint.requests.length;
    expect(await run(replay, ...ways, 'replay.json')).toBe(0);
    expect(endpoint.requests).toHaveLength(asked);
    const [first, again] = [reportOf('live.json'), reportOf('replay.json')];
    expect({ ...again, seconds: 0 }).toEqual({ ...first, seconds: 0 });
  });

  test('end with exit code 2 where a replay misses an answer', async () => {
    await run(live(), 'words', '--parser', 'cascade', '--live');
    expect(await run(replay, 'words', '--parser', 'model')).toBe(2);
    expect(output()).toContain('1 calls of the language model are not recorded');
  });
});

test('two versions of a prompt are compared in one command', async () => {
  const own = join(repositoryRoot, 'prompts/parse-intent.md');
  cpSync(own, join(folder, 'now.md'));
  writeFileSync(join(folder, 'try.md'), readFileSync(own, 'utf8').replace('You do nothing else.', 'Be brave.'));
  const words = endpoint.respond;
  endpoint.respond = (request, index) =>
    request.messages[0]?.content.includes('Be brave')
      ? words(request, index)
      : '{"act":"search","wishes":[],"confidence":1}';
  expect(await run(live(), 'words', '--prompt', 'parse-intent=now.md,try.md', '--live', '--json', 'out.json')).toBe(0);
  const suite = reportOf('out.json');
  expect(suite.arm).toMatch(/^cascade now@[0-9a-f]{12}$/);
  expect(suite.arms[0].name).toMatch(/^cascade try@[0-9a-f]{12}$/);
  expect(suite.arms[0].model.prompts).not.toEqual(suite.model.prompts);
  expect([figure(suite), figure(suite.arms[0])]).toEqual([expect.closeTo(2 / 3), 1]);
  expect(suite.arms[0]).toMatchObject({ better: ['hard'], worse: [] });
  expect(await run(live(), 'words', '--prompt', 'parse-intent=now.md,nowhere.md', '--live')).toBe(2);
});

test('a model may order the best products as an arm of its own', async () => {
  endpoint.respond = (request) =>
    readRequest(request).kind === 'ranking' ? '{"ids":[]}' : '{"act":"search","wishes":[],"confidence":1}';
  expect(await run(live(), 'words', '--arms', 'full,ranked', '--live', '--json', 'out.json')).toBe(0);
  const [ranked] = reportOf('out.json').arms;
  expect(ranked).toMatchObject({ name: 'ranked', model: { asked: 0, rankings: { same: 1 } } });
});
