import { describe, expect, it } from 'vitest';
import { InsightsTally } from './insights-tally.ts';
import { readInsights } from './read-insights.ts';
import type { TurnRecord } from './turn-record.ts';

const hour = 3_600_000;
const since = Date.UTC(2026, 0, 5);
const window = { since, until: since + 24 * hour };

function tally(...turns: [session: string, record: Omit<TurnRecord, 'status'>, at?: number][]) {
  const sum = new InsightsTally(window);
  for (const [index, [sessionId, record, at = since]] of turns.entries())
    sum.add({ sessionId, turnId: `turn-${index}`, startedAt: at, record: { status: 'done', ...record } });
  return sum.read();
}
const colour = (value: string) => ({ facet: 'colour', relation: 'is' as const, value });

describe('the tally of turns', () => {
  it('counts turns, sessions, acts and faults', () => {
    const sum = new InsightsTally(window);
    const turn = { turnId: 't', startedAt: since };
    sum.add({ ...turn, sessionId: 'a', record: { status: 'done', act: 'search', degraded: ['embeddings'] } });
    sum.add({ ...turn, sessionId: 'a', record: { status: 'failed', errorCode: 'timeout' } });
    sum.add({ ...turn, sessionId: 'b', record: { status: 'cancelled', act: 'search', errorCode: 'superseded' } });
    expect(sum.read()).toMatchObject({
      turns: { total: 3, done: 1, failed: 1, cancelled: 1 },
      sessions: 2,
      acts: [{ act: 'search', count: 2 }],
      errors: [
        { code: 'superseded', count: 1 },
        { code: 'timeout', count: 1 },
      ],
      degraded: [{ part: 'embeddings', count: 1 }],
    });
  });

  it('gives the times that half and nineteen of twenty turns keep, each the time of a real turn', () => {
    const times = Array.from({ length: 20 }, (_, index): [string, Omit<TurnRecord, 'status'>] => [
      's',
      { firstCardMs: index + 1, totalMs: 100 },
    ]);
    expect(tally(...times).latency).toEqual({
      firstCard: { p50: 10, p95: 19, count: 20 },
      whole: { p50: 100, p95: 100, count: 20 },
    });
    expect(tally(['s', {}]).latency.firstCard).toEqual({ p50: null, p95: null, count: 0 });
  });

  it('puts turns into slots of time, empty ones included', () => {
    const missed = { unmet: [], offered: [] };
    const { slots, slotMs } = tally(['s', {}], ['s', { missed }, since + 2 * hour], ['s', {}, since + 2.5 * hour]);
    expect([slotMs, slots.length]).toEqual([hour, 24]);
    expect(slots.slice(0, 3)).toEqual([
      { at: since, turns: 1, nothing: 0 },
      { at: since + hour, turns: 0, nothing: 0 },
      { at: since + 2 * hour, turns: 2, nothing: 1 },
    ]);
  });

  it('counts what was asked by facet and value, whatever the case', () => {
    const { asked } = tally(
      ['a', { asked: [colour('Red'), { facet: 'price', relation: 'at-most', value: 50 }] }],
      ['b', { asked: [colour('red')] }],
      ['c', { asked: [colour('blue')] }],
    );
    expect(asked).toEqual([
      {
        facet: 'colour',
        count: 3,
        values: [
          { ...colour('Red'), count: 2, turnId: 'turn-1' },
          { ...colour('blue'), count: 1, turnId: 'turn-2' },
        ],
      },
      { facet: 'price', count: 1, values: [expect.objectContaining({ relation: 'at-most', value: 50 })] },
    ]);
  });

  it('shows what was not found, with the newest turn as the example', () => {
    const missed = { text: 'a pink sofa', unmet: [colour('pink')], offered: [] };
    const figures = tally(
      ['a', { searched: ['Sofa'], missed, unsupported: ['blessed'] }],
      ['b', { searched: ['sofa'], missed }],
      ['b', { searched: ['sofa'] }],
      ['b', { searched: ['lamp'] }],
    );
    expect(figures.missed).toMatchObject({
      turns: 2,
      unmet: [{ ...colour('pink'), count: 2, turnId: 'turn-1' }],
      phrases: [{ words: 'a pink sofa', count: 2, turnId: 'turn-1' }],
      unsupported: [{ words: 'blessed', count: 1, turnId: 'turn-0' }],
      categories: [{ category: 'sofa', searches: 3, nothing: 2 }],
    });
  });

  it('counts an offer as taken when the very next turn of the session lets that wish go', () => {
    const missed = { unmet: [], offered: ['colour', 'price'] };
    const { missed: figures } = tally(
      ['taken', { missed }],
      ['other', { relaxed: ['colour'] }],
      ['taken', { relaxed: ['colour'] }],
      ['late', { missed }],
      ['late', {}],
      ['late', { relaxed: ['colour'] }],
      ['elsewhere', { missed }],
      ['elsewhere', { relaxed: ['size'] }],
    );
    expect(figures.relaxations).toEqual({ offered: 3, taken: 1 });
  });

  it('counts the likes that each session ended with', () => {
    const [red, blue] = [colour('red'), colour('blue')].map(({ facet, value }) => ({ facet, value }));
    const { interests } = tally(
      ['a', { interests: [blue as { facet: string; value: string }] }],
      ['a', { interests: [red as { facet: string; value: string }] }],
      ['b', { interests: [red as { facet: string; value: string }] }],
      ['b', {}],
    );
    expect(interests).toEqual([{ ...red, sessions: 2 }]);
  });
});

describe('reading insights', () => {
  const turns = Array.from({ length: 2_500 }, (_, index) => ({
    sessionId: `s${index % 7}`,
    turnId: String(index).padStart(4, '0'),
    startedAt: since + index,
    record: { status: 'done' as const, cartAdded: 1 },
  }));
  const deeds = Array.from({ length: 1_200 }, (_, index) => ({
    id: index + 1,
    sessionId: 's0',
    kind: index % 2 === 0 ? ('impression' as const) : ('cart-add' as const),
    itemId: `item-${Math.floor(index / 2)}`,
    at: since,
  }));
  const log = {
    readRecords: async (_window: unknown, after: { turnId: string } | undefined, limit: number) =>
      turns.filter(({ turnId }) => after === undefined || turnId > after.turnId).slice(0, limit),
    readInteractions: async (_window: unknown, after: { id: number } | undefined, limit: number) =>
      deeds.filter(({ id }) => after === undefined || id > after.id).slice(0, limit),
    findTurn: async () => undefined,
    findTurnBefore: async () => undefined,
    readTurnParts: async () => [],
  };
  const signal = new AbortController().signal;

  it('adds up every page, and what was done with the cards', async () => {
    const insights = await readInsights(log, window, { currency: 'EUR', signal });
    expect(insights).toMatchObject({ turns: { total: 2_500 }, sessions: 7, truncated: false, currency: 'EUR' });
    expect(insights.interactions).toMatchObject({ impressions: 600, cardsSeen: 600, cartByWords: 2_500 });
    expect(insights.interactions.funnel).toContainEqual({ kind: 'cart-add', times: 600, cards: 600 });
  });

  it('says when there is more than it reads', async () => {
    const read = (mostTurns: number) => readInsights(log, window, { currency: 'EUR', signal, mostTurns });
    expect(await read(1_500)).toMatchObject({ turns: { total: 1_500 }, truncated: true });
    expect(await read(2_500)).toMatchObject({ turns: { total: 2_500 }, truncated: false });
    expect(await read(1_000)).toMatchObject({ turns: { total: 1_000 }, truncated: true });
    const few = await readInsights(log, window, { currency: 'EUR', signal, mostInteractions: 1_100 });
    expect(few).toMatchObject({ truncated: true, interactions: { impressions: 550 } });
  });

  it('stops when nobody waits any more', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    await expect(readInsights(log, window, { currency: 'EUR', signal: gone })).rejects.toThrow('gone');
  });
});
