import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractionKind } from '../contract/index.ts';
import { emptyMemory } from '../domain/session-memory.ts';
import type { TurnRecord } from '../insights/turn-record.ts';
import type { SessionStore } from './session-store.ts';

const at = 1_700_000_000_000;
const owner = 'node-a';

/** What every `TurnLog` keeps to. `open` gives a store on an empty database. */
export function describeTurnLog(
  name: string,
  open: () => Promise<{ store: SessionStore; destroy: () => Promise<void> }>,
): void {
  describe(name, () => {
    let store: SessionStore;
    let destroy = async () => {};
    beforeAll(async () => {
      ({ store, destroy } = await open());
    });
    afterAll(() => destroy());

    /** Each test has a stretch of time of its own. */
    let hours = 0;
    const newTime = () => {
      hours += 1;
      return at + hours * 3_600_000;
    };
    const newSession = async () => {
      const id = randomUUID();
      await store.createSession({ id, locale: 'en', createdAt: at, memory: emptyMemory() });
      return id;
    };
    const begin = async (sessionId: string, startedAt: number, turnId: string = randomUUID()) => {
      const turn = { sessionId, turnId, request: { text: 'a red chair', limit: 12 }, startedAt };
      await store.beginTurn(turn, { owner, until: startedAt + 1_000 });
      return turnId;
    };
    const end = async (sessionId: string, turnId: string, startedAt: number, value: TurnRecord) => {
      const { lastSeq = 0 } = (await store.loadSession(sessionId)) ?? {};
      return store.write({
        sessionId,
        at: startedAt + 40,
        expectedLastSeq: lastSeq,
        parts: [{ turnId, seq: lastSeq + 1, part: { type: 'text-delta', delta: 'ü "漢"' } }],
        turn: {
          turnId,
          owner,
          ending: {
            status: 'done',
            timings: { firstCardMs: 7.5, totalMs: 12, stages: { search: 4 } },
            degraded: ['x'],
          },
          record: { startedAt, value },
        },
      });
    };

    it('gives the records of ended turns in their order, page by page', async () => {
      const [since, sessionId] = [newTime(), await newSession()];
      const places = [0, 0, 5, 9];
      const turns = await Promise.all(places.map((offset) => begin(sessionId, since + offset)));
      for (const [index, turnId] of turns.entries())
        await end(sessionId, turnId, since + (places[index] ?? 0), { status: 'done', totalMs: index });
      await begin(sessionId, since + 3);
      const window = { since, until: since + 9 };
      const all = await store.turnLog.readRecords(window, undefined, 10);
      expect(all.map(({ turnId }) => turnId)).toEqual([...turns.slice(0, 2).sort(), turns[2]]);
      expect(all[2]).toEqual({
        sessionId,
        turnId: turns[2],
        startedAt: since + 5,
        record: { status: 'done', totalMs: 2 },
      });
      const first = await store.turnLog.readRecords(window, undefined, 1);
      expect([...first, ...(await store.turnLog.readRecords(window, first[0], 10))]).toEqual(all);
    });

    it('writes no record where the end of the turn is not written', async () => {
      const [since, sessionId] = [newTime(), await newSession()];
      const turnId = await begin(sessionId, since);
      expect(await end(sessionId, turnId, since, { status: 'done' })).toBe('written');
      expect(await end(sessionId, turnId, since, { status: 'failed' })).toBe('lost');
      const records = await store.turnLog.readRecords({ since, until: since + 1 }, undefined, 10);
      expect(records.map(({ record }) => record)).toEqual([{ status: 'done' }]);
    });

    it('gives what was done in its order, page by page', async () => {
      const [since, one, other] = [newTime(), await newSession(), await newSession()];
      const record = (sessionId: string, kind: InteractionKind, itemId: string, offset = 0) =>
        store.recordInteraction(sessionId, { kind, itemId }, since + offset);
      await record(one, 'open', 'chair', 2);
      await record(one, 'impression', 'chair');
      await record(other, 'impression', 'sofa');
      await record(other, 'like', 'chair', 100);
      const window = { since, until: since + 100 };
      const all = await store.turnLog.readInteractions(window, undefined, 10);
      expect(all.map(({ id, ...rest }) => rest)).toEqual([
        { sessionId: one, kind: 'impression', itemId: 'chair', at: since },
        { sessionId: other, kind: 'impression', itemId: 'sofa', at: since },
        { sessionId: one, kind: 'open', itemId: 'chair', at: since + 2 },
      ]);
      const first = await store.turnLog.readInteractions(window, undefined, 1);
      const second = await store.turnLog.readInteractions(window, first[0], 1);
      expect([...first, ...second, ...(await store.turnLog.readInteractions(window, second[0], 10))]).toEqual(all);
    });

    it('finds a turn by its id, the one before it, and its parts', async () => {
      const [since, sessionId, other] = [newTime(), await newSession(), await newSession()];
      const first = await begin(sessionId, since);
      const second = await begin(sessionId, since + 1);
      await begin(other, since);
      await end(sessionId, first, since, { status: 'done' });
      const found = await store.turnLog.findTurn(first);
      expect(found).toMatchObject({
        sessionId,
        turnId: first,
        status: 'done',
        request: { text: 'a red chair' },
        endedAt: since + 40,
        timings: { firstCardMs: 7.5 },
        degraded: ['x'],
      });
      expect(await store.turnLog.findTurn(second)).toMatchObject({ status: 'started', degraded: [] });
      expect(await store.turnLog.findTurn(randomUUID())).toBeUndefined();
      expect(await store.turnLog.findTurnBefore({ sessionId, startedAt: since + 1 })).toMatchObject({ turnId: first });
      expect(await store.turnLog.findTurnBefore({ sessionId, startedAt: since })).toBeUndefined();
      expect(await store.turnLog.readTurnParts({ sessionId, turnId: first })).toEqual([
        { type: 'text-delta', delta: 'ü "漢"' },
      ]);
      expect(await store.turnLog.readTurnParts({ sessionId, turnId: second })).toEqual([]);
    });

    it('finds the newest of two turns with one id', async () => {
      const [since, turnId] = [newTime(), randomUUID()];
      const [early, late] = [await newSession(), await newSession()];
      await begin(early, since, turnId);
      await begin(late, since + 1, turnId);
      expect((await store.turnLog.findTurn(turnId))?.sessionId).toBe(late);
    });

    it('forgets the records of a session that is deleted', async () => {
      const since = newTime();
      const sessionId = await newSession();
      await end(sessionId, await begin(sessionId, since), since, { status: 'done' });
      await store.prune(since + 1_000_000);
      expect(await store.turnLog.readRecords({ since, until: since + 1 }, undefined, 10)).toEqual([]);
    });
  });
}
