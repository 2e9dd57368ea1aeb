/**
 * What became of a record that could not be read as it stands.
 * `bad-record`: skipped. `left-out`: skipped because the feed says it is not for sale. `bad-field`: kept without that field.
 * `duplicate`: kept, replaces an earlier item. `unknown-product`: kept, names a product that no file has.
 * `bad-file`: concerns the file as a whole.
 */
export type ProblemKind = 'bad-record' | 'left-out' | 'bad-field' | 'duplicate' | 'unknown-product' | 'bad-file';

export interface FeedProblem {
  file: string;
  /** 1-based line on which the record starts; 0 for the file as a whole. */
  line: number;
  kind: ProblemKind;
  reason: string;
  itemId?: string;
}
