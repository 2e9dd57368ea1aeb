import type { Candidate, RankedItem } from '../domain/candidate.ts';
import { type Criterion, judge } from '../domain/criterion.ts';
import { FIRST_STAGE, RATING_PRIOR } from './weights.ts';

export interface FirstStageQuery {
  /** Query stems with their weight in this catalog (rare words more). */
  stems: Readonly<Record<string, number>>;
  /** `type=` terms of the asked type in the shopper's own word. */
  ownTypes: readonly string[];
  /** Stems of each positive wish in the shopper's own words; one list a value, one group a wish. */
  literal: readonly (readonly string[][])[];
  must: readonly Criterion[];
  prefer: readonly Criterion[];
}

export type FeatureName = keyof typeof FIRST_STAGE;
export type Features = Record<FeatureName, number>;

/** Cheap features over every candidate, combined linearly. Sets `firstStage`, keeps `recall`; best first, ties by id. */
export function scoreFirstStage(candidates: readonly Candidate[], query: FirstStageQuery): Candidate[] {
  const scored = candidates.map((candidate, place) => ({
    ...candidate,
    firstStage: combine(readFeatures(candidate.indexed, place, query)),
  }));
  return scored.sort((a, b) => b.firstStage - a.firstStage || (a.id < b.id ? -1 : 1));
}

export function combine(features: Features): number {
  return Object.entries(FIRST_STAGE).reduce((sum, [name, weight]) => sum + weight * features[name as FeatureName], 0);
}

export function readFeatures(item: RankedItem, place: number, query: FirstStageQuery): Features {
  return {
    recall: 1 / (1 + place / 10),
    title: titleShare(item, query.stems),
    type: query.ownTypes.some((term) => item.terms.includes(term)) ? 1 : 0,
    literal: literalShare(item, query.literal),
    known: share(query.must, (one) => judge(one, item) === 'yes'),
    preferred: preference(item, query.prefer),
    rating: shrunkRating(item),
    unavailable: item.availability === 'out_of_stock' ? 1 : 0,
    mention: query.must.some((one) => one.kind === 'terms' && one.mentions?.some((term) => item.terms.includes(term)))
      ? 1
      : 0,
  };
}

function titleShare({ titleStems }: RankedItem, stems: Readonly<Record<string, number>>): number {
  const entries = Object.entries(stems);
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  const matched = entries.reduce((sum, [stem, weight]) => sum + (titleStems.includes(stem) ? weight : 0), 0);
  return total === 0 ? 0 : matched / total;
}

const IN_TEXT = 0.6;

function literalShare({ titleStems, terms }: RankedItem, wishes: FirstStageQuery['literal']): number {
  const score = (stems: readonly string[]): number => {
    if (stems.every((stem) => titleStems.includes(stem))) return 1;
    return stems.every((stem) => terms.includes(`text=${stem}`)) ? IN_TEXT : 0;
  };
  const scores = wishes.map((values) => Math.max(0, ...values.map(score)));
  return scores.length === 0 ? 0 : scores.reduce((sum, one) => sum + one, 0) / scores.length;
}

function share<One>(all: readonly One[], test: (one: One) => boolean): number {
  return all.length === 0 ? 0 : all.filter(test).length / all.length;
}

function preference(item: RankedItem, prefer: readonly Criterion[]): number {
  const verdicts = prefer.map((one) => judge(one, item));
  const sum = verdicts.reduce<number>(
    (total, verdict) => total + (verdict === 'yes' ? 1 : verdict === 'no' ? -0.5 : 0),
    0,
  );
  return prefer.length === 0 ? 0 : sum / prefer.length;
}

/** Average pulled towards the prior by few reviews, mapped to -1..1 around it. */
function shrunkRating({ rating }: RankedItem): number {
  if (!rating) return 0;
  const { mean, reviews } = RATING_PRIOR;
  return (rating.average * rating.count + mean * reviews) / (rating.count + reviews) - mean;
}
