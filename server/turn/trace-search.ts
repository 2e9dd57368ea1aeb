import type { Candidate } from '../domain/candidate.ts';
import type { ScoredCandidate, SearchTrace, TurnTrace } from '../insights/turn-trace.ts';
import { explainFirstStage, type FirstStageQuery } from '../ranking/first-stage.ts';
import { FIRST_STAGE, type Weights } from '../ranking/weights.ts';
import type { CompiledWishes, Found } from '../retrieval/find-products.ts';
import type { Recall } from '../retrieval/retriever.ts';
import type { ShownRow } from './upgrade-row.ts';

interface TracedStep {
  purpose: SearchTrace['purpose'];
  using: CompiledWishes;
  request: Omit<Recall, 'eligible'>;
  found: Found;
  /** Best first. */
  candidates: readonly Candidate[];
  /** Left out where an order stands in place of relevance. */
  asked?: FirstStageQuery;
  weights?: Weights;
}

/**
 * A search to be looked at later. The items themselves are let go: with their words they would be most of what this process holds, and
 * whoever looks reads them again.
 */
export function traceSearch({ purpose, using, request, found, candidates, asked, weights }: TracedStep): SearchTrace {
  return {
    purpose,
    eligible: using.eligible,
    sparse: request.sparse ?? {},
    dense: request.dense !== undefined,
    order: request.order,
    limit: request.limit,
    total: found.total,
    recalled: found.candidates.map(({ id }) => id),
    candidates: candidates.map(readScores),
    features: asked && ((items) => explainFirstStage(items, asked)),
    weights: weights ?? FIRST_STAGE,
  };
}

/** What a model made of the row: its reading, and the order of the best. */
export function traceUpgrade(trace: TurnTrace, { reading, row }: ShownRow): void {
  trace.changes = reading.changes;
  const ids = new Set(row.candidates.map(({ id }) => id));
  // A reading that was only offered searched too: the row on the screen is known by its candidates.
  const isShown = ({ candidates }: SearchTrace): boolean =>
    candidates.length === ids.size && candidates.every(({ id }) => ids.has(id));
  const search = trace.searches.findLast(isShown);
  if (search) search.candidates = row.candidates.map(readScores);
}

const readScores = ({ id, recall, firstStage, finalStage }: Candidate): ScoredCandidate => ({
  id,
  recall,
  firstStage,
  finalStage,
});
