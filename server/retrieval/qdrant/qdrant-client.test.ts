import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { checkQdrantVersion } from './check-version.ts';
import { connectQdrant, type QdrantConnectionOptions } from './qdrant-client.ts';

describe('connectQdrant', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** A server that misbehaves as a real one would not on demand. */
  async function serve(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
    const address = server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  }
  const answer =
    (status: number, body: unknown): RequestListener =>
    (_, response) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const list = (options: Partial<QdrantConnectionOptions> & { url: string }, signal?: AbortSignal) =>
    connectQdrant({ timeoutMs: 10_000, ...options }).call((api, init) => api.getCollections({}, init), { signal });
  const collections = { result: { collections: [] } };

  it('says that Qdrant is unavailable when nobody listens', async () => {
    await expect(list({ url: 'http://127.0.0.1:9' })).rejects.toMatchObject({
      code: 'retrieval_unavailable',
      message: expect.stringContaining('QDRANT_URL'),
    });
  });

  it('gives up at the deadline when Qdrant hangs', async () => {
    const url = await serve(() => undefined);
    await expect(list({ url, timeoutMs: 60 })).rejects.toMatchObject({
      code: 'retrieval_unavailable',
      message: expect.stringContaining('60 ms'),
    });
  });

  it('gives up at the deadline when an answer never ends', async () => {
    const url = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"re'),
    );
    await expect(list({ url, timeoutMs: 100 })).rejects.toMatchObject({ code: 'retrieval_unavailable' });
  });

  it('throws the reason of the caller when the call is aborted on its way', async () => {
    const controller = new AbortController();
    const reason = new Error('a newer turn');
    const url = await serve(() => controller.abort(reason));
    await expect(list({ url }, controller.signal)).rejects.toBe(reason);
  });

  it('tries again when the server fails for a moment', async () => {
    let calls = 0;
    const url = await serve((request, response) => answer(++calls < 3 ? 503 : 200, collections)(request, response));
    await expect(list({ url })).resolves.toEqual(collections.result);
    expect(calls).toBe(3);
  });

  it('does not repeat a request that is wrong', async () => {
    let calls = 0;
    const url = await serve((request, response) => {
      calls++;
      answer(400, { status: { error: 'no such field' } })(request, response);
    });
    await expect(list({ url })).rejects.toMatchObject({
      code: 'retrieval_rejected',
      message: expect.stringContaining('no such field'),
    });
    expect(calls).toBe(1);
  });

  it.each([
    [404, 'index_missing'],
    [403, 'retrieval_forbidden'],
    [429, 'retrieval_unavailable'],
    [500, 'retrieval_unavailable'],
    [200, 'retrieval_rejected'],
  ])('maps status %i to %s', async (status, code) => {
    const url = await serve(answer(status, {}));
    await expect(list({ url, retries: 0 })).rejects.toMatchObject({ code });
  });

  it('stops asking a server that keeps failing, and asks again after a pause', async () => {
    let calls = 0;
    let sound = false;
    const url = await serve((request, response) => {
      calls++;
      answer(sound ? 200 : 500, collections)(request, response);
    });
    const connection = connectQdrant({ url, timeoutMs: 10_000, retries: 0, breakAfter: 2 });
    const call = () => connection.call((api, init) => api.getCollections({}, init));
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(call()).rejects.toMatchObject({ code: 'retrieval_unavailable' });
    }
    expect(calls).toBe(2);
    sound = true;
    await expect.poll(call, { timeout: 20_000, interval: 200 }).toEqual(collections.result);
  });

  it('asks for plain answers, sends the key, and keeps path and port of the address', async () => {
    const seen: unknown[] = [];
    const url = await serve((request, response) => {
      seen.push([request.url, request.headers['accept-encoding'], request.headers['api-key']]);
      answer(200, collections)(request, response);
    });
    await list({ url: `${url}/shop/qdrant/`, apiKey: 'secret' });
    expect(seen).toEqual([['/shop/qdrant/collections', 'identity', 'secret']]);
  });

  it.each([
    ['1.15.5', 'refused'],
    ['0.9.0', 'refused'],
    ['1.16.3', 'fine'],
    ['1.18.0', 'warned'],
    ['2.0.0', 'warned'],
    ['not a version', 'refused'],
  ])('checks the version of the server: %s is %s', async (version, expected) => {
    const connection = connectQdrant({
      url: await serve(answer(200, { title: 'qdrant', version })),
      timeoutMs: 10_000,
    });
    const outcome = await checkQdrantVersion(connection).then(
      ({ warning }) => (warning ? 'warned' : 'fine'),
      (error) => (error.code === 'qdrant_too_old' ? 'refused' : String(error)),
    );
    expect(outcome).toBe(expected);
  });
});
