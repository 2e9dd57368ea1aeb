import type { Act, Constraint, LedgerEntry } from '../contract/constraint.ts';
import type { Order } from './dialogue-state.ts';

/** Which shown items the shopper means. */
export type Reference =
  | { by: 'ordinal'; ordinal: number; words: string }
  /** "The first two". */
  | { by: 'first'; count: number; words: string }
  | { by: 'focus'; words: string }
  | { by: 'all'; words: string }
  | { by: 'value'; constraints: Constraint[]; words: string }
  | { by: 'extreme'; order: Order; words: string };

/** One step from the shopper's wishes before this turn to those after it; applied in order by `dialogue/`. */
export type Change =
  | {
      do: 'add';
      constraint: Constraint /** Beside the facet's other values instead of in their place. */;
      also: boolean;
    }
  /** `accepts`: "X is fine too" said of what was not wished for is a wish beside the others. */
  | { do: 'relax'; facet: string; value?: string; accepts?: Constraint }
  | { do: 'order'; order: Order }
  | { do: 'than'; facet: string; direction: Order['direction']; reference?: Reference; words: string }
  | { do: 'new-topic' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'clear' }
  | { do: 'return'; stems: string[] }
  | { do: 'reject'; reference: Reference }
  /** `reject` with its items found. */
  | { do: 'hide'; ids: string[] }
  /** Exactly this constraint goes. */
  | { do: 'drop'; id: string }
  | { do: 'no-preference' };

/** What a shopper's text means, before the dialogue decides what to do with it. */
export interface Intent {
  act: Act;
  changes: Change[];
  references: Reference[];
  /** Every constraint-bearing phrase of the text. */
  ledger: LedgerEntry[];
  /** The words that carry the wish, for the dense vector; stems with weights for the sparse one come from them. */
  query: string;
  /** Facets that a question about an item asks for. */
  asked: string[];
}
