import type { Constraint } from '../contract/constraint.ts';

/** The order a shopper asked for ("cheapest"), in place of relevance. */
export interface Order {
  facet: string;
  direction: 'ascending' | 'descending';
  words: string;
}

/** All that undo restores. */
export interface Wishes {
  constraints: Constraint[];
  order?: Order;
  /** Items the shopper turned down; they are not shown again. */
  rejected: string[];
}

export interface ShownRow {
  rowId: string;
  turnId: string;
  /** Item ids by ordinal: the first is ordinal 1. */
  items: string[];
}

export interface PendingQuestion {
  facet: string;
  /** The words that the question is about, when it asks what they mean. */
  words?: string;
}

/** Everything about the dialogue that survives a turn. Plain JSON; changes are pure functions in `dialogue/`. */
export interface DialogueState {
  wishes: Wishes;
  /** Earlier wishes, newest last: what undo and "go back to the sofas" look through. */
  past: Wishes[];
  /** What undo took back, newest last: redo. */
  future: Wishes[];
  /** Rows shown, newest last, at most 20. */
  rows: ShownRow[];
  /** The shown items that the dialogue is about. */
  focus: string[];
  question?: PendingQuestion;
  questionsInARow: number;
  /** Facets the shopper does not want to be asked about. */
  noPreference: string[];
  turns: number;
}

export const emptyWishes = (): Wishes => ({ constraints: [], rejected: [] });

export const emptyDialogue = (): DialogueState => ({
  wishes: emptyWishes(),
  past: [],
  future: [],
  rows: [],
  focus: [],
  questionsInARow: 0,
  noPreference: [],
  turns: 0,
});
