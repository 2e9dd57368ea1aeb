import { expect, it } from 'vitest';
import type { Constraint, PartOf } from '../contract/index.ts';
import { emptyMemory } from '../domain/session-memory.ts';
import { collectPart, type RecordedParts, recordTurn } from './turn-record.ts';

const wish = (facet: string, value: Constraint['value'], relation: Constraint['relation'] = 'is'): Constraint => ({
  id: `${facet}-${relation}`,
  facet,
  relation,
  value,
  strength: 'must',
  scope: 'session',
  words: 'words',
});
const remembering = (...constraints: Constraint[]) => {
  const memory = emptyMemory();
  return { ...memory, dialogue: { ...memory.dialogue, wishes: { constraints, rejected: [] } } };
};
const understood = (
  act: PartOf<'understanding'>['act'],
  constraints: Constraint[],
  ledger: PartOf<'understanding'>['ledger'] = [],
): PartOf<'understanding'> => ({ type: 'understanding', source: 'embedded', act, constraints, ledger });
const ended: PartOf<'turn-end'> = {
  type: 'turn-end',
  timings: { firstCardMs: 12.5, totalMs: 30, stages: {} },
  degraded: [],
};
const row = (total: number, rest: Partial<PartOf<'cards'>> = {}): PartOf<'cards'> => ({
  type: 'cards',
  rowId: 'row',
  revision: 1,
  total,
  cards: [],
  ...rest,
});
const parts = (...all: Parameters<typeof collectPart>[1][]) => all.reduce<RecordedParts>(collectPart, {});

it('keeps what is new with the turn, and neither empty lists nor zeros', () => {
  const [sofa, budget] = [wish('category', 'sofa'), wish('price', 500, 'at-most')];
  const kept = parts({ type: 'turn-start' }, understood('refine', [sofa, budget]), row(3));
  expect(recordTurn({ text: 'under 500' }, kept, { part: ended, status: 'done' }, remembering(sofa))).toEqual({
    status: 'done',
    act: 'refine',
    firstCardMs: 12.5,
    totalMs: 30,
    asked: [{ facet: 'price', relation: 'at-most', value: 500 }],
    searched: ['sofa'],
  });
});

it('says of a turn where nothing fits what stood in the way and what could go', () => {
  const [sofa, pink] = [wish('category', 'sofa'), wish('colour', 'pink')];
  const relaxations = [{ label: 'any colour', count: 4, edit: { remove: pink.id } }];
  const near = row(4, { nearMiss: { constraintIds: [pink.id], relaxations } });
  const entry = { start: 0, end: 4, words: 'Blessed by Monks', outcome: 'unsupported' as const };
  const kept = parts(understood('search', [sofa, pink], [entry]), near);
  const request = { text: '  A PINK   sofa ' };
  expect(recordTurn(request, kept, { part: ended, status: 'done' }, emptyMemory())).toMatchObject({
    missed: {
      text: 'a pink sofa',
      unmet: [{ facet: 'colour', relation: 'is', value: 'pink' }],
      offered: [pink.id],
    },
    unsupported: ['blessed by monks'],
  });
});

it('takes an empty row for a miss, but not the end of "more"', () => {
  const record = (act: 'search' | 'more') =>
    recordTurn({ text: 'x' }, parts(understood(act, []), row(0)), { part: ended, status: 'done' }, emptyMemory());
  expect(record('search').missed).toEqual({ text: 'x', unmet: [], offered: [] });
  expect(record('more').missed).toBeUndefined();
});

it('knows which wishes were let go, not counting a fresh start', () => {
  const [sofa, pink] = [wish('category', 'sofa'), wish('colour', 'pink')];
  const before = remembering(sofa, pink);
  const relaxed = (request: Parameters<typeof recordTurn>[0], left: Constraint[]) =>
    recordTurn(request, parts(understood('relax', left)), { part: ended, status: 'done' }, before).relaxed;
  expect(relaxed({ edit: { remove: pink.id } }, [sofa])).toEqual([pink.id]);
  expect(relaxed({ text: 'any colour' }, [sofa])).toEqual([pink.id]);
  expect(relaxed({ edit: { clear: true } }, [])).toBeUndefined();
});

it('counts what the turn put into the cart and keeps the strongest likes', () => {
  const like = (value: string, weight: number) => ({
    facet: 'colour',
    value,
    weight,
    pinned: false,
    because: 'you said so',
  });
  const profile = { likes: [like('red', 2), like('green', -1)] };
  const memory = { ...emptyMemory(), cart: { chair: 2 } };
  const kept = parts(understood('cart-add', []), { type: 'interests', profile });
  expect(recordTurn({ text: 'add it' }, kept, { part: ended, status: 'done', memory }, emptyMemory())).toMatchObject({
    cartAdded: 2,
    interests: [{ facet: 'colour', value: 'red' }],
  });
});

it('says why a turn failed, also when it understood nothing', () => {
  const part = { type: 'error' as const, code: 'timeout', message: 'Too long.' };
  expect(recordTurn({ text: 'x' }, {}, { part, status: 'failed' }, emptyMemory())).toEqual({
    status: 'failed',
    errorCode: 'timeout',
  });
});
