import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TurnTraceView } from '../contract/trace.ts';
import { cornerShopFile } from '../testing/corner-shop.ts';
import { Shopper } from '../testing/shopper.ts';
import { startTestApp, type TestApp } from '../testing/start-test-app.ts';

const adminToken = 'a token of the tests';

describe('the trace of a turn', () => {
  let shop: TestApp;
  let shopper: Shopper;
  beforeAll(async () => {
    // Words alone are enough, and need no weights.
    shop = await startTestApp(['--catalog', cornerShopFile, '--embeddings', 'off'], { adminToken });
    shopper = await Shopper.visit(shop.url);
  });
  afterAll(async () => {
    shopper?.close();
    await shop?.close();
  });

  const traceOf = async (turnId: string) => {
    const headers = { authorization: `Bearer ${adminToken}` };
    return TurnTraceView.parse(await (await fetch(`${shop.url}/api/trace/${turnId}`, { headers })).json());
  };

  it('names every score of every candidate, and its features add up to the first stage', async () => {
    const { turnId, cards, row } = await shopper.say('a black jacket under $100');
    const { searches = [] } = await traceOf(turnId);
    expect(searches.map(({ purpose }) => purpose)).toEqual(['row']);
    const [search] = searches;
    expect(search?.total).toBe(row?.total);
    expect(search?.candidates.length).toBeGreaterThan(0);
    for (const { firstStage = 0, recall, features = {}, title } of search?.candidates ?? []) {
      const sum = Object.entries(search?.weights ?? {}).reduce(
        (total, [name, weight]) => total + weight * (features[name] ?? Number.NaN),
        0,
      );
      expect(sum).toBeCloseTo(firstStage, 6);
      expect(recall).toBeGreaterThanOrEqual(0);
      expect(title).toBeTruthy();
    }
    const shown = search?.candidates.flatMap(({ id, ordinal }) => (ordinal ? [[ordinal, id]] : [])) ?? [];
    expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(cards.map(({ ordinal, id }) => [ordinal, id])));
  });

  it('says what each condition lets through, and the filter as it was sent', async () => {
    const { turnId } = await shopper.say('not red');
    const { searches, constraints, changes } = await traceOf(turnId);
    expect(searches?.[0]?.conditions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ facet: 'price', high: 100, admit: 'known' }),
        expect.objectContaining({ facet: 'colour', negated: true, admit: 'possible' }),
      ]),
    );
    expect(searches?.[0]?.filter).toHaveProperty('must');
    expect(constraints.map(({ constraint, change }) => [constraint.facet, change])).toEqual(
      expect.arrayContaining([
        ['price', 'kept'],
        ['colour', 'new'],
      ]),
    );
    expect(changes).toContainEqual(expect.objectContaining({ do: 'add' }));
  });

  it('tells the search that found nothing from the one for the nearest', async () => {
    const { turnId } = await shopper.say('a waterproof jacket under $50');
    const { searches = [], row } = await traceOf(turnId);
    expect(searches.map(({ purpose, total }) => [purpose, total > 0])).toEqual([
      ['row', false],
      ['nearest', true],
    ]);
    expect(row?.nearMiss).toBeDefined();
  });

  it('has no search for an answer in words, and all from the log for a turn of another process', async () => {
    const { turnId } = await shopper.say('hello');
    expect((await traceOf(turnId)).searches).toEqual([]);
    const { turnId: other, cards } = await shopper.say('lamps');
    const ids = Array.from({ length: 500 }, (_, index) => ({ sessionId: 'of others', turnId: String(index) }));
    for (const turn of ids) shop.components.traces?.open(turn);
    const trace = await traceOf(other);
    expect([trace.searches, trace.changes]).toEqual([undefined, undefined]);
    expect(trace.row?.cards.map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
    expect(trace.turnBefore).toBe(turnId);
  });
});
