import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SequencedPart } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { openTestSqlite } from '../session/testing/test-databases.ts';
import { upTo } from '../session/testing/test-hub.ts';
import { startTestServer } from '../socket/testing/test-server.ts';

let database: Awaited<ReturnType<typeof openTestSqlite>>;
let server: Awaited<ReturnType<typeof startTestServer>>;
let clientDir = '';
const checks = { catalog: async () => {} };

beforeAll(async () => {
  database = await openTestSqlite();
  clientDir = mkdtempSync(join(tmpdir(), 'aisle-client-'));
  mkdirSync(join(clientDir, 'assets'));
  writeFileSync(join(clientDir, 'index.html'), '<title>chat</title>');
  writeFileSync(join(clientDir, 'favicon.svg'), '<svg/>');
  writeFileSync(join(clientDir, 'assets/app-1a2b.js'), 'export {};');
  server = await startTestServer({
    store: database.store,
    checks: { catalog: () => checks.catalog() },
    http: {
      clientDir,
      picturesDir: clientDir,
      allowedOrigins: ['https://shop.example'],
      adminToken: 'let me see figures',
    },
  });
});
afterAll(async () => {
  await server.close();
  await database.destroy();
  rmSync(clientDir, { recursive: true, force: true });
});

const get = (path: string, headers = {}) => fetch(`${server.url}${path}`, { headers });
const post = (body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/api/turns`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const readLines = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split('\n')
    .map((line) => SequencedPart.parse(JSON.parse(line)));
const codeOf = async (response: Response) => [response.status, (await response.json()).error.code];

describe('a turn without a socket', () => {
  it('streams the parts as lines and goes on with the token of the answer', async () => {
    const response = await post({ text: 'a red chair', limit: 2 });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const session = response.headers.get('x-aisle-session') ?? '';
    const lines = await readLines(response);
    expect(lines.map(({ part }) => part.type)).toEqual([
      'turn-start',
      'understanding',
      'cards',
      'text-delta',
      'turn-end',
    ]);
    expect(lines[2]?.part).toMatchObject({ cards: [{ id: 'item-0' }, { id: 'item-1' }] });
    const next = await readLines(await post({ session, text: 'cheaper' }));
    expect(next.map(({ seq }) => seq)).toEqual(upTo(10, 6));
    const last = await readLines(await post({ text: 'cheaper still' }, { 'x-aisle-session': session }));
    expect(last.map(({ seq }) => seq)).toEqual(upTo(15, 11));
  });

  it('ends with an error line when the turn does', async () => {
    const lines = await readLines(await post({ text: 'refused' }));
    expect(lines.at(-1)?.part).toMatchObject({ type: 'error', code: 'catalog_unavailable' });
  });

  it('is cancelled when the caller goes away', async () => {
    const call = request(`${server.url}/api/turns`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    call.on('error', () => {});
    call.end(JSON.stringify({ text: 'endless' }));
    const [response] = await once(call, 'response');
    const [line] = await once(response, 'data');
    const { turnId } = JSON.parse(String(line).split('\n')[0] ?? '');
    const token = String(response.headers['x-aisle-session']);
    call.destroy();
    const sessionId = token.split('.')[1] ?? '';
    const statusOf = async () =>
      (await database.store.readTurns(sessionId, 1)).find((turn) => turn.turnId === turnId)?.status;
    while ((await statusOf()) === 'started') await sleep(5);
    expect(await statusOf()).toBe('cancelled');
    while (server.hub.figures().sessions > 0) await sleep(5);
  });

  it.each<[string, unknown, number, string]>([
    ['broken JSON', '{"text": ', 400, 'bad_request'],
    ['no text', {}, 400, 'bad_request'],
    ['an empty text', { text: ' ' }, 400, 'bad_request'],
    ['a text that is too long', { text: 'x'.repeat(2_001) }, 400, 'bad_request'],
    ['a list', [], 400, 'bad_request'],
    ['20 kB', { text: 'x'.repeat(20_000) }, 413, 'too_large'],
  ])('is refused with a clear answer for %s', async (_, body, status, code) => {
    expect(await codeOf(await post(body))).toEqual([status, code]);
  });

  it('is refused for another content type, another method, another path', async () => {
    expect(await codeOf(await post('text=x', { 'content-type': 'text/plain' }))).toEqual([
      415,
      'unsupported_media_type',
    ]);
    expect(await codeOf(await get('/api/turns'))).toEqual([405, 'method_not_allowed']);
    expect(await codeOf(await get('/api/nothing'))).toEqual([404, 'not_found']);
  });

  it('is for pages of listed origins and the own one', async () => {
    expect(await codeOf(await post({ text: 'x' }, { origin: 'https://evil.example' }))).toEqual([403, 'forbidden']);
    const listed = await post({ text: 'x' }, { origin: 'https://shop.example' });
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://shop.example');
    await listed.text();
    const own = await post({ text: 'x' }, { origin: server.url });
    expect(own.status).toBe(200);
    await own.text();
  });

  it('is refused when there are too many, with the time to wait', async () => {
    const strict = await startTestServer({ store: database.store, limits: { addressTurnsPerMinute: 1 } });
    const turn = () =>
      fetch(`${strict.url}/api/turns`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"text":"x"}',
      });
    await (await turn()).text();
    const refused = await turn();
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await codeOf(refused)).toEqual([429, 'rate_limited']);
    await strict.hub.close(1);
    await strict.close();
  });

  it('is refused while the server stops', async () => {
    const stopping = await startTestServer({ store: database.store, hub: { nodeId: 'stopping' } });
    await stopping.hub.close(1);
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${stopping.url}/api/turns`, { method: 'POST', headers, body: '{"text":"x"}' });
    expect(response.headers.get('retry-after')).not.toBeNull();
    expect(await codeOf(response)).toEqual([503, 'shutting_down']);
    await stopping.close();
  });
});

describe('the probes', () => {
  it('say that the process lives and what is not ready', async () => {
    expect((await get('/healthz')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    checks.catalog = async () => {
      throw new AppError('indexing', 'the catalog is being indexed');
    };
    const waiting = await get('/readyz');
    expect([waiting.status, await waiting.json()]).toEqual([
      503,
      { ok: false, notReady: { catalog: 'the catalog is being indexed' } },
    ]);
    checks.catalog = async () => {
      throw new Error('password=hunter2 at 10.0.0.7');
    };
    expect(await (await get('/readyz')).text()).not.toContain('hunter2');
    checks.catalog = () => new Promise(() => {});
    expect(await (await get('/readyz')).json()).toMatchObject({ ok: false });
    checks.catalog = async () => {};
  });

  it('give figures to whom has the token', async () => {
    expect(await codeOf(await get('/metrics'))).toEqual([401, 'unauthorized']);
    await (await post({ text: 'count me' })).text();
    const figures = await (await get('/metrics', { authorization: 'Bearer let me see figures' })).text();
    expect(figures).toMatch(/aisle_turns_total\{outcome="done"\} \d/);
    expect(figures).toMatch(/aisle_turn_stage_seconds_count\{stage="recall"\} \d/);
    expect(figures).toContain('aisle_parts_total{type="cards"}');
    expect(figures).toContain('process_cpu_seconds_total');
  });
});

describe('the client', () => {
  it('is served with the right ages, for its own paths too', async () => {
    for (const path of ['/', '/chat/1']) {
      const page = await get(path);
      expect(await page.text()).toBe('<title>chat</title>');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('x-content-type-options')).toBe('nosniff');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    }
    expect((await get('/assets/app-1a2b.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/sample/pictures/favicon.svg')).status).toBe(200);
  });

  it.each(['/assets/gone.js', '/gone.png', '/sample/pictures/gone.svg', '/%2e%2e/%2e%2e/etc/passwd.txt'])(
    'answers %s in JSON and not with the page',
    async (path) => {
      const response = await get(path);
      expect([400, 404]).toContain(response.status);
      expect(await response.json()).toHaveProperty('error.message');
    },
  );

  it('that is not built yet says so', async () => {
    const bare = await startTestServer({ store: database.store, hub: { nodeId: 'bare' } });
    expect((await (await fetch(bare.url)).json()).error.message).toContain('npm run build');
    await bare.close();
  });
});
