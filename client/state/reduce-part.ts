import type { Constraint, PartOf, TurnPart } from '../../server/contract/index.ts';
import type { Conversation, Row, Turn } from './conversation.ts';

/** Codes with which a server ends a turn that somebody stopped or overtook: no fault to show. */
const STOPPED_CODES = new Set(['cancelled', 'canceled', 'turn-cancelled', 'aborted', 'superseded', 'turn-superseded']);

/** One part, folded into its turn. Constraints and interests belong to the conversation: see `reduceShared`. */
export function reducePart(turn: Turn, part: TurnPart): Turn {
  switch (part.type) {
    case 'turn-start':
      return restart(turn);
    case 'understanding': {
      const { source, act, ledger, constraints, focus = [] } = part;
      return { ...turn, understanding: { source, act, ledger, focus, constraints } };
    }
    case 'cards':
      return { ...turn, rows: upgradeRow(turn.rows, part) };
    case 'text-delta':
      return { ...turn, answer: turn.answer + part.delta };
    case 'question':
      return { ...turn, question: { question: part.question, options: part.options } };
    case 'suggestions':
      return { ...turn, suggestions: part.items };
    case 'interests':
      return turn;
    case 'turn-end':
      return { ...turn, status: 'done', timings: part.timings, degraded: part.degraded, error: undefined };
    case 'error': {
      if (STOPPED_CODES.has(part.code)) return { ...turn, status: 'stopped' };
      return { ...turn, status: 'failed', error: { code: part.code, message: part.message } };
    }
  }
}

/** A second `turn-start` means that the server began this turn again: what it said before no longer counts. */
const restart = (turn: Turn): Turn => ({
  ...turn,
  status: 'running',
  understanding: undefined,
  rows: [],
  answer: '',
  question: undefined,
  suggestions: [],
  error: undefined,
  degraded: [],
  timings: undefined,
  unreadable: 0,
});

/** A later revision takes the place of the row; an older one that comes late changes nothing. */
function upgradeRow(rows: Row[], part: PartOf<'cards'>): Row[] {
  const { rowId, revision, total, cards, nearMiss } = part;
  const row: Row = { rowId, revision, total, cards: inShownOrder(cards), nearMiss };
  const at = rows.findIndex((candidate) => candidate.rowId === rowId);
  if (at < 0) return [...rows, row];
  return rows.map((old, index) => (index === at && revision > old.revision ? row : old));
}

const inShownOrder = (cards: Row['cards']) => [...cards].sort((a, b) => a.ordinal - b.ordinal);

/** What a part of `turn` changes beyond the turn itself. */
export function reduceShared(conversation: Conversation, turn: Turn, part: TurnPart): Conversation {
  switch (part.type) {
    case 'understanding':
      return { ...conversation, constraints: part.constraints, known: remember(conversation.known, part.constraints) };
    case 'interests':
      return { ...conversation, interests: part.profile };
    // Cards on screen stand for the state that found them, also when the turn is stopped after them.
    case 'cards':
    case 'turn-end':
      return commit(conversation, turn);
    // Before its cards, a turn that failed or was stopped has changed nothing.
    case 'turn-start':
    case 'error':
      return { ...conversation, constraints: conversation.committed };
    default:
      return conversation;
  }
}

function commit(conversation: Conversation, turn: Turn): Conversation {
  const { constraints, committed, canUndo } = conversation;
  const wasUndo = (turn.edit !== undefined && 'undo' in turn.edit) || turn.understanding?.act === 'undo';
  const changed = JSON.stringify(committed) !== JSON.stringify(constraints);
  if (changed) return { ...conversation, committed: constraints, canUndo: !wasUndo || constraints.length > 0 };
  // The parts do not say whether there is more to undo: an undo without any effect was the last one.
  const inVain = wasUndo && turn.status === 'done' && turn.rows.length === 0;
  return { ...conversation, canUndo: canUndo && !inVain };
}

export function remember(known: Record<string, Constraint>, constraints: Constraint[]): Record<string, Constraint> {
  return { ...known, ...Object.fromEntries(constraints.map((constraint) => [constraint.id, constraint])) };
}
