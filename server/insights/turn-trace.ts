import type { Candidate } from '../domain/candidate.ts';
import type { Change } from '../domain/intent.ts';
import type { Eligible, Recall } from '../retrieval/retriever.ts';

/** A candidate without its item: features are read from the catalog again when someone looks. */
export type ScoredCandidate = Pick<Candidate, 'id' | 'recall' | 'firstStage' | 'finalStage'>;

export interface SearchTrace {
  purpose: 'row' | 'nearest';
  eligible: Eligible;
  sparse: Record<string, number>;
  dense: boolean;
  order?: Recall['order'];
  limit: number;
  total: number;
  /** Ids in the order of recall. */
  recalled: readonly string[];
  /** Best first. */
  candidates: readonly ScoredCandidate[];
  /** First-stage features of these candidates by id; left out where nothing was ranked. */
  features?: (candidates: readonly Candidate[]) => ReadonlyMap<string, Record<string, number>>;
  weights: Readonly<Record<string, number>>;
}

/** What a turn leaves behind beyond its parts: references and short lists, nothing computed for it. */
export interface TurnTrace {
  changes?: readonly Change[];
  searches: SearchTrace[];
}

/** Where turns leave their traces. */
export interface TraceSink {
  /** A turn that runs again begins its trace anew. */
  open(turn: { sessionId: string; turnId: string }): TurnTrace;
}
