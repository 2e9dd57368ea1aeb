import { afterEach, beforeEach, expect, test } from 'vitest';
import { askForJson, streamProse } from './ask-model.ts';
import { buildTestModel } from './testing/build-test-model.ts';
import { type ScriptedEndpoint, startScriptedEndpoint } from './testing/scripted-endpoint.ts';

let endpoint: ScriptedEndpoint;
const options = { sessionId: 's', signal: new AbortController().signal };
const variables = { wishes: '[]', candidates: '["b","a"]', shopper: '"x"' };

beforeEach(async () => {
  endpoint = await startScriptedEndpoint(() => '{"ids":["a","b"]}');
});
afterEach(() => endpoint.close());

test('reads an answer that fits at once', async () => {
  expect(await askForJson(buildTestModel(endpoint.url), 'rerank', 'ranking', variables, options)).toEqual({
    ids: ['a', 'b'],
  });
  expect(endpoint.requests).toHaveLength(1);
});

test('has a broken answer repaired once, with the problems and the schema', async () => {
  endpoint.respond = (_, index) => (index === 0 ? '{"ids":[1,2]}' : '```\n{"ids":["1","2"]}\n```');
  expect(await askForJson(buildTestModel(endpoint.url), 'rerank', 'ranking', variables, options)).toEqual({
    ids: ['1', '2'],
  });
  const repair = endpoint.requests[1]?.messages[1]?.content;
  expect(repair).toContain('ids.0');
  expect(repair).toContain('"required":["ids"]');
});

test('gives up after one repair', async () => {
  endpoint.respond = () => 'I would rather not.';
  await expect(askForJson(buildTestModel(endpoint.url), 'rerank', 'ranking', variables, options)).rejects.toMatchObject(
    {
      code: 'model_answer',
    },
  );
  expect(endpoint.requests).toHaveLength(2);
});

test('streams prose of a prompt', async () => {
  endpoint.respond = () => 'It is linen.';
  const prose = { item: '{}', asked: '[]', shopper: '"is it linen?"' };
  let text = '';
  for await (const piece of streamProse(buildTestModel(endpoint.url), 'answer-about-item', prose, options))
    text += piece;
  expect(text).toBe('It is linen.');
  expect(endpoint.requests[0]?.messages[1]?.content).toContain('is it linen?');
});
