import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SessionHub } from './session-hub.ts';
import type { SessionStore } from './session-store.ts';
import { signSessionToken } from './session-token.ts';
import { createFakeAssistant } from './testing/fake-assistant.ts';
import { createFaultyStore } from './testing/faulty-store.ts';
import { collectLog } from './testing/silent-log.ts';
import { openTestSqlite } from './testing/test-databases.ts';
import { createTestHub, Receiver, say, testHubOptions, upTo } from './testing/test-hub.ts';

let store: SessionStore;
let destroy = async () => {};
beforeAll(async () => {
  ({ store, destroy } = await openTestSqlite());
});
afterAll(() => destroy());

const whole = ['turn-start', 'understanding', 'cards', 'text-delta', 'turn-end'];

async function join(hub: SessionHub, token?: string, lastSeq?: number) {
  const opened = await hub.open({ token, lastSeq });
  const receiver = new Receiver();
  const leave = hub.subscribe(opened.sessionId, opened.after, receiver.take, (error) => {
    throw error;
  });
  return { ...opened, receiver, leave };
}

describe('a turn', () => {
  it('reaches every receiver of the session, numbered from one, and leaves the memory changed', async () => {
    const hub = createTestHub({ store });
    const first = await join(hub);
    const second = await join(hub, first.ready.session);
    const turn = say('a red chair');
    await hub.startTurn(first.sessionId, turn);
    await first.receiver.untilEnded(turn.turnId);
    await second.receiver.untilEnded(turn.turnId);
    expect(first.receiver.types(turn.turnId)).toEqual(whole);
    expect(first.receiver.seqs).toEqual(upTo(5));
    expect(second.receiver.parts).toEqual(first.receiver.parts);
    expect((await store.loadSession(first.sessionId))?.memory.dialogue.noPreference).toEqual(['a red chair']);
    expect((await store.readTurns(first.sessionId, 1))[0]?.status).toBe('done');
  });

  it('runs once, however often it is sent', async () => {
    const runs: string[] = [];
    const hub = createTestHub({ store, assistant: createFakeAssistant({ onRun: ({ turnId }) => runs.push(turnId) }) });
    const { sessionId, receiver } = await join(hub);
    const turn = say('once');
    await Promise.all([1, 2, 3].map(() => hub.startTurn(sessionId, turn)));
    await receiver.untilEnded(turn.turnId);
    await hub.startTurn(sessionId, turn);
    await hub.close(1_000);
    expect(runs).toEqual([turn.turnId]);
    expect(receiver.seqs).toEqual(upTo(5));
  });

  it('gives way to a newer one and keeps what was on screen', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver } = await join(hub);
    const [older, newer] = [say('endless sofas'), say('red ones')];
    await hub.startTurn(sessionId, older);
    await receiver.untilType(older.turnId, 'cards');
    await hub.startTurn(sessionId, newer);
    await receiver.untilEnded(newer.turnId);
    expect(receiver.types(older.turnId).at(-1)).toBe('error superseded');
    expect(receiver.parts.map((part) => part.turnId).lastIndexOf(older.turnId)).toBeLessThan(
      receiver.parts.findIndex((part) => part.turnId === newer.turnId),
    );
    expect((await store.loadSession(sessionId))?.memory.dialogue.noPreference).toEqual(['endless sofas', 'red ones']);
  });

  it('gives way even when the assistant does not listen, and when it never began', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver } = await join(hub);
    const turns = [say('deaf'), say('waiting'), say('last')];
    for (const turn of turns) void hub.startTurn(sessionId, turn);
    await receiver.untilEnded(turns[2]!.turnId);
    expect(receiver.types(turns[0]!.turnId).at(-1)).toBe('error superseded');
    expect(receiver.types(turns[1]!.turnId)).toEqual(['turn-start', 'error superseded']);
    expect(receiver.types(turns[2]!.turnId)).toEqual(whole);
    expect(receiver.seqs).toEqual(upTo(receiver.parts.length));
  });

  it('ends when it is cancelled, also right after its start, and a cancel of an ended turn does nothing', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver } = await join(hub);
    const turn = say('endless');
    const starting = hub.startTurn(sessionId, turn);
    await hub.cancelTurn(sessionId, turn.turnId);
    await starting;
    await receiver.untilEnded(turn.turnId);
    expect(receiver.types(turn.turnId).at(-1)).toBe('error cancelled');
    expect((await store.readTurns(sessionId, 1))[0]?.status).toBe('cancelled');
    await hub.cancelTurn(sessionId, turn.turnId);
    await hub.cancelTurn(sessionId, randomUUID());
    expect(receiver.seqs).toEqual(upTo(receiver.parts.length));
  });

  it('ends with a timeout when it takes too long', async () => {
    const hub = createTestHub({ store, options: { turnTimeoutMs: 30 } });
    const { sessionId, receiver } = await join(hub);
    const turn = say('deaf');
    await hub.startTurn(sessionId, turn);
    await receiver.untilEnded(turn.turnId);
    expect(receiver.types(turn.turnId).at(-1)).toBe('error timeout');
  });

  it('tells a known fault as it is and of an unknown one only where the log has it', async () => {
    const { log, lines } = collectLog();
    const hub = createTestHub({ store, log });
    const { sessionId, receiver } = await join(hub);
    const [refused, broken] = [say('refused'), say('broken')];
    await hub.startTurn(sessionId, refused);
    expect((await receiver.untilEnded(refused.turnId)).at(-1)?.part).toMatchObject({
      code: 'catalog_unavailable',
      message: 'The catalog does not answer. Try again soon.',
    });
    await hub.startTurn(sessionId, broken);
    const last = (await receiver.untilEnded(broken.turnId)).at(-1)?.part;
    expect(last).toMatchObject({ type: 'error', code: 'internal' });
    expect(JSON.stringify(last)).not.toContain('hunter2');
    const line = lines.find(({ level }) => level === 'error');
    const requestId = line && 'requestId' in line.context ? String(line.context.requestId) : '';
    expect(requestId).not.toBe('');
    expect(JSON.stringify(last)).toContain(requestId);
  });

  it('is refused when too many wait', async () => {
    const own = await openTestSqlite();
    const hub = createTestHub({ store: own.store, options: { concurrentTurns: 1, waitingTurns: 1 } });
    const sessions = await Promise.all([1, 2, 3].map(() => join(hub)));
    const start = (index: number) => hub.startTurn(sessions[index]!.sessionId, say('endless'));
    await start(0);
    await start(1);
    await expect(start(2)).rejects.toMatchObject({ code: 'busy' });
    await hub.close(1);
    await own.destroy();
  });
});

describe('a receiver that comes back', () => {
  it('gets every part once and in order, whatever it had, while parts are being made', async () => {
    const hub = createTestHub({ store });
    const { sessionId, ready, receiver } = await join(hub);
    const turn = say('endless-text');
    await hub.startTurn(sessionId, turn);
    const others: Receiver[] = [];
    for (let index = 0; index < 60; index += 1) {
      await receiver.until((parts) => parts.length > 3 + index);
      const had = (index * 7) % receiver.parts.length;
      const back = await join(hub, ready.session, had);
      others.push(back.receiver);
      expect(back.after).toBe(had);
      if (index % 3 === 0) back.leave();
    }
    await hub.cancelTurn(sessionId, turn.turnId);
    await receiver.untilEnded(turn.turnId);
    const last = receiver.parts.length;
    expect(receiver.seqs).toEqual(upTo(last));
    for (const [index, other] of others.entries()) {
      if (index % 3 !== 0) await other.untilEnded(turn.turnId);
      expect(other.seqs).toEqual(upTo(index % 3 === 0 ? (other.seqs.at(-1) ?? 0) : last, other.seqs[0]));
      if (index % 3 !== 0) expect(other.parts).toEqual(receiver.parts.slice(other.seqs[0]! - 1));
    }
    await hub.close(1_000);
  });

  it('gets a whole long log from the beginning', async () => {
    const hub = createTestHub({ store });
    const { sessionId, ready } = await join(hub);
    const parts = upTo(1_005).map((seq) => ({
      turnId: 't',
      seq,
      part: { type: 'text-delta' as const, delta: `${seq}` },
    }));
    await store.write({ sessionId, at: 0, expectedLastSeq: 0, parts });
    const back = await join(hub, ready.session, 0);
    await back.receiver.until((got) => got.length === 1_005);
    expect(back.receiver.seqs).toEqual(upTo(1_005));
  });

  it('hears of earlier turns and goes on from the end when it says nothing of what it has', async () => {
    const hub = createTestHub({ store });
    const { sessionId, ready, receiver } = await join(hub);
    const turn = say('a lamp');
    await hub.startTurn(sessionId, turn);
    await receiver.untilEnded(turn.turnId);
    const back = await join(hub, ready.session);
    expect(back.ready).toMatchObject({ resumed: true, sessionId, lastSeq: 5 });
    expect(back.ready.state.turns).toMatchObject([{ turnId: turn.turnId, text: 'a lamp' }]);
    expect(back.after).toBe(5);
    const ahead = await hub.open({ token: ready.session, lastSeq: 4_000 });
    expect(ahead.after).toBe(5);
  });

  it.each([
    ['garbage', 'x'.repeat(3_000)],
    ['not a text', { $ne: null }],
    ['signed with another secret', signSessionToken(['another secret'], randomUUID(), 1)],
    ['of a session that is gone', signSessionToken(testHubOptions.secrets, randomUUID(), 1)],
    ['a good one changed', signSessionToken(testHubOptions.secrets, 'a', 1).replace('.a.', '.b.')],
  ])('gets a fresh session for a token that is %s, and the log says why', async (_, token) => {
    const { log, lines } = collectLog();
    const hub = createTestHub({ store, log });
    const { ready, after } = await hub.open({ token, lastSeq: 7 });
    expect(ready).toMatchObject({ resumed: false, lastSeq: 0, state: { turns: [] } });
    expect(after).toBe(0);
    expect(lines.map(({ level }) => level)).toEqual(['warn']);
    expect((await hub.open({ token: ready.session })).ready.resumed).toBe(true);
  });

  it('keeps its session over a change of the secret', async () => {
    const before = createTestHub({ store, options: { secrets: ['old secret'] } });
    const { ready } = await before.open({});
    const after = createTestHub({ store, options: { secrets: ['new secret', 'old secret'] } });
    expect((await after.open({ token: ready.session })).sessionId).toBe(ready.sessionId);
  });
});

describe('interactions and interests', () => {
  it('are taken into the memory once each, in order, also while a turn runs', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver } = await join(hub);
    const turn = say('slow');
    await hub.startTurn(sessionId, turn);
    await Promise.all(
      upTo(20).map((n) => hub.recordInteraction(sessionId, { kind: 'impression', itemId: `${n % 2}` })),
    );
    await hub.recordInteraction(sessionId, { kind: 'like', itemId: 'poison' });
    await hub.recordInteraction(sessionId, { kind: 'like', itemId: 'chair' });
    await receiver.untilEnded(turn.turnId);
    await hub.close(1_000);
    const session = await store.loadSession(sessionId);
    expect(session?.memory.cart).toEqual({ 'impression:0': 10, 'impression:1': 10, 'like:chair': 1 });
    expect(session?.memory.dialogue.noPreference).toEqual(['slow']);
  });

  it('that a crash left behind are there before the next turn', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver } = await join(hub);
    await store.recordInteraction(sessionId, { kind: 'open', itemId: 'sofa' }, 0);
    const turn = say('next');
    await hub.startTurn(sessionId, turn);
    await receiver.untilEnded(turn.turnId);
    expect((await store.loadSession(sessionId))?.memory.cart).toEqual({ 'open:sofa': 1 });
  });

  it('edited by the shopper go out to all tabs', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver, ready } = await join(hub);
    const other = await join(hub, ready.session);
    await hub.editInterests(sessionId, { pin: { facet: 'brand', value: 'Acme' } });
    await hub.editInterests(sessionId, { forget: 'all' });
    expect(receiver.parts.map(({ part }) => part.type === 'interests' && part.profile.likes.length)).toEqual([1, 0]);
    expect(other.receiver.parts).toEqual(receiver.parts);
  });
});

describe('after a stop', () => {
  it('lets a running turn end and takes nothing new', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver } = await join(hub);
    const turn = say('slow');
    await hub.startTurn(sessionId, turn);
    const closing = hub.close(5_000);
    await expect(hub.startTurn(sessionId, say('more'))).rejects.toMatchObject({ code: 'shutting_down' });
    await closing;
    expect(receiver.types(turn.turnId)).toEqual(whole);
  });

  it('runs a turn again that could not end in time, from its request, with the next numbers', async () => {
    const hub = createTestHub({ store });
    const { sessionId, receiver, ready } = await join(hub);
    const turn = say('slow and endless');
    await hub.startTurn(sessionId, turn);
    await receiver.untilType(turn.turnId, 'cards');
    await hub.close(1);
    const types: string[] = receiver.types(turn.turnId);
    const quick = createFakeAssistant();
    const next = createTestHub({
      store,
      assistant: {
        ...quick,
        runTurn: (input, emit, signal) => quick.runTurn({ ...input, text: 'now quick' }, emit, signal),
      },
    });
    expect(await next.start()).toBe(1);
    const back = await join(next, ready.session, receiver.parts.length);
    await back.receiver.untilEnded(turn.turnId);
    expect([...types, ...back.receiver.types(turn.turnId)]).toEqual([...whole.slice(0, 3), ...whole]);
    expect([...receiver.seqs, ...back.receiver.seqs]).toEqual(upTo(8));
    expect(await next.start()).toBe(0);
    await next.close(1);
  });

  it('ends a turn instead of running it when it took the process down too often', async () => {
    const { sessionId, ready } = await createTestHub({ store }).open({});
    const turnId = randomUUID();
    const owner = testHubOptions.nodeId;
    await store.beginTurn({ sessionId, turnId, request: { text: 'x', limit: 1 }, startedAt: 1 }, { owner, until: 1 });
    for (const now of [2, 3]) await store.claimTurns({ owner, until: now }, now, true);
    const hub = createTestHub({ store });
    await store.claimTurns({ owner, until: 4 }, 4, true);
    await hub.start();
    const { receiver } = await join(hub, ready.session, 0);
    await receiver.untilEnded(turnId);
    expect(receiver.types(turnId)).toEqual(['turn-start', 'error internal']);
    await hub.close(1);
  });
});

describe('two nodes', () => {
  it('that change one session at the same time lose nothing of either', async () => {
    const [a, b] = [
      createTestHub({ store, options: { nodeId: 'a' } }),
      createTestHub({ store, options: { nodeId: 'b' } }),
    ];
    // Each hears of the other's parts; neither hears of the other's turns, so that both run at once.
    a.connectBus({ publish: (message) => message.kind === 'parts' && b.receive(message) });
    b.connectBus({ publish: (message) => message.kind === 'parts' && a.receive(message) });
    const onA = await join(a);
    const onB = await join(b, onA.ready.session);
    const turns = [say('slow on a'), say('slow on b')];
    await Promise.all([a.startTurn(onA.sessionId, turns[0]!), b.startTurn(onA.sessionId, turns[1]!)]);
    for (const turn of turns) {
      await onA.receiver.untilEnded(turn.turnId);
      await onB.receiver.untilEnded(turn.turnId);
      expect(onA.receiver.types(turn.turnId).slice(-5)).toEqual(whole);
    }
    expect(onA.receiver.seqs).toEqual(upTo(onA.receiver.parts.length));
    expect(onB.receiver.parts).toEqual(onA.receiver.parts);
    const session = await store.loadSession(onA.sessionId);
    expect([...(session?.memory.dialogue.noPreference ?? [])].sort()).toEqual(['slow on a', 'slow on b']);
  });

  it('take over from one that died when its lease has run out', async () => {
    const dead = createTestHub({ store, options: { nodeId: 'dead', leaseMs: 50 } });
    const { sessionId, ready } = await dead.open({});
    const turnId = randomUUID();
    const request = { text: 'left behind', limit: 3 };
    const lease = { owner: 'dead', until: Date.now() + 50 };
    await store.beginTurn({ sessionId, turnId, request, startedAt: Date.now() }, lease);
    const alive = createTestHub({ store, options: { nodeId: 'alive', leaseMs: 60 } });
    await alive.start();
    const { receiver } = await join(alive, ready.session, 0);
    await receiver.untilEnded(turnId);
    expect(receiver.types(turnId)).toEqual(whole);
    await alive.close(1);
  });
});

describe('a database that fails', () => {
  it('refuses the turn and says that it may be sent again', async () => {
    const hub = createTestHub({
      store: createFaultyStore(store, { beginTurn: () => Promise.reject(new Error('down')) }),
    });
    const { sessionId } = await hub.open({});
    await expect(hub.startTurn(sessionId, say('x'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([
    ['before it wrote', false],
    ['after it wrote, so that nobody knows', true],
  ])('once, %s, costs a second run and no part', async (_, writesFirst) => {
    for (const failing of [1, 2]) {
      let writes = 0;
      const faulty = createFaultyStore(store, {
        write: async (_change, write) => {
          writes += 1;
          if (writes !== failing) return write();
          if (writesFirst) await write();
          throw new Error('connection lost');
        },
      });
      const hub = createTestHub({ store: faulty, assistant: createFakeAssistant({ stepMs: 30 }) });
      const { sessionId, receiver } = await join(hub);
      const turn = say('hold on');
      await hub.startTurn(sessionId, turn);
      await receiver.untilEnded(turn.turnId);
      const seen = receiver.types(turn.turnId);
      expect(seen.slice(seen.lastIndexOf('turn-start'))).toEqual(whole);
      expect(receiver.seqs).toEqual(upTo(receiver.parts.length));
      expect((await store.loadSession(sessionId))?.memory.dialogue.noPreference).toEqual(['hold on']);
    }
  });

  it('for longer leaves the turn for later and sends the receivers away to come back', async () => {
    const own = await openTestSqlite();
    let down = true;
    const fail = async () => Promise.reject(new Error('down'));
    const faulty = createFaultyStore(own.store, { write: (_change, write) => (down ? fail() : write()) });
    const hub = createTestHub({ store: faulty, options: { leaseMs: 300 } });
    await hub.start();
    const { sessionId, ready } = await hub.open({});
    const turn = say('later');
    const gone = new Promise((resolve) => hub.subscribe(sessionId, 0, () => {}, resolve));
    await hub.startTurn(sessionId, turn);
    await gone;
    down = false;
    const { receiver } = await join(hub, ready.session, 0);
    await receiver.untilEnded(turn.turnId);
    expect(receiver.types(turn.turnId).slice(-5)).toEqual(whole);
    await hub.close(1_000);
    await own.destroy();
  });
});
