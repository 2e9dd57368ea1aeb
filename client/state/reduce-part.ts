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
      const { source, act, ledger, focus = [] } = part;
      return { ...turn, understanding: { source, act, ledger, focus } };
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
    case 'turn-end': {
      const changed = !sameConstraints(conversation.committed, conversation.constraints);
      return {
        ...conversation,
        committed: conversation.constraints,
        canUndo: canUndoAfter(conversation, turn, changed),
      };
    }
    // A turn that failed or was stopped is not committed: the server still holds the state before it.
    case 'turn-start':
    case 'error':
      return { ...conversation, constraints: conversation.committed };
    default:
      return conversation;
  }
}

/** The parts do not say whether there is more to undo: an undo that changed nothing was the last one. */
function canUndoAfter(conversation: Conversation, turn: Turn, changed: boolean): boolean {
  const wasUndo = (turn.edit !== undefined && 'undo' in turn.edit) || turn.understanding?.act === 'undo';
  if (wasUndo) return changed && conversation.constraints.length > 0;
  return changed || conversation.canUndo;
}

export function remember(known: Record<string, Constraint>, constraints: Constraint[]): Record<string, Constraint> {
  return { ...known, ...Object.fromEntries(constraints.map((constraint) => [constraint.id, constraint])) };
}

const sameConstraints = (a: Constraint[], b: Constraint[]): boolean => JSON.stringify(a) === JSON.stringify(b);
