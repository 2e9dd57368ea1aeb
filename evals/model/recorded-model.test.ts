import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ModelCall } from '../../server/llm/model-port.ts';
import { buildTestModel } from '../../server/llm/testing/build-test-model.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from '../../server/llm/testing/scripted-endpoint.ts';
import { RecordedModel } from './recorded-model.ts';
import { hashCall, Recordings } from './recordings.ts';

let endpoint: ScriptedEndpoint;
let file: string;
const signal = new AbortController().signal;
const call: ModelCall = {
  prompt: 'parse-intent',
  promptHash: 'abc',
  messages: [{ role: 'user', content: 'a sofa' }],
  sampling: { temperature: 0, maxTokens: 50 },
  output: 'intent',
  sessionId: 's',
};

beforeAll(async () => {
  endpoint = await startScriptedEndpoint(() => 'answer');
});
afterAll(() => endpoint.close());
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'recordings-')), 'model.jsonl');
  endpoint.requests.length = 0;
  endpoint.respond = () => 'answer';
});

function open(isLive: boolean) {
  const { model, meter } = buildTestModel(endpoint.url, { retries: 0 });
  const recordings = new Recordings(file);
  let now = 0;
  const parts = { name: 'scripted', recordings, meter, now: () => (now += 5) };
  return { meter, recordings, recorded: new RecordedModel({ ...parts, live: isLive ? model : undefined }) };
}

test('a call that was recorded is answered without the endpoint, with what it took', async () => {
  const live = open(true);
  expect(await live.recorded.complete(call, signal)).toBe('answer');
  live.recordings.save();
  const replay = open(false);
  expect(await replay.recorded.complete({ ...call, sessionId: 'other', timeoutMs: 3 }, signal)).toBe('answer');
  expect(endpoint.requests).toHaveLength(1);
  expect(replay.meter.read().get('parse-intent')).toEqual(live.meter.read().get('parse-intent'));
  expect(replay.recorded.log).toEqual({ tookMs: [5], unrecorded: 0, prompts: { 'parse-intent': 'abc' } });
});

test('prose is recorded whole', async () => {
  const read = async ({ recorded }: ReturnType<typeof open>): Promise<string[]> => {
    const pieces: string[] = [];
    for await (const piece of recorded.stream({ ...call, output: undefined }, signal)) pieces.push(piece);
    return pieces;
  };
  endpoint.respond = () => 'Four sofas fit, all of them blue.';
  const live = open(true);
  await read(live);
  live.recordings.save();
  expect(await read(open(false))).toEqual(['Four sofas fit, all of them blue.']);
});

test.each<[string, Partial<ModelCall>]>([
  ['other words', { messages: [{ role: 'user', content: 'a chair' }] }],
  ['another temperature', { sampling: { temperature: 1, maxTokens: 50 } }],
  ['another output', { output: 'ranking' }],
])('%s are another call, which a replay refuses', async (_, change) => {
  const live = open(true);
  await live.recorded.complete(call, signal);
  live.recordings.save();
  const { recorded, meter } = open(false);
  await expect(recorded.complete({ ...call, ...change }, signal)).rejects.toMatchObject({ code: 'model_unrecorded' });
  expect(recorded.log.unrecorded).toBe(1);
  expect(meter.read().get('parse-intent')).toMatchObject({ failures: 1 });
});

test('another model is another answer', () => {
  expect(hashCall('one', call)).not.toBe(hashCall('other', call));
});

test('a live run asks once for the same call, and takes the place of what was recorded', async () => {
  const first = open(true);
  await first.recorded.complete(call, signal);
  first.recordings.save();
  endpoint.respond = () => 'better';
  const again = open(true);
  expect(await Promise.all([0, 1].map(() => again.recorded.complete(call, signal)))).toEqual(['better', 'better']);
  expect(endpoint.requests).toHaveLength(2);
  expect(again.meter.read().get('parse-intent')).toMatchObject({ calls: 2 });
  again.recordings.save();
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
  expect(await open(false).recorded.complete(call, signal)).toBe('better');
});

test('what failed is not recorded', async () => {
  endpoint.respond = () => ({ text: '', status: 500 });
  const { recorded, recordings } = open(true);
  await expect(recorded.complete(call, signal)).rejects.toMatchObject({ code: 'model_unavailable' });
  recordings.save();
  expect(recordings.size).toBe(0);
});

test('a line that is no recording is named', () => {
  writeFileSync(file, '{"hash":"x"}\n');
  expect(() => new Recordings(file)).toThrow(/model\.jsonl:1: no recording/);
});
