import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TurnPart } from '../contract/index.ts';
import { emptyMemory } from '../domain/session-memory.ts';
import { buildTurnModel } from '../llm/open-model.ts';
import { buildTestModel } from '../llm/testing/build-test-model.ts';
import { type Script, type ScriptedEndpoint, startScriptedEndpoint } from '../llm/testing/scripted-endpoint.ts';
import { shop as learned } from '../testing/fixture-shop.ts';
import { MemoryRetriever } from '../testing/memory-retriever.ts';
import { openShop } from './open-shop.ts';
import { runTurn } from './run-turn.ts';

let endpoint: ScriptedEndpoint;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint(() => '');
});
afterAll(() => endpoint.close());

async function say(text: string, script?: Script | string, timeoutMs = 20_000): Promise<TurnPart[]> {
  const model =
    script === undefined ? undefined : buildTurnModel(buildTestModel(endpoint.url, { retries: 0, timeoutMs }));
  endpoint.respond = () => script ?? '';
  const shop = openShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items), model });
  const parts: TurnPart[] = [];
  const input = { sessionId: 's', turnId: 't', limit: 12, locale: 'en', memory: emptyMemory(), text };
  await runTurn(shop, input, (part) => parts.push(part), new AbortController().signal, 0);
  return parts;
}

const words = (parts: TurnPart[]): string =>
  parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : [])).join('');
const degraded = (parts: TurnPart[]): string[] =>
  parts.flatMap((part) => (part.type === 'turn-end' ? part.degraded.filter((one) => one === 'model') : []));
const kinds = (parts: TurnPart[]): string[] => parts.map(({ type }) => type);

test('says of the row what the records bear out, after the cards', async () => {
  const parts = await say(
    'sofa under 900',
    'The cheapest of these is {{item:sofa-navy}} at {{price:sofa-navy}}. It ships for free.',
  );
  expect(words(parts)).toBe('The cheapest of these is Harbour Sofa at $480.');
  expect(kinds(parts).indexOf('cards')).toBeLessThan(kinds(parts).indexOf('text-delta'));
  expect(degraded(parts)).toEqual([]);
});

test.each<[string, Script | string]>([
  ['lies', 'Harbour Sofa costs $5. All of these are free.'],
  ['fails', { text: '', status: 500 }],
  ['never answers', { text: 'x', delayMs: 60_000 }],
  ['breaks off', { text: 'The cheapest of these is nobody', cutAfter: 12 }],
  ['says nothing', { text: '' }],
])('a model that %s leaves the turn as it is without one', async (what, script) => {
  const [without, having] = [
    await say('sofa under 900'),
    await say('sofa under 900', script, what === 'never answers' ? 200 : undefined),
  ];
  expect(words(having)).toBe(words(without));
  expect(kinds(having)).toEqual(kinds(without));
  expect(degraded(having)).toEqual(what === 'lies' || what === 'says nothing' ? [] : ['model']);
});

test('the template speaks where nothing fits: it says all that must be said', async () => {
  const text = 'leather sofa under 20';
  expect(words(await say(text, '3 sofas fit.'))).toBe(words(await say(text)));
});
