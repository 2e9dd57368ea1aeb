import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SequencedPart, SessionReady } from '../contract/index.ts';
import { createFakeAssistant } from '../session/testing/fake-assistant.ts';
import { collectLog } from '../session/testing/silent-log.ts';
import { openTestSqlite } from '../session/testing/test-databases.ts';
import { say, upTo } from '../session/testing/test-hub.ts';
import { refusalOf, TestClient } from './testing/test-client.ts';
import { startTestServer } from './testing/test-server.ts';

type Server = Awaited<ReturnType<typeof startTestServer>>;
let database: Awaited<ReturnType<typeof openTestSqlite>>;
let server: Server;
const runs: string[] = [];
const clients: TestClient[] = [];
const { log, lines } = collectLog();

beforeAll(async () => {
  database = await openTestSqlite();
  const assistant = createFakeAssistant({ onRun: ({ turnId }) => runs.push(turnId) });
  server = await startTestServer({ store: database.store, assistant, log });
});
afterAll(async () => {
  for (const client of clients) client.close();
  await server.close();
  await database.destroy();
});

const join = (auth?: { session?: string; lastSeq?: number }, url = server.url, options = {}) => {
  const client = new TestClient(url, auth, options);
  clients.push(client);
  return client.connected();
};

describe('a client on a socket', () => {
  it.each([['websocket'], ['polling']])(
    'hears of its session first, then of its turn, part by part (%s)',
    async (way) => {
      const client = await join({}, server.url, { polling: way === 'polling' });
      const turn = say('a red chair');
      expect(await client.send('turn:start', turn)).toEqual({ ok: true, turnId: turn.turnId });
      await client.receiver.untilEnded(turn.turnId);
      expect(SessionReady.parse(client.ready)).toEqual(client.ready);
      expect(client.ready).toMatchObject({ resumed: false, lastSeq: 0, catalog: { name: 'Test shop' } });
      expect(client.events[0]).toBe('session:ready');
      expect(client.receiver.types(turn.turnId)).toEqual([
        'turn-start',
        'understanding',
        'cards',
        'text-delta',
        'turn-end',
      ]);
      for (const part of client.receiver.parts) expect(SequencedPart.parse(part)).toEqual(part);
    },
  );

  it('may send the same turn again and has it run once', async () => {
    const client = await join();
    const turn = say('once');
    const answers = await Promise.all(upTo(5).map(() => client.send('turn:start', turn)));
    await client.receiver.untilEnded(turn.turnId);
    answers.push(await client.send('turn:start', turn));
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ ok: true, turnId: turn.turnId })]),
    );
    expect(runs.filter((turnId) => turnId === turn.turnId)).toHaveLength(1);
    expect(client.receiver.seqs).toEqual(upTo(5));
  });

  it('cancels a turn', async () => {
    const client = await join();
    const turn = say('endless');
    await client.send('turn:start', turn);
    await client.receiver.untilType(turn.turnId, 'cards');
    expect(await client.send('turn:cancel', { turnId: turn.turnId })).toEqual({ ok: true });
    await client.receiver.untilEnded(turn.turnId);
    expect(client.receiver.types(turn.turnId).at(-1)).toBe('error cancelled');
  });

  it('replaces its turn by a newer one', async () => {
    const client = await join();
    const [older, newer] = [say('endless'), say('newer')];
    await client.send('turn:start', older);
    await client.send('turn:start', newer);
    await client.receiver.untilEnded(newer.turnId);
    expect(client.receiver.types(older.turnId).at(-1)).toBe('error superseded');
    expect(client.receiver.types(newer.turnId).at(-1)).toBe('turn-end');
    expect(client.receiver.seqs).toEqual(upTo(client.receiver.parts.length));
  });

  it('sees in a second tab all that happens in the first', async () => {
    const first = await join();
    const second = await join({ session: first.session });
    expect(second.ready).toMatchObject({ resumed: true, sessionId: first.ready?.sessionId });
    const turn = say('for both');
    await first.send('turn:start', turn);
    await second.receiver.untilEnded(turn.turnId);
    await first.receiver.untilEnded(turn.turnId);
    expect(second.receiver.parts).toEqual(first.receiver.parts);
  });

  it('loses and doubles nothing when its connection breaks again and again in the middle of a turn', async () => {
    const client = await join();
    const witness = await join({ session: client.session });
    const turn = say('endless-text');
    await client.send('turn:start', turn);
    for (let cut = 1; cut <= 12; cut += 1) {
      await client.receiver.until((parts) => parts.length > cut * 5);
      client.socket.io.engine.close();
      await new Promise((resolve) => client.socket.once('session:ready', resolve));
      expect(client.ready?.resumed).toBe(true);
    }
    await client.send('turn:cancel', { turnId: turn.turnId });
    await Promise.all([client, witness].map(({ receiver }) => receiver.untilEnded(turn.turnId)));
    expect(client.receiver.seqs).toEqual(upTo(witness.receiver.parts.length));
    expect(client.receiver.parts).toEqual(witness.receiver.parts);
  });

  it('gets everything from the beginning with lastSeq 0, and nothing old without it', async () => {
    const client = await join();
    const turn = say('a lamp');
    await client.send('turn:start', turn);
    await client.receiver.untilEnded(turn.turnId);
    const anew = await join({ session: client.session, lastSeq: 0 });
    await anew.receiver.untilEnded(turn.turnId);
    expect(anew.receiver.parts).toEqual(client.receiver.parts);
    const fresh = await join({ session: client.session });
    expect(fresh.ready?.state.turns).toMatchObject([{ turnId: turn.turnId, text: 'a lamp' }]);
    const next = say('a shade');
    await fresh.send('turn:start', next);
    await fresh.receiver.untilEnded(next.turnId);
    expect(fresh.receiver.seqs).toEqual(upTo(10, 6));
  });

  it('records what the shopper does and edits interests', async () => {
    const client = await join();
    expect(await client.send('interaction:record', { kind: 'like', itemId: 'item-1', position: 1 })).toEqual({
      ok: true,
    });
    expect(await client.send('interests:edit', { pin: { facet: 'brand', value: 'Acme' } })).toEqual({ ok: true });
    await client.receiver.until((parts) => parts.length === 1);
    expect(client.receiver.parts[0]?.part).toMatchObject({
      type: 'interests',
      profile: { likes: [{ value: 'Acme' }] },
    });
    const session = await database.store.loadSession(client.ready?.sessionId ?? '');
    expect(session?.memory.cart).toEqual({ 'like:item-1': 1 });
  });
});

describe('what a client should not send', () => {
  const turnId = randomUUID();
  it.each<[string, string, unknown[]]>([
    ['nothing', 'turn:start', []],
    ['null', 'turn:start', [null]],
    ['a number', 'turn:start', [7]],
    ['a text', 'turn:cancel', ['now']],
    ['a list', 'turn:start', [[]]],
    ['binary', 'turn:start', [Buffer.from('hello')]],
    ['binary in a field', 'turn:start', [{ turnId, text: Buffer.from('hello') }]],
    ['an empty text', 'turn:start', [{ turnId, text: '   ' }]],
    ['a text of 2001 characters', 'turn:start', [{ turnId, text: 'x'.repeat(2_001) }]],
    ['a text of 90 kB', 'turn:start', [{ turnId, text: 'x'.repeat(90_000) }]],
    ['no text and no edit', 'turn:start', [{ turnId }]],
    ['text and edit', 'turn:start', [{ turnId, text: 'x', edit: { undo: true } }]],
    ['a bad id', 'turn:start', [{ turnId: '1; drop table turns', text: 'x' }]],
    ['a limit of 51', 'turn:start', [{ turnId, text: 'x', limit: 51 }]],
    ['an unknown interaction', 'interaction:record', [{ kind: 'steal', itemId: 'x' }]],
    ['an unknown edit', 'interests:edit', [{ forget: 'some' }]],
    ['an unknown event', 'turn:explode', [{}]],
    ['a reserved looking event', '__proto__', [{}]],
  ])('is answered in plain words: %s', async (_, event, payload) => {
    const client = clients[0]?.socket.connected ? clients[0] : await join();
    const answer = await client.send(event, ...payload);
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad_request' } });
    expect(answer.error?.message.length).toBeGreaterThan(10);
    expect(client.socket.connected).toBe(true);
  });

  it('may come without asking for an answer', async () => {
    const client = await join();
    client.socket.emit('turn:start', { turnId: 'bad' });
    client.socket.emit('turn:start');
    const turn = say('without an answer');
    client.socket.emit('turn:start', turn);
    await client.receiver.untilEnded(turn.turnId);
    expect(client.receiver.seqs).toEqual(upTo(5));
  });

  it('closes the connection when it is huge, and the client comes back to its session', async () => {
    const client = await join();
    const { sessionId } = client.ready ?? {};
    client.socket.emit('turn:start', { turnId, text: 'x'.repeat(200_000) });
    await new Promise((resolve) => client.socket.once('disconnect', resolve));
    await new Promise((resolve) => client.socket.once('session:ready', resolve));
    expect(client.ready).toMatchObject({ resumed: true, sessionId });
  });

  it.each([
    ['garbage', 'not a token'],
    ['forged', `v1.${randomUUID()}.abc.${'A'.repeat(43)}`],
    ['5 kB long', 'x'.repeat(5_000)],
    ['an object', { a: 1 }],
  ])('gives a fresh session for a token that is %s', async (_, session) => {
    const client = new TestClient(server.url, { session: session as string, lastSeq: 9 });
    clients.push(client);
    await client.connected();
    expect(client.ready).toMatchObject({ resumed: false, lastSeq: 0 });
    expect(lines.some(({ message }) => message.includes('not accepted'))).toBe(true);
  });

  it.each([[{ lastSeq: 'x' }], [{ lastSeq: -1 }], [{ locale: 'x'.repeat(99) }]])(
    'refuses a handshake of %j and says why',
    async (auth) => {
      const error = await refusalOf(server.url, { auth });
      expect(error.data?.code).toBe('bad_request');
    },
  );

  it('takes null and a strange locale in the handshake as left out', async () => {
    const client = await join({ session: null, lastSeq: null, locale: 'not-a-locale-at-all' } as object);
    expect(client.ready?.resumed).toBe(false);
  });

  it('refuses a page of another origin, on a web socket as well', async () => {
    const extraHeaders = { origin: 'https://evil.example' };
    expect((await refusalOf(server.url, { extraHeaders })).message).toBe('websocket error');
    const own = new TestClient(server.url);
    clients.push(own);
    await own.connected();
  });
});

describe('too much at once', () => {
  it('is answered with when to try again, a session and an address at a time', async () => {
    const limits = {
      turnsPerMinute: 2,
      addressTurnsPerMinute: 3,
      addressConnectionsPerMinute: 3,
      interactionsPerMinute: 2,
    };
    const mark = clients.length;
    const strict = await startTestServer({ store: database.store, limits });
    const [one, two] = [await join({}, strict.url), await join({}, strict.url)];
    const start = async (client: TestClient) => (await client.send('turn:start', say('x'))).error?.code ?? 'ok';
    const like = async () => (await one.send('interaction:record', { kind: 'like', itemId: 'x' })).error?.code ?? 'ok';
    expect([await start(one), await start(one), await start(one)]).toEqual(['ok', 'ok', 'rate_limited']);
    expect(await start(two)).toBe('rate_limited');
    expect([await like(), await like(), await like()]).toEqual(['ok', 'ok', 'rate_limited']);
    const { error } = await one.send('turn:start', say('x'));
    expect(error?.message).toMatch(/try again in \d+ s/);
    await join({}, strict.url);
    expect((await refusalOf(strict.url, {})).data?.code).toBe('rate_limited');
    for (const client of clients.splice(mark)) client.close();
    await strict.close();
  });
});
