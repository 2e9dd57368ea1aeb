import { type Candidate, type RankedItem, rateQuality } from '../domain/candidate.ts';
import { type Criterion, judge } from '../domain/criterion.ts';
import { findPriceBounds, rateSellers, scoreCompleteness, scoreRating, scoreStuffing } from './authority.ts';
import { type FeatureName, FIRST_STAGE, type Weights } from './weights.ts';

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

export type Features = Record<FeatureName, number>;

/** What the candidates are to each other. */
interface Scene {
  query: FirstStageQuery;
  sellers: ReadonlyMap<string, number>;
  prices?: { low: number; high: number };
}

/**
 * Cheap features over every candidate, combined linearly. Sets `firstStage` and `fit`, keeps `recall`; best first, ties by id.
 * The order in which candidates come in changes nothing.
 */
export function scoreFirstStage(
  candidates: readonly Candidate[],
  query: FirstStageQuery,
  weights: Weights = FIRST_STAGE,
): Candidate[] {
  const scene = readScene(candidates, query);
  const scored = [...candidates].sort(byRecall).map((candidate, place) => ({
    ...candidate,
    fit: countFit(candidate.indexed, query),
    firstStage: combine(readFeatures(candidate.indexed, place, scene), weights),
  }));
  return scored.sort((a, b) => b.firstStage - a.firstStage || byId(a, b));
}

/** What `scoreFirstStage` adds up for each candidate, by id, for who wants to see why. */
export function explainFirstStage(candidates: readonly Candidate[], query: FirstStageQuery): Map<string, Features> {
  const scene = readScene(candidates, query);
  const recalled = [...candidates].sort(byRecall);
  return new Map(recalled.map(({ id, indexed }, place) => [id, readFeatures(indexed, place, scene)]));
}

const byId = (a: Candidate, b: Candidate): number => (a.id < b.id ? -1 : 1);

/** As recalled; what was recalled alike (a request of filters alone) by how well it is known, then by id. */
const byRecall = (a: Candidate, b: Candidate): number =>
  b.recall - a.recall || rateQuality(b.indexed) - rateQuality(a.indexed) || byId(a, b);

function readScene(candidates: readonly Candidate[], query: FirstStageQuery): Scene {
  const typed = candidates.filter(({ indexed }) => isOwnType(indexed, query));
  const prices = typed.flatMap(({ indexed }) => indexed.numbers.price ?? []);
  return { query, sellers: rateSellers(candidates), prices: findPriceBounds(prices) };
}

export function combine(features: Features, weights: Weights = FIRST_STAGE): number {
  return Object.entries(weights).reduce((sum, [name, weight]) => sum + weight * features[name as FeatureName], 0);
}

function readFeatures(item: RankedItem, place: number, { query, sellers, prices }: Scene): Features {
  return {
    recall: 1 / (1 + place / 10),
    title: titleShare(item, query.stems),
    type: isOwnType(item, query) ? 1 : 0,
    literal: literalShare(item, query.literal),
    known: share(query.must, (one) => judge(one, item) === 'yes'),
    preferred: preference(item, query.prefer),
    rating: scoreRating(item),
    completeness: scoreCompleteness(item),
    seller: sellers.get(item.seller ?? '') ?? 0,
    stuffing: scoreStuffing(item),
    outlier: isOutlier(item, prices) ? 1 : 0,
    unavailable: item.availability === 'out_of_stock' ? 1 : 0,
    mention: mentionsUnwanted(item, query) ? 1 : 0,
  };
}

/** What later stages may not undo: each wish known to fit counts one, each known to be broken or mentioned one against. */
function countFit(item: RankedItem, query: FirstStageQuery): number {
  const known = query.must.filter((one) => judge(one, item) === 'yes').length;
  const preferred = query.prefer.reduce((sum, one) => sum + signOf(one, item), 0);
  return known + preferred - (mentionsUnwanted(item, query) ? 1 : 0);
}

const isOwnType = (item: RankedItem, { ownTypes }: FirstStageQuery): boolean =>
  ownTypes.some((term) => item.terms.includes(term));

const isOutlier = ({ numbers: { price } }: RankedItem, bounds: Scene['prices']): boolean =>
  bounds !== undefined && price !== undefined && (price < bounds.low || price > bounds.high);

const mentionsUnwanted = (item: RankedItem, { must }: FirstStageQuery): boolean =>
  must.some((one) => one.kind === 'terms' && one.mentions?.some((term) => item.terms.includes(term)));

/** Each word counts once, however often the title says it. */
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

const signOf = (one: Criterion, item: RankedItem): number => {
  const verdict = judge(one, item);
  return verdict === 'yes' ? 1 : verdict === 'no' ? -1 : 0;
};

/** What is known to break a preference costs half of what one known to fit is worth. */
function preference(item: RankedItem, prefer: readonly Criterion[]): number {
  const signs = prefer.map((one) => signOf(one, item));
  const sum = signs.reduce((total, sign) => total + (sign > 0 ? sign : sign / 2), 0);
  return prefer.length === 0 ? 0 : sum / prefer.length;
}
