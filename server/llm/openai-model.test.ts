import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ModelCall, Usage } from './model-port.ts';
import { buildTestModel } from './testing/build-test-model.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from './testing/scripted-endpoint.ts';
import { TokenBudget } from './token-budget.ts';

let endpoint: ScriptedEndpoint;
const never = new AbortController().signal;
const prose: ModelCall = {
  prompt: 'compose-reply',
  promptHash: '0',
  messages: [{ role: 'user', content: 'Say it.' }],
  sampling: { temperature: 0, maxTokens: 50 },
  sessionId: 's',
};
const structured: ModelCall = { ...prose, prompt: 'rerank', output: 'ranking' };

beforeEach(async () => {
  endpoint = await startScriptedEndpoint(() => 'Four sofas fit.');
});
afterEach(() => endpoint.close());

async function collect(stream: AsyncIterable<string>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of stream) pieces.push(piece);
  return pieces;
}

describe('a whole answer', () => {
  test('comes back with its tokens and cost counted', async () => {
    const { model, meter } = buildTestModel(endpoint.url);
    expect(await model.complete(prose, never)).toBe('Four sofas fit.');
    const usage = meter.read().get('compose-reply');
    expect(usage).toMatchObject({ calls: 1, inputTokens: 2, cachedTokens: 2, outputTokens: 4, failures: 0 });
    expect(usage?.cost).toBeCloseTo((2 * 1 + 4 * 4) / 1e6, 12);
  });

  test('asks again after a rate limit and a fault of the endpoint', async () => {
    const { model } = buildTestModel(endpoint.url);
    endpoint.respond = (_, index) =>
      [
        { text: '', status: 429, retryAfterSec: 0 },
        { text: '', status: 503 },
      ][index] ?? 'at last';
    expect(await model.complete(prose, never)).toBe('at last');
    expect(endpoint.requests).toHaveLength(3);
  });

  test('does not ask again when the endpoint refuses, and says which settings to check', async () => {
    const { model } = buildTestModel(endpoint.url);
    endpoint.respond = () => ({ text: '', status: 403 });
    await expect(model.complete(prose, never)).rejects.toMatchObject({
      code: 'model_refused',
      message: /OPENAI_API_KEY/,
    });
    expect(endpoint.requests).toHaveLength(1);
  });

  test.each([
    ['cut off in the middle', { text: 'x'.repeat(100), cutAfter: 60 }],
    ['not JSON', { text: '', rawBody: '<html>gateway</html>' }],
    ['without choices', { text: '', rawBody: '{"object":"chat.completion"}' }],
    ['empty', { text: '' }],
  ])('is unavailable when it is %s', async (_, script) => {
    const { model, meter } = buildTestModel(endpoint.url, { retries: 1 });
    endpoint.respond = () => script;
    await expect(model.complete(prose, never)).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(endpoint.requests).toHaveLength(2);
    expect(meter.read().get('compose-reply')?.failures).toBe(1);
  });

  test('is unavailable when it does not come in time', async () => {
    const { model } = buildTestModel(endpoint.url, { timeoutMs: 80 });
    endpoint.respond = () => ({ text: 'late', delayMs: 60_000 });
    await expect(model.complete(prose, never)).rejects.toMatchObject({ code: 'model_unavailable', message: /80 ms/ });
  });

  test('is unavailable when nobody listens', async () => {
    const { model } = buildTestModel('http://127.0.0.1:1/v1', { retries: 0 });
    await expect(model.complete(prose, never)).rejects.toMatchObject({ code: 'model_unavailable' });
  });

  test('ends with the reason of the caller who left', async () => {
    const { model } = buildTestModel(endpoint.url);
    endpoint.respond = () => ({ text: 'late', delayMs: 60_000 });
    const gone = new AbortController();
    const answer = model.complete(prose, gone.signal);
    gone.abort(new Error('newer turn'));
    await expect(answer).rejects.toThrow('newer turn');
    await expect(model.complete(prose, gone.signal)).rejects.toThrow('newer turn');
  });

  test('leaves a failing endpoint alone for a while', async () => {
    const { model } = buildTestModel(endpoint.url, { retries: 0, breakAfter: 2 });
    endpoint.respond = () => ({ text: '', status: 500 });
    for (let turn = 0; turn < 5; turn += 1)
      await expect(model.complete(prose, never)).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(endpoint.requests).toHaveLength(2);
  });

  test('refuses more calls at once than it may have', async () => {
    const { model } = buildTestModel(endpoint.url, { concurrency: 1 });
    endpoint.respond = () => ({ text: 'slow', delayMs: 50 });
    const answers = await Promise.allSettled([1, 2, 3, 4].map(() => model.complete(prose, never)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'model_busy' } });
  });
});

describe('an answer in JSON', () => {
  test('is asked for by schema', async () => {
    const { model } = buildTestModel(endpoint.url);
    await model.complete(structured, never);
    expect(endpoint.requests[0]?.response_format).toMatchObject({
      type: 'json_schema',
      json_schema: {
        name: 'ranking',
        strict: true,
        schema: { type: 'object', required: ['ids'], additionalProperties: false },
      },
    });
  });

  test('is asked for more plainly where the endpoint refuses, and stays so', async () => {
    const { model } = buildTestModel(endpoint.url);
    endpoint.refusedFormats = new Set(['json_schema', 'json_object']);
    await model.complete(structured, never);
    await model.complete(structured, never);
    expect(endpoint.requests.map(({ response_format }) => response_format)).toEqual([undefined, undefined]);
  });
});

describe('a stream', () => {
  test('hands on the pieces as they come and counts them', async () => {
    const { model, meter } = buildTestModel(endpoint.url);
    const pieces = await collect(model.stream(prose, never));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('Four sofas fit.');
    expect(meter.read().get('compose-reply')).toMatchObject({ calls: 1, inputTokens: 2, outputTokens: 4 });
  });

  test('is opened again while nothing is out yet', async () => {
    const { model } = buildTestModel(endpoint.url);
    endpoint.respond = (_, index) => (index === 0 ? { text: '', status: 502 } : 'now');
    expect((await collect(model.stream(prose, never))).join('')).toBe('now');
  });

  test.each([
    ['breaks off in the middle of a token', { text: 'Four sofas fit your wish.', cutAfter: 13 }],
    ['ends without a finish reason', { text: 'Four sofas', noFinish: true }],
  ])('that %s throws after the pieces that came, and is counted', async (_, script) => {
    const { model, meter } = buildTestModel(endpoint.url);
    endpoint.respond = () => script;
    const pieces: string[] = [];
    const read = async (): Promise<void> => {
      for await (const piece of model.stream(prose, never)) pieces.push(piece);
    };
    await expect(read()).rejects.toMatchObject({ code: 'model_unavailable' });
    expect(pieces.join('')).toMatch(/^Four so/);
    expect(endpoint.requests).toHaveLength(1);
    expect(meter.read().get('compose-reply')).toMatchObject({ failures: 1 });
    expect(meter.read().get('compose-reply')?.outputTokens).toBeGreaterThan(0);
  });

  test('ends with the reason of the caller who left in the middle', async () => {
    const { model } = buildTestModel(endpoint.url);
    endpoint.respond = () => 'x'.repeat(5_000);
    const gone = new AbortController();
    const read = async (): Promise<void> => {
      for await (const _ of model.stream(prose, gone.signal)) gone.abort(new Error('newer turn'));
    };
    await expect(read()).rejects.toThrow('newer turn');
  });
});

test('a caller with less time than the model has is not kept waiting, and hears what the call took', async () => {
  endpoint.respond = () => ({ text: 'late', delayMs: 60_000 });
  const { model } = buildTestModel(endpoint.url, { retries: 0, timeoutMs: 60_000 });
  await expect(model.complete({ ...prose, timeoutMs: 30 }, never)).rejects.toThrow('not within 30 ms');
  endpoint.respond = () => 'Four sofas fit.';
  const usages: Usage[] = [];
  await model.complete({ ...prose, counted: (usage) => usages.push(usage) }, never);
  expect(usages).toHaveLength(1);
  expect(usages[0]?.outputTokens).toBeGreaterThan(0);
});

describe('the budget', () => {
  test('of a session is refused once it is spent, others go on', async () => {
    const budget = new TokenBudget({ sessionTokens: 5, dayTokens: 1_000 }, () => 0);
    const { model } = buildTestModel(endpoint.url, { budget });
    await model.complete(prose, never);
    await expect(model.complete(prose, never)).rejects.toMatchObject({ code: 'model_budget', message: /session/ });
    expect(await model.complete({ ...prose, sessionId: 'other' }, never)).toBe('Four sofas fit.');
    expect(endpoint.requests).toHaveLength(2);
  });

  test('of a day is refused once it is spent, and is new the next day', async () => {
    let now = 0;
    const budget = new TokenBudget({ sessionTokens: 1_000, dayTokens: 5 }, () => now);
    const { model } = buildTestModel(endpoint.url, { budget });
    await model.complete(prose, never);
    await expect(collect(model.stream(prose, never))).rejects.toMatchObject({ code: 'model_budget', message: /day/ });
    now = 86_400_000;
    expect(await model.complete(prose, never)).toBe('Four sofas fit.');
  });
});
