import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeWithPostgres } from '../../scripts/testing/requirements.ts';
import { Insights } from '../contract/insights.ts';
import { TurnTraceView } from '../contract/trace.ts';
import type { SessionStore } from '../session/session-store.ts';
import { openTestPostgres, openTestSqlite } from '../session/testing/test-databases.ts';
import { startTestServer } from '../socket/testing/test-server.ts';

const adminToken = 'a token of the tests';
const authorization = `Bearer ${adminToken}`;

describeAdmin("the shop's pages over SQLite", openTestSqlite);
describeWithPostgres('with a PostgreSQL server', (serverUrl) => {
  describeAdmin("the shop's pages over PostgreSQL", () => openTestPostgres(serverUrl));
});

function describeAdmin(name: string, open: () => Promise<{ store: SessionStore; destroy: () => Promise<void> }>): void {
  describe(name, () => {
    let database: Awaited<ReturnType<typeof open>>;
    let server: Awaited<ReturnType<typeof startTestServer>>;
    let clientDir = '';

    beforeAll(async () => {
      database = await open();
      clientDir = mkdtempSync(join(tmpdir(), 'aisle-client-'));
      mkdirSync(join(clientDir, 'pages'));
      writeFileSync(join(clientDir, 'index.html'), '<title>chat</title>');
      writeFileSync(join(clientDir, 'pages/index.html'), '<title>pages</title>');
      const { store } = database;
      server = await startTestServer({ store, http: { clientDir, adminToken, allowedOrigins: ['*'] } });
    });
    afterAll(async () => {
      await server.close();
      await database.destroy();
      rmSync(clientDir, { recursive: true, force: true });
    });

    const get = (path: string, headers: Record<string, string> = { authorization }, url = server.url) =>
      fetch(`${url}${path}`, { headers });
    const refusal = async (response: Response) => [response.status, (await response.json()).error.code];
    const say = async (text: string) => {
      const response = await fetch(`${server.url}/api/turns`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
      const [first] = (await response.text()).split('\n');
      return String(JSON.parse(first ?? '').turnId);
    };

    it.each(['/api/insights', `/api/trace/${randomUUID()}`])('give %s to the right token only', async (path) => {
      for (const header of [
        undefined,
        'Bearer wrong',
        adminToken,
        `Bearer ${adminToken}!`,
        'Bearer ',
        `Basic ${adminToken}`,
      ])
        expect(await refusal(await get(path, header === undefined ? {} : { authorization: header }))).toEqual([
          401,
          'unauthorized',
        ]);
      expect((await get(path)).status).not.toBe(401);
    });

    it('are off without a token of the server, and say how to switch them on', async () => {
      const bare = await startTestServer({ store: database.store, hub: { nodeId: 'bare' }, http: { clientDir } });
      for (const path of ['/api/insights', `/api/trace/${randomUUID()}`, '/insights', `/trace/${randomUUID()}`]) {
        const response = await get(path, { authorization: 'Bearer ' }, bare.url);
        expect(response.status).toBe(404);
        expect((await response.json()).error.message).toContain('ADMIN_TOKEN');
      }
      await bare.hub.close(1);
      await bare.close();
    });

    it('slow down who guesses, with the time to wait', async () => {
      const limits = { adminRequestsPerMinute: 2 };
      const strict = await startTestServer({
        store: database.store,
        hub: { nodeId: 'x' },
        http: { adminToken },
        limits,
      });
      for (const _ of [1, 2]) await get('/api/insights', { authorization: 'Bearer guess' }, strict.url);
      const refused = await get('/api/insights', { authorization }, strict.url);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refusal(refused)).toEqual([429, 'rate_limited']);
      await strict.hub.close(1);
      await strict.close();
    });

    it('answer pages of the own origin only, whatever the chat allows, and no cache keeps it', async () => {
      const foreign = { authorization, origin: 'https://shop.example' };
      expect(await refusal(await get('/api/insights', foreign))).toEqual([403, 'forbidden']);
      const own = await get('/api/insights', { authorization, origin: server.url });
      expect([own.status, own.headers.get('cache-control')]).toEqual([200, 'no-store']);
    });

    it('have a page of their own that no other page may frame', async () => {
      for (const path of ['/insights', `/trace/${randomUUID()}`]) {
        const page = await get(path, {});
        expect(await page.text()).toBe('<title>pages</title>');
        expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      }
    });

    it('count the turns of the last days', async () => {
      await say('a red chair');
      await say('refused');
      const insights = Insights.parse(await (await get('/api/insights')).json());
      expect(insights.turns.total).toBeGreaterThanOrEqual(2);
      expect(insights.turns.done).toBeGreaterThanOrEqual(1);
      expect(insights.errors).toContainEqual({ code: 'catalog_unavailable', count: insights.turns.failed });
      expect(insights.until - insights.since).toBe(7 * 24 * 3_600_000);
      const before = Insights.parse(await (await get('/api/insights?since=2020-01-01&until=2020-02-01')).json());
      expect([before.turns.total, before.sessions, before.slots.length]).toEqual([0, 0, 31]);
    });

    it.each([
      'since=yesterday',
      'since=2026-02-30',
      'until=1700000000000',
      'since=2026-01-02&until=2026-01-01',
      'since=2020-01-01&until=2026-01-01',
      'since=2026-01-01&since=2026-01-02',
    ])('refuse a stretch of time like %s', async (query) => {
      expect(await refusal(await get(`/api/insights?${query}`))).toEqual([400, 'bad_request']);
    });

    it('follow a turn from its words to its cards', async () => {
      const turnId = await say('a red chair');
      const trace = TurnTraceView.parse(await (await get(`/api/trace/${turnId}`)).json());
      expect(trace).toMatchObject({
        turnId,
        status: 'done',
        request: { text: 'a red chair' },
        act: 'search',
        answer: 'you said: a red chair',
        row: { total: 3, cards: [{ id: 'item-0' }, { id: 'item-1' }, { id: 'item-2' }] },
        timings: { firstCardMs: 1 },
      });
      expect(trace.searches).toBeUndefined();
    });

    it.each([
      ['an id that is none', 'turn-1', 400, 'bad_request'],
      ['a turn that nobody knows', randomUUID(), 404, 'not_found'],
    ])('refuse %s', async (_, turnId, status, code) => {
      expect(await refusal(await get(`/api/trace/${turnId}`))).toEqual([status, code]);
    });
  });
}
