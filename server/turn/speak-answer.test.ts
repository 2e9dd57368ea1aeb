import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TurnPart } from '../contract/index.ts';
import { emptyMemory, type SessionMemory } from '../domain/session-memory.ts';
import { buildTurnModel } from '../llm/open-model.ts';
import { buildTestModel } from '../llm/testing/build-test-model.ts';
import { type Script, type ScriptedEndpoint, startScriptedEndpoint } from '../llm/testing/scripted-endpoint.ts';
import { shop as learned } from '../testing/fixture-shop.ts';
import { MemoryRetriever } from '../testing/memory-retriever.ts';
import { openShop } from './open-shop.ts';
import { runTurn } from './run-turn.ts';

/** Opened once: nothing in it changes. */
const bare = openShop({ ...learned, problems: [] }, { retriever: new MemoryRetriever(learned.items) });

let endpoint: ScriptedEndpoint;
beforeAll(async () => {
  endpoint = await startScriptedEndpoint(() => '');
});
afterAll(() => endpoint.close());

async function say(text: string, memory: SessionMemory, script?: Script | string) {
  endpoint.respond = () => script ?? '';
  endpoint.requests.length = 0;
  const model = script === undefined ? undefined : buildTurnModel(buildTestModel(endpoint.url, { retries: 0 }));
  const shop = { ...bare, model };
  const parts: TurnPart[] = [];
  const input = { sessionId: 's', turnId: 't', limit: 12, locale: 'en', memory, text };
  const outcome = await runTurn(shop, input, (part) => parts.push(part), new AbortController().signal, 0);
  const words = parts.flatMap((part) => (part.type === 'text-delta' ? [part.delta] : [])).join('');
  const degraded = parts.flatMap((part) => (part.type === 'turn-end' ? part.degraded : []));
  return { words, memory: outcome.memory, isDegraded: degraded.includes('model'), model };
}

const sofas = async (): Promise<SessionMemory> => (await say('sofa under 900', emptyMemory())).memory;

describe('a question about an item', () => {
  const question = 'what is the first one made of?';

  test('is answered by the model where the record bears it out', async () => {
    const memory = await sofas();
    const [first] = memory.dialogue.rows[0]?.items ?? [];
    const { words, isDegraded, model } = await say(
      'how much is the first one?',
      memory,
      `It costs {{price:${first}}}.`,
    );
    expect(words).toMatch(/^It costs \$\d+\.$/);
    expect(isDegraded).toBe(false);
    expect(model?.tally.read().replies).toEqual({ model: 1 });
    expect(endpoint.requests[0]?.messages[1]?.content).toContain(`{{item:${first}}}`);
  });

  test('is answered by the record as well where the model speaks of something else', async () => {
    const memory = await sofas();
    const [first] = memory.dialogue.rows[0]?.items ?? [];
    const { words: record } = await say('is the first one waterproof?', memory);
    expect((await say('is the first one waterproof?', memory, `It costs {{price:${first}}}.`)).words).toMatch(
      /^It costs \$\d+\. /,
    );
    expect((await say('is the first one waterproof?', memory, `It costs {{price:${first}}}.`)).words).toContain(record);
  });

  test('says nothing of how many fit, which is not known there', async () => {
    const memory = await sofas();
    const { words } = await say(question, memory, '3 sofas fit. It is the cheapest.');
    expect(words).toBe((await say(question, memory)).words);
  });

  test.each<[string, Script | string, boolean]>([
    ['lies of its material', 'It is made of unobtainium.', false],
    ['lies of its price', 'It costs $3. It is on sale.', false],
    ['promises delivery', 'It arrives tomorrow, free of charge.', false],
    ['speaks of an item that is not there', '{{item:unicorn}} is made of linen.', false],
    ['says nothing', '', true],
    ['fails', { text: '', status: 500 }, true],
    ['breaks off', { text: 'It is made of linen and of', cutAfter: 20 }, true],
  ])('is answered by the record where the model %s', async (_, script, isFault) => {
    const memory = await sofas();
    const [without, having] = [await say(question, memory), await say(question, memory, script)];
    expect(having.words).toBe(without.words);
    if (isFault) expect(having.isDegraded || script === '').toBe(true);
    else expect(having.isDegraded).toBe(false);
  });
});

describe('a comparison', () => {
  const comparison = 'compare the first and the second';

  test('is told by the model as far as the records bear it out', async () => {
    const memory = await sofas();
    const [first, second] = memory.dialogue.rows[0]?.items ?? [];
    const prices = `{{item:${first}}} costs {{price:${first}}}. {{item:${second}}} costs {{price:${second}}}.`;
    const { words } = await say(comparison, memory, `${prices} {{item:${first}}} is the better buy.`);
    expect(words).toMatch(/^\S.* costs \$\d+\. \S.* costs \$\d+\.$/);
    expect(endpoint.requests[0]?.messages[1]?.content).toContain('<data kind="differences">');
  });

  test('is told by the records where the model lies', async () => {
    const memory = await sofas();
    const [without, having] = [
      await say(comparison, memory),
      await say(comparison, memory, 'Both are made of gold. The first one is free.'),
    ];
    expect(having.words).toBe(without.words);
  });
});

test('the cart and talk are never the model’s to tell', async () => {
  const memory = await sofas();
  for (const text of ['what is in my cart?', 'hello', 'thanks']) await say(text, memory, 'Your cart has 9 items.');
  expect(endpoint.requests).toEqual([]);
});
