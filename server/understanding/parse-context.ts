/** What the parser may know of the dialogue: enough to tell a question about a card from a new search. */
export interface ParseContext {
  hasRow: boolean;
  hasCategory: boolean;
  /** A price is asked for already. */
  hasPrice: boolean;
  /** Types asked for already, as stem keys. */
  types: readonly string[];
  /** A question of the assistant is open. */
  asking: boolean;
}
