import type { TracedCondition, TracedSearch } from '../contract/trace.ts';
import type { Candidate, RankedItem } from '../domain/candidate.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Eligible } from '../retrieval/retriever.ts';
import type { ScoredCandidate, SearchTrace } from './turn-trace.ts';

export interface SearchScene {
  /** Records of the candidates that still exist, by id. */
  records: ReadonlyMap<string, IndexedItem>;
  /** Ordinals of the cards that were shown, by id. */
  ordinals: ReadonlyMap<string, number>;
  /** The filter as the vector store gets it. */
  buildFilter: (eligible: Eligible) => unknown;
}

/** A search as an engineer reads it; features are computed here and now. */
export function presentSearch(search: SearchTrace, { records, ordinals, buildFilter }: SearchScene): TracedSearch {
  const { purpose, eligible, sparse, dense, order, limit, total, weights } = search;
  const places = new Map(search.recalled.map((id, place) => [id, place]));
  const features = search.features?.(search.candidates.flatMap((scored) => readCandidate(scored, records)));
  return {
    purpose,
    conditions: eligible.criteria.map(presentCondition),
    excluded: eligible.exclude.length,
    sparse,
    dense,
    order,
    limit,
    total,
    filter: buildFilter(eligible),
    weights: { ...weights },
    candidates: search.candidates.map(({ id, recall, firstStage, finalStage }) => {
      return {
        id,
        title: records.get(id)?.item.title,
        recallPlace: (places.get(id) ?? 0) + 1,
        recall,
        firstStage,
        finalStage,
        features: features?.get(id),
        ordinal: ordinals.get(id),
      };
    }),
  };
}

function readCandidate(scored: ScoredCandidate, records: SearchScene['records']): Candidate[] {
  const indexed = records.get(scored.id);
  return indexed ? [{ ...scored, indexed: readRanked(indexed) }] : [];
}

function presentCondition({ criterion, admit }: Eligible['criteria'][number]): TracedCondition {
  const { constraintId, facet, negated } = criterion;
  const base = { constraintId, facet, negated, admit };
  if (criterion.kind === 'terms') return { ...base, any: criterion.any };
  return { ...base, low: finite(criterion.low), high: finite(criterion.high) };
}

/** JSON has no infinities: an open end is left out. */
const finite = (bound: number | undefined): number | undefined =>
  bound !== undefined && Number.isFinite(bound) ? bound : undefined;

function readRanked({ item, terms, denied, stated, numbers, titleStems }: IndexedItem): RankedItem {
  const base = { kind: item.kind, terms, denied, stated, numbers, titleStems, createdAt: item.createdAt };
  if (item.kind !== 'product') return { ...base, availability: 'unknown' };
  const { brand, seller, availability, popularity, rating } = item;
  return { ...base, brand, seller: seller?.name, availability, popularity, rating };
}
