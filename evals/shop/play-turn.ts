import type { Act, Card, Constraint, StateEdit, TurnPart } from '../../server/contract/index.ts';
import type { SessionMemory } from '../../server/domain/session-memory.ts';
import type { Assistant } from '../../server/turn/turn.ts';
import { hashText } from '../metrics/seeded-random.ts';

/** All that a suite looks at of one turn. */
export interface TurnRecord {
  text?: string;
  memory: SessionMemory;
  act?: Act;
  constraints: Constraint[];
  focus: string[];
  /** The last revision of the row; empty when the turn showed none. */
  cards: Card[];
  nearMiss: boolean;
  reply: string;
  /** The turn broke; everything that was expected of it counts as missed. */
  error?: string;
}

export interface TurnRequest {
  caseId: string;
  turn: number;
  text?: string;
  edit?: StateEdit;
  limit: number;
  memory: SessionMemory;
}

/** Far above any honest turn: it only keeps a hung one from holding up the run. */
const TURN_TIMEOUT_MS = 30_000;

/** Plays one turn; a fault of the assistant ends in `error`, never in a throw, and leaves the memory as it was. */
export async function playTurn(assistant: Assistant, request: TurnRequest): Promise<TurnRecord> {
  const { caseId, turn, text, edit, limit, memory } = request;
  const parts: TurnPart[] = [];
  const input = {
    sessionId: `eval-${caseId}`,
    turnId: turnIdOf(caseId, turn),
    text,
    edit,
    limit,
    locale: 'en',
    memory,
  };
  const signal = AbortSignal.timeout(TURN_TIMEOUT_MS);
  try {
    const outcome = await assistant.runTurn(input, (part) => parts.push(part), signal);
    return readParts(parts, { text, memory: outcome.memory });
  } catch (error) {
    return { ...readParts(parts, { text, memory }), error: error instanceof Error ? error.message : String(error) };
  }
}

export function readParts(parts: TurnPart[], start: { text?: string; memory: SessionMemory }): TurnRecord {
  const record: TurnRecord = { ...start, constraints: [], focus: [], cards: [], nearMiss: false, reply: '' };
  for (const part of parts) {
    if (part.type === 'understanding') {
      Object.assign(record, { act: part.act, constraints: part.constraints, focus: part.focus ?? [] });
    } else if (part.type === 'cards') {
      Object.assign(record, { cards: part.cards, nearMiss: part.nearMiss !== undefined });
    } else if (part.type === 'text-delta') {
      record.reply += part.delta;
    } else if (part.type === 'error') {
      record.error = `${part.code}: ${part.message}`;
    }
  }
  return record;
}

/** The same turn has the same id in every run: anything the assistant draws from it repeats. */
export function turnIdOf(caseId: string, turn: number): string {
  const hex = ['a', 'b', 'c', 'd']
    .map((salt) => hashText(`${salt}${caseId}#${turn}`).toString(16).padStart(8, '0'))
    .join('');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
