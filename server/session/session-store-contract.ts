import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SequencedPart } from '../contract/index.ts';
import { emptyMemory } from '../domain/session-memory.ts';
import type { SessionChange, SessionStore } from './session-store.ts';

const at = 1_700_000_000_000;
const lease = { owner: 'node-a', until: at + 1_000 };
const textPart = (turnId: string, seq: number): SequencedPart => ({
  turnId,
  seq,
  part: { type: 'text-delta', delta: `words ${seq} "quoted" ü 漢 \u2028` },
});

/** What every `SessionStore` keeps to. `open` gives a store on an empty database; `reopen` another on the same one. */
export function describeSessionStore(
  name: string,
  open: () => Promise<{ store: SessionStore; reopen: () => Promise<SessionStore>; destroy: () => Promise<void> }>,
): void {
  describe(name, () => {
    let store: SessionStore;
    let reopen: () => Promise<SessionStore>;
    let destroy = async () => {};
    beforeAll(async () => {
      ({ store, reopen, destroy } = await open());
    });
    afterAll(() => destroy());

    const newSession = async () => {
      const id = randomUUID();
      await store.createSession({ id, locale: 'en', createdAt: at, memory: emptyMemory() });
      return id;
    };
    const newTurn = async (sessionId: string, startedAt = at, owner = lease.owner) => {
      const turnId = randomUUID();
      const turn = { sessionId, turnId, request: { text: 'a red chair', limit: 12 }, startedAt };
      expect(await store.beginTurn(turn, { ...lease, owner })).toBe('begun');
      return turn;
    };
    const change = (sessionId: string, rest: Partial<SessionChange>): SessionChange => ({
      sessionId,
      at,
      expectedLastSeq: 0,
      parts: [],
      ...rest,
    });

    it('gives a session back as it was stored, and nothing for an unknown one', async () => {
      const id = await newSession();
      const expected = { id, locale: 'en', createdAt: at, lastSeq: 0, memory: emptyMemory(), version: 0 };
      expect(await store.loadSession(id)).toEqual(expected);
      await store.setLocale(id, 'de');
      expect(await store.loadSession(id)).toEqual({ ...expected, locale: 'de' });
      expect(await store.loadSession('nobody')).toBeUndefined();
    });

    it('begins a turn once, however often it is told to', async () => {
      const sessionId = await newSession();
      const turn = await newTurn(sessionId);
      expect(await store.beginTurn(turn, lease)).toBe('known');
      expect(await store.readTurns(sessionId, 10)).toEqual([{ ...turn, status: 'started', attempts: 1 }]);
      const other = await newSession();
      expect(await store.beginTurn({ ...turn, sessionId: other }, lease)).toBe('begun');
    });

    it('begins one of two equal turns that come at the same time', async () => {
      const sessionId = await newSession();
      const turn = { sessionId, turnId: randomUUID(), request: { text: 'x', limit: 1 }, startedAt: at };
      const results = await Promise.all([1, 2, 3].map(() => store.beginTurn(turn, lease)));
      expect(results.sort()).toEqual(['begun', 'known', 'known']);
    });

    it('refuses a turn of a session that does not exist', async () => {
      const turn = { sessionId: 'nobody', turnId: randomUUID(), request: { text: 'x', limit: 1 }, startedAt: at };
      await expect(store.beginTurn(turn, lease)).rejects.toThrow();
    });

    it('writes parts, memory and the end of the turn together', async () => {
      const sessionId = await newSession();
      const { turnId } = await newTurn(sessionId);
      const memory = { ...emptyMemory(), cart: { chair: 2 } };
      const result = await store.write(
        change(sessionId, {
          parts: [textPart(turnId, 1), textPart(turnId, 2)],
          memory: { value: memory, expectedVersion: 0 },
          turn: { turnId, owner: lease.owner, ending: { status: 'done', degraded: [] } },
        }),
      );
      expect(result).toBe('written');
      expect(await store.loadSession(sessionId)).toMatchObject({ lastSeq: 2, memory, version: 1 });
      expect(await store.readParts(sessionId, 0, 10)).toEqual([textPart(turnId, 1), textPart(turnId, 2)]);
      expect((await store.readTurns(sessionId, 1))[0]?.status).toBe('done');
    });

    it('reads parts behind a place, in order, as many as asked for', async () => {
      const sessionId = await newSession();
      const parts = Array.from({ length: 450 }, (_, index) => textPart('t', index + 1));
      expect(await store.write(change(sessionId, { parts }))).toBe('written');
      expect((await store.readParts(sessionId, 447, 10)).map((part) => part.seq)).toEqual([448, 449, 450]);
      expect((await store.readParts(sessionId, 0, 2)).map((part) => part.seq)).toEqual([1, 2]);
      expect(await store.readParts(sessionId, 450, 10)).toEqual([]);
    });

    it('writes nothing of a change when someone else wrote parts first', async () => {
      const sessionId = await newSession();
      const { turnId } = await newTurn(sessionId);
      await store.write(change(sessionId, { parts: [textPart(turnId, 1)] }));
      const ending = { status: 'done' as const };
      const late = change(sessionId, {
        parts: [textPart(turnId, 1)],
        turn: { turnId, owner: lease.owner, ending },
      });
      expect(await store.write(late)).toBe('conflict');
      expect((await store.readTurns(sessionId, 1))[0]?.status).toBe('started');
      expect(await store.readParts(sessionId, 0, 10)).toHaveLength(1);
    });

    it('writes nothing of a change when the memory has another version', async () => {
      const sessionId = await newSession();
      const memory = (cart: Record<string, number>) => ({
        value: { ...emptyMemory(), cart },
        expectedVersion: 0,
      });
      const results = await Promise.all([
        store.write(change(sessionId, { memory: memory({ a: 1 }) })),
        store.write(change(sessionId, { memory: memory({ b: 1 }) })),
      ]);
      expect(results.sort()).toEqual(['conflict', 'written']);
      expect((await store.loadSession(sessionId))?.version).toBe(1);
    });

    it('writes nothing of a turn that has ended or belongs to another owner', async () => {
      const sessionId = await newSession();
      const { turnId } = await newTurn(sessionId);
      const foreign = change(sessionId, { parts: [textPart(turnId, 1)], turn: { turnId, owner: 'node-b' } });
      expect(await store.write(foreign)).toBe('lost');
      const end = change(sessionId, { turn: { turnId, owner: lease.owner, ending: { status: 'cancelled' } } });
      expect(await store.write(end)).toBe('written');
      expect(await store.write(end)).toBe('lost');
      expect(await store.loadSession(sessionId)).toMatchObject({ lastSeq: 0 });
    });

    it('hands out each interaction until the memory has it', async () => {
      const sessionId = await newSession();
      await store.recordInteraction(sessionId, { kind: 'like', itemId: 'chair' }, at);
      await store.recordInteraction(sessionId, { kind: 'open', itemId: 'sofa', turnId: 't', position: 3 }, at);
      const pending = await store.readUnfoldedInteractions(sessionId);
      expect(pending.map(({ id, ...rest }) => rest)).toEqual([
        { kind: 'like', itemId: 'chair' },
        { kind: 'open', itemId: 'sofa', turnId: 't', position: 3 },
      ]);
      const foldedInteractions = pending.slice(0, 1).map(({ id }) => id);
      await store.write(
        change(sessionId, { memory: { value: emptyMemory(), expectedVersion: 0 }, foldedInteractions }),
      );
      expect((await store.readUnfoldedInteractions(sessionId)).map(({ itemId }) => itemId)).toEqual(['sofa']);
    });

    it('lets unfinished turns be taken up by their own node at once and by others after the lease', async () => {
      const sessionId = await newSession();
      const owner = randomUUID();
      const first = await newTurn(sessionId, at, owner);
      const second = await newTurn(sessionId, at + 1, owner);
      const ours = async (by: string, now: number, includeOwn: boolean) =>
        (await store.claimTurns({ owner: by, until: now + 1_000 }, now, includeOwn))
          .filter((turn) => turn.sessionId === sessionId)
          .map((turn) => [turn.turnId, turn.attempts]);
      expect(await ours('node-b', at + 500, true)).toEqual([]);
      expect(await ours(owner, at + 500, true)).toEqual([
        [first.turnId, 2],
        [second.turnId, 2],
      ]);
      await store.extendLeases({ owner, until: at + 9_000 }, [second.turnId]);
      expect(await ours('node-b', at + 5_000, false)).toEqual([[first.turnId, 3]]);
      await store.releaseLeases(owner);
      expect(await ours('node-b', at + 5_500, false)).toEqual([[second.turnId, 3]]);
    });

    it('deletes sessions without activity, with all they had, and no others', async () => {
      const [old, young] = [await newSession(), await newSession()];
      await newTurn(old);
      await store.write(change(young, { at: at + 10_000, parts: [textPart('t', 1)] }));
      expect(await store.prune(at + 1)).toBeGreaterThanOrEqual(1);
      expect(await store.loadSession(old)).toBeUndefined();
      expect(await store.readTurns(old, 10)).toEqual([]);
      expect(await store.loadSession(young)).toBeDefined();
    });

    it('keeps everything for the next one that opens the database', async () => {
      const sessionId = await newSession();
      await store.write(change(sessionId, { parts: [textPart('t', 1)] }));
      const next = await reopen();
      await next.ping();
      expect(await next.readParts(sessionId, 0, 10)).toEqual([textPart('t', 1)]);
      await next.close();
    });

    it('keeps many writers of many sessions apart', async () => {
      const sessions = await Promise.all(Array.from({ length: 40 }, newSession));
      const results = await Promise.all(
        sessions.flatMap((id) => [1, 2].map(() => store.write(change(id, { parts: [textPart('t', 1)] })))),
      );
      expect(results.filter((result) => result === 'written')).toHaveLength(40);
      for (const id of sessions) expect(await store.readParts(id, 0, 10)).toHaveLength(1);
    });
  });
}
