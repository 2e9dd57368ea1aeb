import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { averageRankings, permute, rankCandidates } from './rank-candidates.ts';
import { buildTestModel } from './testing/build-test-model.ts';
import { type ChatRequest, type ScriptedEndpoint, startScriptedEndpoint } from './testing/scripted-endpoint.ts';

let endpoint: ScriptedEndpoint;
beforeEach(async () => {
  endpoint = await startScriptedEndpoint(() => '{"ids":[]}');
});
afterEach(() => endpoint.close());

const scene = {
  shopper: 'x',
  constraints: [],
  candidates: ['a', 'b', 'c', 'd'].map((id) => ({ id, fields: { title: `thing ${id}` } })),
};
const rank = (orders: number, retries = 0) =>
  rankCandidates(buildTestModel(endpoint.url, { retries }), scene, orders, {
    sessionId: 's',
    signal: new AbortController().signal,
  });
const idsIn = ({ messages }: ChatRequest): string[] =>
  [...(messages[1]?.content ?? '').matchAll(/"id":"(\w)"/g)].map(([, id]) => id ?? '');
const answer = (...ids: string[]): string => JSON.stringify({ ids });

describe('a ranking by a model', () => {
  test('asks once an order, each with other items first', async () => {
    endpoint.respond = (request) => answer(...idsIn(request));
    await rank(2);
    expect(endpoint.requests.map(idsIn).sort()).toEqual([
      ['a', 'b', 'c', 'd'],
      ['d', 'c', 'b', 'a'],
    ]);
  });

  test('of a model that gives its first place to whoever stands first keeps the order that was there', async () => {
    endpoint.respond = (request) => answer(...idsIn(request));
    expect(await rank(2)).toEqual(['a', 'b', 'c', 'd']);
    expect(await rank(4)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('follows a model that means it', async () => {
    endpoint.respond = () => answer('c', 'a', 'd', 'b');
    expect(await rank(4)).toEqual(['c', 'a', 'd', 'b']);
  });

  test('averages over the orders that were answered', async () => {
    endpoint.respond = (request) =>
      idsIn(request)[0] === 'a' ? { text: '', status: 401 } : answer('d', 'a', 'b', 'c');
    expect(await rank(2)).toEqual(['d', 'a', 'b', 'c']);
  });

  test('throws when no order is answered', async () => {
    endpoint.respond = () => ({ text: '', status: 500 });
    await expect(rank(2)).rejects.toMatchObject({ code: 'model_unavailable' });
  });
});

describe('the mean of rankings', () => {
  const ids = ['a', 'b', 'c', 'd'];

  test('has every id exactly once, whatever the rankings name', () => {
    const ranking = fc.array(fc.constantFrom(...ids, 'zzz', '{{item:a}}'), { maxLength: 9 });
    fc.assert(
      fc.property(fc.array(ranking, { maxLength: 4 }), (rankings) => {
        expect([...averageRankings(ids, rankings)].sort()).toEqual(ids);
      }),
    );
  });

  test.each([
    ['none', [], 'abcd'],
    ['empty ones', [[], ['zzz']], 'abcd'],
    ['one that leaves some out', [['c']], 'cabd'],
    ['one that says an id twice', [['b', 'b', 'a', 'b']], 'bacd'],
  ])('over %s', (_, rankings, expected) => {
    expect(averageRankings(ids, rankings).join('')).toBe(expected);
  });
});

test.each([0, 1, 2, 3, 4])('%d orders have all items each and differ', (orders) => {
  const orderings = permute([1, 2, 3, 4, 5], orders);
  expect(orderings).toHaveLength(orders);
  expect(new Set(orderings.map(String)).size).toBe(orders);
  for (const one of orderings) expect([...one].sort()).toEqual([1, 2, 3, 4, 5]);
});
