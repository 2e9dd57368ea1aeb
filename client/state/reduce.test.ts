import { describe, expect, it } from 'vitest';
import type { Constraint, SessionReady, TurnPart } from '../../server/contract/index.ts';
import { plainCard, underFifty } from '../../server/testing/plain-card.ts';
import { type Conversation, emptyConversation } from './conversation.ts';
import { type ConversationEvent, reduce } from './reduce.ts';

const AT = 1_000;
const turnId = 'turn-1';

const budget = underFifty;

const card = (id: string, ordinal: number) => plainCard(id, ordinal, { availability: 'in_stock' });

const start: TurnPart = { type: 'turn-start' };
const end: TurnPart = {
  type: 'turn-end',
  timings: { firstCardMs: 4, totalMs: 9, stages: { recall: 3 } },
  degraded: ['model'],
};
const delta = (text: string): TurnPart => ({ type: 'text-delta', delta: text });
const understanding = (constraints: Constraint[], act: 'search' | 'undo' = 'search'): TurnPart => ({
  type: 'understanding',
  source: 'embedded',
  act,
  constraints,
  ledger: [],
});
const cards = (revision: number, ids: string[], rowId = 'row'): TurnPart => ({
  type: 'cards',
  rowId,
  revision,
  total: ids.length,
  cards: ids.map((id, index) => card(id, index + 1)),
});

const readyWith = (change: Partial<SessionReady> & { state?: SessionReady['state'] } = {}): SessionReady => ({
  session: 'token',
  sessionId: 'session-1',
  resumed: false,
  lastSeq: 0,
  state: { constraints: [], turns: [], canUndo: false },
  catalog: { name: 'Shop', items: 3, currency: 'USD' },
  ...change,
});

const play = (events: ConversationEvent[], from: Conversation = emptyConversation()): Conversation =>
  events.reduce(reduce, from);

const parts = (list: TurnPart[], firstSeq = 1, id = turnId): ConversationEvent => ({
  type: 'parts',
  messages: list.map((part, index) => ({ turnId: id, seq: firstSeq + index, part })),
  at: AT,
});

const sent: ConversationEvent = { type: 'turn-sent', turnId, text: 'a lamp under 50', at: AT };
const only = (conversation: Conversation) => conversation.turns.at(-1)!;

describe('a turn', () => {
  it('is there at once, before the server has said anything', () => {
    expect(only(play([sent]))).toMatchObject({ text: 'a lamp under 50', status: 'sending', live: true });
  });

  it('gathers all its parts and ends', () => {
    const state = play([
      { type: 'ready', ready: readyWith() },
      sent,
      { type: 'turn-accepted', turnId },
      parts([start, understanding([budget]), cards(1, ['a', 'b']), delta('Two '), delta('lamps.'), end]),
    ]);
    expect(only(state)).toMatchObject({ status: 'done', answer: 'Two lamps.', degraded: ['model'] });
    expect(only(state).timings?.firstCardMs).toBe(4);
    expect(only(state).rows[0]?.cards.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(state.constraints).toEqual([budget]);
    expect(state.lastSeq).toBe(6);
  });

  it('upgrades the row in place and ignores an older revision that comes late', () => {
    const state = play([sent, parts([start, cards(1, ['a', 'b']), cards(3, ['b', 'c']), cards(2, ['x'])])]);
    expect(only(state).rows).toHaveLength(1);
    expect(only(state).rows[0]).toMatchObject({ revision: 3 });
    expect(only(state).rows[0]?.cards.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('keeps a second row beside the first', () => {
    const state = play([sent, parts([start, cards(1, ['a']), cards(1, ['b'], 'other')])]);
    expect(only(state).rows.map(({ rowId }) => rowId)).toEqual(['row', 'other']);
  });

  it('begins again when the server restarted and starts it a second time', () => {
    const state = play([sent, parts([start, cards(1, ['a']), delta('Half an'), start, delta('A whole answer.'), end])]);
    expect(only(state)).toMatchObject({ answer: 'A whole answer.', rows: [], status: 'done', text: 'a lamp under 50' });
  });

  it('shows an error and withdraws constraints that were never committed', () => {
    const error: TurnPart = { type: 'error', code: 'retrieval-down', message: 'Try again.' };
    const state = play([{ type: 'ready', ready: readyWith() }, sent, parts([start, understanding([budget]), error])]);
    expect(only(state)).toMatchObject({ status: 'failed', error: { code: 'retrieval-down', message: 'Try again.' } });
    expect(state.constraints).toEqual([]);
  });

  it('keeps the constraints of a turn that was stopped after its cards were shown', () => {
    const stopped: TurnPart = { type: 'error', code: 'superseded', message: 'A newer message came.' };
    const state = play([sent, parts([start, understanding([budget]), cards(1, ['a']), stopped])]);
    expect(only(state).status).toBe('stopped');
    expect(state).toMatchObject({ constraints: [budget], canUndo: true });
  });

  it('calls a turn that was cancelled stopped, not failed', () => {
    const state = play([sent, parts([start, { type: 'error', code: 'cancelled', message: 'Stopped.' }])]);
    expect(only(state).status).toBe('stopped');
    expect(only(state).error).toBeUndefined();
  });

  it('keeps near misses, questions and suggestions', () => {
    const nearMiss = { constraintIds: ['c1'], relaxations: [{ label: 'up to 62', count: 7, edit: { remove: 'c1' } }] };
    const state = play([
      sent,
      parts([
        start,
        { type: 'cards', rowId: 'row', revision: 1, total: 1, cards: [card('a', 1)], nearMiss },
        { type: 'question', question: 'Which?', options: [{ label: 'Any', edit: { clear: true } }] },
        { type: 'suggestions', items: [{ label: 'Cheaper', text: 'cheaper' }] },
      ]),
    ]);
    expect(only(state).rows[0]?.nearMiss).toEqual(nearMiss);
    expect(only(state).question?.question).toBe('Which?');
    expect(only(state).suggestions).toHaveLength(1);
  });

  it('that was refused says why, and can be dropped for another attempt', () => {
    const refused = play([sent, { type: 'turn-refused', turnId, error: { code: 'busy', message: 'Wait.' } }]);
    expect(only(refused)).toMatchObject({ status: 'failed', error: { code: 'busy' } });
    expect(reduce(refused, { type: 'turn-dropped', turnId }).turns).toEqual([]);
  });

  it('that already ended is not failed by a late refusal', () => {
    const state = play([
      sent,
      parts([start, end]),
      { type: 'turn-refused', turnId, error: { code: 'x', message: '' } },
    ]);
    expect(only(state).status).toBe('done');
  });
});

describe('the order of parts', () => {
  const [first, second, third] = [delta('one '), delta('two '), delta('three')];
  const message = (seq: number, part: TurnPart) => ({ turnId, seq, part });

  it('takes every part once, however often it comes', () => {
    const twice = parts([start, first]);
    expect(only(play([sent, twice, twice])).answer).toBe('one ');
  });

  it('holds early parts until the missing one is there', () => {
    const messages = [message(1, start), message(4, third), message(3, second)];
    const waiting = play([sent, { type: 'parts', messages, at: AT }]);
    expect(only(waiting).answer).toBe('');
    expect(Object.keys(waiting.held)).toEqual(['3', '4']);
    const whole = reduce(waiting, { type: 'parts', messages: [message(2, first)], at: AT });
    expect(only(whole).answer).toBe('one two three');
    expect(whole).toMatchObject({ lastSeq: 4, held: {} });
  });

  it('goes on with what it has when the missing part will not come', () => {
    const messages = [message(1, start), message(3, second), message(6, third)];
    const state = play([sent, { type: 'parts', messages, at: AT }, { type: 'gap-skipped', at: AT }]);
    expect(only(state).answer).toBe('two three');
    expect(state).toMatchObject({ lastSeq: 6, held: {} });
  });

  it('counts an unreadable part, moves past it and releases what waited behind it', () => {
    const messages = [message(1, start), message(3, second)];
    const state = play([sent, { type: 'parts', messages, at: AT }, { type: 'unreadable', seq: 2, turnId, at: AT }]);
    expect(only(state)).toMatchObject({ unreadable: 1, answer: 'two ' });
    expect(state.lastSeq).toBe(3);
    expect(reduce(state, { type: 'unreadable', seq: 2, turnId, at: AT })).toBe(state);
  });

  it('makes room for a turn that another window began', () => {
    const state = play([{ type: 'ready', ready: readyWith() }, parts([start, first], 1, 'elsewhere')]);
    expect(only(state)).toMatchObject({ turnId: 'elsewhere', status: 'running', live: true });
    expect(only(state).text).toBeUndefined();
  });
});

describe('a session', () => {
  const summary = { turnId, text: 'a lamp', startedAt: 5 };

  it('is rebuilt from the texts of its turns and the replayed parts, as history', () => {
    const ready = readyWith({
      resumed: true,
      lastSeq: 3,
      state: { constraints: [budget], turns: [summary], canUndo: true },
    });
    const state = play([{ type: 'ready', ready }, parts([start, understanding([budget]), end])]);
    expect(only(state)).toMatchObject({ text: 'a lamp', status: 'done', live: false, startedAt: 5 });
    expect(state).toMatchObject({ constraints: [budget], canUndo: true, lastSeq: 3, sessionLost: false });
  });

  it('keeps a message that was not sent yet behind the turns that the server names', () => {
    const ready = readyWith({ resumed: true, state: { constraints: [], turns: [summary], canUndo: false } });
    const state = play([
      { type: 'turn-sent', turnId: 'turn-2', text: 'blue', at: AT },
      { type: 'ready', ready },
    ]);
    expect(state.turns.map((turn) => turn.turnId)).toEqual([turnId, 'turn-2']);
    expect(only(state).status).toBe('sending');
  });

  it('that the server does not know any more begins anew, with what is still to be sent', () => {
    const state = play([
      { type: 'ready', ready: readyWith() },
      sent,
      parts([start, end]),
      { type: 'turn-sent', turnId: 'turn-2', text: 'blue', at: AT },
      { type: 'ready', ready: readyWith({ sessionId: 'session-2' }) },
    ]);
    expect(state.turns.map((turn) => turn.turnId)).toEqual(['turn-2']);
    expect(state).toMatchObject({ lastSeq: 0, sessionLost: true });
  });

  it('can be started afresh', () => {
    const state = play([{ type: 'ready', ready: readyWith() }, sent, { type: 'started-afresh' }]);
    expect(state).toEqual({ ...emptyConversation(), catalog: readyWith().catalog });
  });

  it('takes in what it is thought to like', () => {
    const profile = { likes: [{ facet: 'colour', value: 'blue', weight: 1, pinned: false, because: 'liked two' }] };
    expect(play([sent, parts([start, { type: 'interests', profile }])]).interests).toEqual(profile);
    const outside = play([parts([{ type: 'interests', profile }], 1, '')]);
    expect(outside).toMatchObject({ interests: profile, turns: [], lastSeq: 1 });
  });

  it('can undo once constraints changed, and no more once undo leaves nothing', () => {
    const changed = play([{ type: 'ready', ready: readyWith() }, sent, parts([start, understanding([budget]), end])]);
    expect(changed.canUndo).toBe(true);
    const undone = play(
      [
        { type: 'turn-sent', turnId: 'u', edit: { undo: true }, at: AT },
        parts([start, understanding([], 'undo'), end], 4, 'u'),
      ],
      changed,
    );
    expect(undone).toMatchObject({ canUndo: false, constraints: [], known: { c1: budget } });
  });
});
