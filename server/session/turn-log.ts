import type { InteractionKind, Timings, TurnPart } from '../contract/index.ts';
import type { TurnRecord } from '../insights/turn-record.ts';
import type { StoredTurn } from './session-store.ts';

/** Milliseconds since 1970; `until` is not part of it. */
export interface TimeWindow {
  since: number;
  until: number;
}

export interface RecordedTurn {
  sessionId: string;
  turnId: string;
  startedAt: number;
  record: TurnRecord;
}

export interface LoggedInteraction {
  id: number;
  sessionId: string;
  kind: InteractionKind;
  itemId: string;
  at: number;
}

export interface LoggedTurn extends StoredTurn {
  endedAt?: number;
  errorCode?: string;
  timings?: Timings;
  degraded: string[];
}

/** What was said and done, over all sessions: read by the shop's pages, written with the turns. */
export interface TurnLog {
  /** Ended turns that began in the window, oldest first; `after` is the last one of the page before. */
  readRecords(
    window: TimeWindow,
    after: Pick<RecordedTurn, 'startedAt' | 'turnId'> | undefined,
    limit: number,
  ): Promise<RecordedTurn[]>;
  /** What was done in the window, oldest first; `after` is the last one of the page before. */
  readInteractions(
    window: TimeWindow,
    after: Pick<LoggedInteraction, 'at' | 'id'> | undefined,
    limit: number,
  ): Promise<LoggedInteraction[]>;
  /** The newest turn with this id; ids are made by clients, so two sessions may have the same one. */
  findTurn(turnId: string): Promise<LoggedTurn | undefined>;
  /** The turn of the session before this one. */
  findTurnBefore(turn: Pick<StoredTurn, 'sessionId' | 'startedAt'>): Promise<LoggedTurn | undefined>;
  readTurnParts(turn: Pick<StoredTurn, 'sessionId' | 'turnId'>): Promise<TurnPart[]>;
}
