import type { ErrorBody, SequencedPart, SessionReady, StateEdit } from '../../server/contract/index.ts';
import { type Conversation, emptyConversation, emptyTurn, isActive, type Turn } from './conversation.ts';
import { reducePart, reduceShared, remember } from './reduce-part.ts';

export type ConversationEvent =
  | { type: 'ready'; ready: SessionReady }
  | { type: 'parts'; messages: SequencedPart[]; at: number }
  /** A part that did not parse; `seq` and `turnId` as far as they could be read. */
  | { type: 'unreadable'; seq?: number; turnId?: string; at: number }
  /** The missing parts will not come: go on with those that are held. */
  | { type: 'gap-skipped'; at: number }
  | { type: 'turn-sent'; turnId: string; text?: string; edit?: StateEdit; at: number }
  | { type: 'turn-accepted'; turnId: string }
  | { type: 'turn-refused'; turnId: string; error: ErrorBody }
  | { type: 'turn-dropped'; turnId: string }
  | { type: 'started-afresh' };

/** The whole conversation as a pure function of what was sent and received. */
export function reduce(conversation: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'ready':
      return takeReady(conversation, event.ready);
    case 'parts':
      return event.messages.reduce((state, message) => takeMessage(state, message, event.at), conversation);
    case 'unreadable':
      return takeUnreadable(conversation, event);
    case 'gap-skipped':
      return skipGap(conversation, event.at);
    case 'turn-sent': {
      const { turnId, text, edit, at } = event;
      const turn: Turn = { ...emptyTurn(turnId, at), text, edit, live: true };
      return { ...conversation, turns: [...conversation.turns, turn] };
    }
    case 'turn-accepted':
      return changeTurn(conversation, event.turnId, (turn) =>
        turn.status === 'sending' ? { ...turn, status: 'running' } : turn,
      );
    case 'turn-refused':
      return changeTurn(conversation, event.turnId, (turn) =>
        isActive(turn) ? { ...turn, status: 'failed', error: event.error } : turn,
      );
    case 'turn-dropped':
      return { ...conversation, turns: conversation.turns.filter((turn) => turn.turnId !== event.turnId) };
    case 'started-afresh':
      return { ...emptyConversation(), catalog: conversation.catalog };
  }
}

/** The server's word on the session. Another session than before starts the page over, but keeps what is still to be sent. */
function takeReady(conversation: Conversation, ready: SessionReady): Conversation {
  const lost = conversation.sessionId !== undefined && conversation.sessionId !== ready.sessionId;
  const base = lost ? startOver(conversation) : conversation;
  const { constraints, canUndo } = ready.state;
  return {
    ...base,
    sessionId: ready.sessionId,
    catalog: ready.catalog,
    turns: mergeTurns(base.turns, ready),
    historySeq: ready.lastSeq,
    constraints,
    committed: constraints,
    known: remember(base.known, constraints),
    canUndo,
    sessionLost: lost && conversation.turns.some((turn) => turn.status !== 'sending'),
  };
}

const startOver = (conversation: Conversation): Conversation => ({
  ...emptyConversation(),
  turns: conversation.turns.filter((turn) => turn.status === 'sending'),
});

/** Turns that the server names come first and in its order; those that only this page knows follow. */
function mergeTurns(turns: Turn[], ready: SessionReady): Turn[] {
  const own = new Map(turns.map((turn) => [turn.turnId, turn]));
  const named = ready.state.turns.map((summary) => {
    const { turnId, text, edit, startedAt } = summary;
    const turn = own.get(turnId) ?? { ...emptyTurn(turnId, startedAt), status: 'running' as const };
    return { ...turn, text: text ?? turn.text, edit: edit ?? turn.edit };
  });
  const names = new Set(named.map((turn) => turn.turnId));
  return [...named, ...turns.filter((turn) => !names.has(turn.turnId))];
}

/** Every part once and in order: repeats are dropped, early ones wait. */
function takeMessage(conversation: Conversation, message: SequencedPart, at: number): Conversation {
  if (message.seq <= conversation.lastSeq) return conversation;
  if (message.seq > conversation.lastSeq + 1) {
    return { ...conversation, held: { ...conversation.held, [message.seq]: message } };
  }
  return releaseHeld(applyMessage(conversation, message, at), at);
}

function releaseHeld(conversation: Conversation, at: number): Conversation {
  const next = conversation.held[conversation.lastSeq + 1];
  if (next === undefined) return conversation;
  const { [next.seq]: _released, ...held } = conversation.held;
  return releaseHeld(applyMessage({ ...conversation, held }, next, at), at);
}

function skipGap(conversation: Conversation, at: number): Conversation {
  const seqs = Object.keys(conversation.held).map(Number);
  if (seqs.length === 0) return conversation;
  const skipped = releaseHeld({ ...conversation, lastSeq: Math.min(...seqs) - 1 }, at);
  return skipGap(skipped, at);
}

function applyMessage(conversation: Conversation, { turnId, seq, part }: SequencedPart, at: number): Conversation {
  const live = seq > conversation.historySeq;
  // What is learnt of interests may come outside of any turn: it belongs to the conversation.
  const present = part.type === 'interests' ? conversation : withTurn(conversation, turnId, at);
  const changed = changeTurn(present, turnId, (turn) => {
    const next = reducePart(turn, part);
    if (part.type === 'interests') return next;
    return { ...next, live: turn.live || live, status: next.status === 'sending' ? 'running' : next.status };
  });
  const turn = changed.turns.find((candidate) => candidate.turnId === turnId) ?? emptyTurn(turnId, at);
  return { ...reduceShared(changed, turn, part), lastSeq: seq };
}

/** A turn of another tab of this session arrives without having been sent here. */
function withTurn(conversation: Conversation, turnId: string, at: number): Conversation {
  if (conversation.turns.some((turn) => turn.turnId === turnId)) return conversation;
  return { ...conversation, turns: [...conversation.turns, { ...emptyTurn(turnId, at), status: 'running' }] };
}

function takeUnreadable(
  conversation: Conversation,
  { seq, turnId, at }: { seq?: number; turnId?: string; at: number },
): Conversation {
  if (seq !== undefined && seq <= conversation.lastSeq) return conversation;
  const counted =
    turnId === undefined
      ? conversation
      : changeTurn(withTurn(conversation, turnId, at), turnId, (turn) => ({
          ...turn,
          unreadable: turn.unreadable + 1,
        }));
  if (seq !== conversation.lastSeq + 1) return counted;
  return releaseHeld({ ...counted, lastSeq: seq }, at);
}

function changeTurn(conversation: Conversation, turnId: string, change: (turn: Turn) => Turn): Conversation {
  return { ...conversation, turns: conversation.turns.map((turn) => (turn.turnId === turnId ? change(turn) : turn)) };
}
