import type {
  Act,
  Card,
  Constraint,
  ErrorBody,
  InterestView,
  LedgerEntry,
  NearMiss,
  PartOf,
  SequencedPart,
  SessionReady,
  StateEdit,
  Suggestion,
  Timings,
} from '../../server/contract/index.ts';

/** `sending`: not acknowledged yet; `stopped`: ended by the shopper or by a newer turn. */
export type TurnStatus = 'sending' | 'running' | 'done' | 'failed' | 'stopped';

export interface Understanding {
  source: 'embedded' | 'model';
  act: Act;
  ledger: LedgerEntry[];
  focus: string[];
  /** All that held in this turn. */
  constraints: Constraint[];
}

export interface Row {
  rowId: string;
  revision: number;
  total: number;
  cards: Card[];
  nearMiss?: NearMiss;
}

export type Question = Pick<PartOf<'question'>, 'question' | 'options'>;

export interface Turn {
  turnId: string;
  text?: string;
  edit?: StateEdit;
  /** Milliseconds since the epoch. */
  startedAt: number;
  status: TurnStatus;
  /** The turn happened while this page was open: it is announced and its impressions count. */
  live: boolean;
  understanding?: Understanding;
  rows: Row[];
  answer: string;
  question?: Question;
  suggestions: Suggestion[];
  error?: ErrorBody;
  degraded: string[];
  timings?: Timings;
  /** Parts that this client could not read. */
  unreadable: number;
}

export interface Conversation {
  sessionId?: string;
  catalog?: SessionReady['catalog'];
  /** In the order of the conversation. */
  turns: Turn[];
  /** The newest `seq` taken in, without a gap before it. */
  lastSeq: number;
  /** Parts up to here are history that the server replays. */
  historySeq: number;
  /** Parts that came before an earlier one; taken in once the gap is closed. */
  held: Record<number, SequencedPart>;
  /** Active constraints as shown; those of a running turn may still be withdrawn. */
  constraints: Constraint[];
  /** The constraints of the last turn that completed. */
  committed: Constraint[];
  /** Every constraint ever seen, to name it after it is gone. */
  known: Record<string, Constraint>;
  canUndo: boolean;
  interests?: InterestView;
  /** The server did not know the session of this page any more and began a new one. */
  sessionLost: boolean;
}

export const emptyConversation = (): Conversation => ({
  turns: [],
  lastSeq: 0,
  historySeq: 0,
  held: {},
  constraints: [],
  committed: [],
  known: {},
  canUndo: false,
  sessionLost: false,
});

export const emptyTurn = (turnId: string, startedAt: number): Turn => ({
  turnId,
  startedAt,
  status: 'sending',
  live: false,
  rows: [],
  answer: '',
  suggestions: [],
  degraded: [],
  unreadable: 0,
});

export const isActive = (turn: Turn): boolean => turn.status === 'sending' || turn.status === 'running';
