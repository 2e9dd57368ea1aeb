import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { describeEmbedder } from '../embedder.contract.ts';
import type { Embedder } from '../embedder.ts';
import { OpenAiEmbedder } from './openai-embedder.ts';
import { createRealEmbedder } from './real-embedder.ts';

/** An endpoint with a real model behind it that can be told to misbehave. */
let server: Server;
let model: Embedder;
let url: string;
let faults: ('busy' | 'broken' | 'refuse' | 'short' | 'hang' | 'shuffle')[] = [];
const seen: { authorization?: string; model: string; inputs: number }[] = [];

beforeAll(async () => {
  model = await createRealEmbedder();
  server = createServer(async (request, response) => {
    const body = JSON.parse(await readAll(request)) as { model: string; input: string[] };
    seen.push({ authorization: request.headers.authorization, model: body.model, inputs: body.input.length });
    const fault = faults.shift();
    if (fault === 'hang') return;
    if (fault === 'busy') return response.writeHead(429).end();
    if (fault === 'broken') return response.writeHead(503).end();
    if (fault === 'refuse') return response.writeHead(401).end();
    // One text is a query as far as this endpoint can tell, as it is behind a balancer with a lane for short requests.
    const vectors = await model.embed(body.input, { kind: body.input.length === 1 ? 'query' : 'passage' });
    const data = vectors.map((vector, index) => ({ index, embedding: [...vector].map((value) => value * 3) }));
    if (fault === 'short') data.pop();
    if (fault === 'shuffle') data.reverse();
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
});
afterEach(() => {
  faults = [];
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await model.close();
});

const connect = (queryTimeoutMs = 60_000) =>
  OpenAiEmbedder.connect({ url, model: 'some-model', apiKey: 'k3y', queryTimeoutMs, passageTimeoutMs: 60_000 });

describeEmbedder('endpoint', () => connect());

describe('the endpoint', () => {
  test('is asked with the key and the model name, in batches', async () => {
    const embedder = await connect();
    seen.length = 0;
    await embedder.embed(Array.from({ length: 100 }, (_, index) => `text ${index}`));
    expect(seen).toEqual([64, 36].map((inputs) => ({ authorization: 'Bearer k3y', model: 'some-model', inputs })));
  });

  test('is asked again when it is busy or fails for a moment', async () => {
    const embedder = await connect();
    faults = ['busy', 'broken'];
    expect(await embedder.embed(['again'])).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('may answer out of order', async () => {
    const embedder = await connect();
    const straight = await embedder.embed(['one thing', 'another thing']);
    faults = ['shuffle'];
    expect(await embedder.embed(['one thing', 'another thing'])).toEqual(straight);
  });

  test.each([
    ['refuses the key', ['refuse'], /401.*EMBEDDINGS_API_KEY/],
    ['leaves a text out', ['short'], /one embedding a text/],
    ['stays broken', ['broken', 'broken', 'broken', 'broken'], /503/],
  ] as const)('says what to do when it %s', async (_, misbehaviour, message) => {
    const embedder = await connect();
    faults = [...misbehaviour];
    const failure = expect(embedder.embed(['text'])).rejects;
    await failure.toMatchObject({ code: 'embeddings_unavailable', message: expect.stringMatching(message) });
  });

  test('is not waited for beyond the timeout', async () => {
    const embedder = await connect(150);
    faults = ['hang', 'hang', 'hang', 'hang'];
    const failure = expect(embedder.embed(['text'], { kind: 'query' })).rejects;
    await failure.toMatchObject({ code: 'embeddings_unavailable', message: expect.stringContaining('150 ms') });
  });

  test('is reported when nothing listens there', async () => {
    const limits = { queryTimeoutMs: 60_000, passageTimeoutMs: 60_000 };
    const failure = expect(OpenAiEmbedder.connect({ url: 'http://127.0.0.1:9/v1', model: 'm', ...limits })).rejects;
    await failure.toMatchObject({ code: 'embeddings_unavailable' });
  });
});

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
