import { describe, expect, it } from 'vitest';
import type { Constraint, TurnPart } from '../../server/contract/index.ts';
import { CatalogItem } from '../../server/domain/catalog-item.ts';
import { emptyMemory } from '../../server/domain/session-memory.ts';
import { plainCard, underFifty } from '../../server/testing/plain-card.ts';
import type { Assistant, TurnInput } from '../../server/turn/turn.ts';
import { createCatalogMatcher } from '../predicate/catalog-matcher.ts';
import { readParts } from '../shop/play-turn.ts';
import { DialogueCase, RetrievalCase, UnderstandingCase } from '../suite/cases.ts';
import { playDialogue, resolveEdit } from './run-dialogue.ts';
import { judgeQuery } from './run-retrieval.ts';
import { judgeUnderstanding, runUnderstanding } from './run-understanding.ts';

const items = new Map(['a', 'b', 'c', 'd'].map((id) => [id, CatalogItem.parse({ id, title: `Lamp ${id}` })]));
const context = { matcher: createCatalogMatcher(items), tick: () => undefined };

const budget = underFifty;
const cards = (...ids: string[]): TurnPart => ({
  type: 'cards',
  rowId: 'r',
  revision: 1,
  total: ids.length,
  cards: ids.map((id, at) => plainCard(id, at + 1)),
});
const understood = (constraints: Constraint[], focus?: string[]): TurnPart => ({
  type: 'understanding',
  source: 'embedded',
  act: 'search',
  constraints,
  ledger: [],
  focus,
});

/** Answers each turn by its number, and counts in the memory how many turns it has seen. */
function scripted(answer: (input: TurnInput, turn: number) => TurnPart[]): Assistant {
  return {
    async runTurn(input, emit) {
      const turn = (input.memory.cart.turns ?? 0) + 1;
      for (const part of answer(input, turn)) emit(part);
      return { memory: { ...input.memory, cart: { turns: turn } } };
    },
    recordInteraction: async (memory) => memory,
    editInterests: async (memory) => memory,
    catalog: () => ({ name: 'c', items: 0, currency: 'EUR' }),
  };
}

describe('playing a dialogue', () => {
  it('keeps the memory between turns, and the last row shown over a turn without one', async () => {
    const rows: Record<number, TurnPart[]> = { 1: [cards('a', 'b', 'c')], 2: [], 3: [understood([], ['b'])] };
    const one = DialogueCase.parse({
      id: 'x',
      turns: [{ text: 'lamps' }, { text: 'hm' }, { text: 'the second', expect: { refersToShown: 2 } }],
    });
    const { units } = await playDialogue(
      one,
      scripted((_input, turn) => rows[turn] ?? []),
      context,
    );
    expect(units.map((unit) => unit.shares.satisfied?.num)).toEqual([1, 1, 1]);
    expect(units[2]?.shares.conversation?.num).toBe(1);
  });

  it('goes on after an error with the memory from before', async () => {
    const one = DialogueCase.parse({ id: 'x', turns: [{ text: 'a' }, { text: 'boom' }, { text: 'c' }] });
    const seen: number[] = [];
    const assistant = scripted((input, turn) => {
      seen.push(turn);
      if (input.text === 'boom') throw new Error('boom');
      return [];
    });
    const { units, failures } = await playDialogue(one, assistant, context);
    expect(seen).toEqual([1, 2, 2]);
    expect(units.map((unit) => unit.shares.errors?.num)).toEqual([0, 1, 0]);
    expect(failures[0]).toMatchObject({ turn: 2, text: 'a → boom', reasons: ['error: boom'] });
  });

  it('finds the constraint that an edit means by what it says', () => {
    expect(resolveEdit({ remove: { facet: 'Price' } }, [budget])).toEqual({ remove: 'c1' });
    expect(resolveEdit({ remove: { facet: 'price', value: 50 } }, [budget])).toEqual({ remove: 'c1' });
    expect(resolveEdit({ remove: { facet: 'price', value: 60 } }, [budget])).toEqual({ remove: 'none-price' });
    expect(resolveEdit({ remove: 'c9' }, [budget])).toEqual({ remove: 'c9' });
    expect(resolveEdit({ undo: true }, [])).toEqual({ undo: true });
    expect(resolveEdit({ set: { facet: 'colour', relation: 'is', value: 'red' } }, [])).toMatchObject({
      set: { facet: 'colour', strength: 'must' },
    });
  });
});

describe('reading the parts of a turn', () => {
  it('keeps the last revision of row and reading', () => {
    const late = { ...cards('b'), revision: 2 } as TurnPart;
    const parts = [
      understood([]),
      cards('a'),
      understood([budget]),
      late,
      { type: 'text-delta' as const, delta: 'hi' },
    ];
    const record = readParts(parts, { memory: emptyMemory() });
    expect(record.cards.map((card) => card.id)).toEqual(['b']);
    expect(record.constraints).toEqual([budget]);
    expect(record.reply).toBe('hi');
  });

  it('takes an error part as an error', () => {
    expect(readParts([{ type: 'error', code: 'x', message: 'y' }], { memory: emptyMemory() }).error).toBe('x: y');
  });
});

describe('judging understanding', () => {
  const one = (expect: object, extra: object = {}): UnderstandingCase =>
    UnderstandingCase.parse({ id: 'u', text: 't', expect, ...extra });

  it('counts hits, misses and extras as F1 does', async () => {
    const wanted = one({
      constraints: [
        { facet: 'price', relation: 'at-most', value: 50 },
        { facet: 'colour', relation: 'is', value: 'red' },
      ],
    });
    const record = readParts([understood([budget, { ...budget, facet: 'brand' }, { ...budget, facet: 'size' }])], {
      memory: emptyMemory(),
    });
    const { units, failures } = judgeUnderstanding(wanted, record);
    // One hit, one miss, two extras: precision 1/3, recall 1/2, F1 = 2/(2+1+2).
    expect(units[0]?.shares).toMatchObject({
      f1: { num: 2, den: 5 },
      precision: { num: 1, den: 3 },
      recall: { num: 1, den: 2 },
      exact: { num: 0, den: 1 },
    });
    expect(failures[0]?.reasons).toHaveLength(3);
  });

  it('needs the act for an exact match where one is expected', () => {
    const record = readParts([understood([])], { memory: emptyMemory() });
    expect(judgeUnderstanding(one({ act: 'search', constraints: [] }), record).units[0]?.shares.exact?.num).toBe(1);
    expect(judgeUnderstanding(one({ act: 'undo', constraints: [] }), record).units[0]?.shares).toMatchObject({
      exact: { num: 0 },
      act: { num: 0 },
    });
  });

  it('plays the turns before, and judges only the last', async () => {
    const texts: (string | undefined)[] = [];
    const assistant = scripted((input, turn) => {
      texts.push(input.text);
      return turn === 2 ? [understood([budget])] : [];
    });
    const wanted = one({ constraints: [{ facet: 'price', relation: 'at-most', value: 50 }] }, { context: ['lamps'] });
    const { units } = await runUnderstanding([wanted], { name: 'full', assistant }, context);
    expect(texts).toEqual(['lamps', 't']);
    expect(units[0]?.shares.exact?.num).toBe(1);
  });
});

describe('judging a query', () => {
  const query = RetrievalCase.parse({ id: 'q', text: 'lamp' });
  const grades = new Map([
    ['a', 3],
    ['b', 0],
    ['z', 1],
  ]);

  it('scores all items, the judged ones alone, and how many were judged', () => {
    const { units } = judgeQuery(query, grades, { ranked: ['c', 'a', 'b', 'a'], depth: 50 }, context);
    // Ideal: 3 + 1/log2(3) = 3.6309298; here 3/log2(3) = 1.8927893; condensed 3.
    expect(units[0]?.shares['ndcg@10']?.num).toBeCloseTo(1.8927892607143724 / 3.6309297535714573, 12);
    expect(units[0]?.shares['condensed-ndcg@10']?.num).toBeCloseTo(3 / 3.6309297535714573, 12);
    expect(units[0]?.shares['judged@10']).toEqual({ num: 2, den: 3 });
    expect(units[0]?.shares.mrr?.num).toBe(0.5);
    expect(units[0]?.shares['recall@50']?.num).toBe(0.5);
    expect(units[0]?.shares['recall@100']).toBeUndefined();
  });

  it('scores an error as nothing found', () => {
    const { units, failures } = judgeQuery(query, grades, { ranked: ['a'], error: 'down', depth: 50 }, context);
    expect(units[0]?.shares['ndcg@10']?.num).toBe(0);
    expect(failures[0]?.reasons).toEqual(['down']);
  });

  it('leaves a query without a relevant item out of the means', () => {
    const { units, failures } = judgeQuery(query, new Map([['a', 0]]), { ranked: ['a'], depth: 50 }, context);
    expect(Object.keys(units[0]?.shares ?? {})).toEqual(['judged@10', 'errors']);
    expect(failures).toEqual([]);
  });
});
