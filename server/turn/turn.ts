import type { InteractionRecord, InterestsEdit, StateEdit, TurnPart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';

export interface TurnInput {
  sessionId: string;
  turnId: string;
  /** Exactly one of `text` and `edit`. */
  text?: string;
  edit?: StateEdit;
  /** Cards in the row. */
  limit: number;
  locale: string;
  memory: SessionMemory;
}

export interface TurnOutcome {
  memory: SessionMemory;
}

/**
 * `memory`: the session's memory as it stands once this part is on screen. When the turn ends early (a newer one, a cancel, a fault),
 * the newest memory given this way is kept, so that "the second one" still finds the cards that were shown.
 */
export type Emit = (part: TurnPart, memory?: SessionMemory) => void;

/**
 * The product, as the session layer sees it. `runTurn` emits every part of the turn in order, from `turn-start` to `turn-end`,
 * changes nothing outside, and throws `AppError` on a fault (the caller then emits `error`). An aborted signal ends it early by throwing the signal's reason.
 */
export interface Assistant {
  runTurn(input: TurnInput, emit: Emit, signal: AbortSignal): Promise<TurnOutcome>;
  /** What the shopper did with a card, folded into the session's memory. */
  recordInteraction(memory: SessionMemory, interaction: InteractionRecord): Promise<SessionMemory>;
  editInterests(memory: SessionMemory, edit: InterestsEdit): Promise<SessionMemory>;
  catalog(): { name: string; items: number; currency: string };
}
