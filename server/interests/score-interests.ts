import type { Candidate, RankedItem } from '../domain/candidate.ts';
import type { InterestProfile } from '../domain/interest-profile.ts';
import { readPriceBand } from './price-band.ts';

/**
 * Most that interests may add to a first-stage score or take from it: below what one wish more or less in the shopper's own words
 * is worth there, so that taste decides between likes and never against the words.
 */
const MOST = 0.3;
/** Share of it that the price band has. */
const PRICE_SHARE = 0.25;
/** So much weight of deeds is half believed. */
const HALF_BELIEVED = 2;
/** What a thing is has no part in taste: rows are of one kind, or of several on purpose. */
const NO_TASTE = new Set(['category', 'type']);

/**
 * Sets `finalStage`: the first stage and what this shopper seems to like, within narrow bounds. Places change hands only between
 * candidates of equal `fit`, so no interest ever shows what fits less before what fits more. Best first; an empty profile
 * changes nothing.
 */
export function scoreInterests(candidates: readonly Candidate[], profile: InterestProfile): Candidate[] {
  const entries = profile.entries.filter(({ facet, deeds = 0 }) => deeds !== 0 && !NO_TASTE.has(facet));
  const taste: Taste = {
    deeds: new Map(entries.map(({ facet, key, value, deeds = 0 }) => [`${facet}=${key ?? value}`, deeds])),
    total: entries.reduce((sum, { deeds = 0 }) => sum + Math.abs(deeds), 0),
    band: readPriceBand(profile),
  };
  const scored = candidates.map((candidate) => ({
    ...candidate,
    finalStage: (candidate.firstStage ?? 0) + MOST * scoreTaste(candidate.indexed, taste),
  }));
  return reorderWithinFit(scored);
}

interface Taste {
  /** By the term that an item has for it. */
  deeds: ReadonlyMap<string, number>;
  /** All deeds, for and against. */
  total: number;
  band?: { low: number; high: number };
}

/** -1 to 1. */
function scoreTaste(item: RankedItem, taste: Taste): number {
  const facets = taste.band ? 1 - PRICE_SHARE : 1;
  return facets * scoreFacets(item, taste) + PRICE_SHARE * scorePrice(item.numbers.price, taste.band);
}

function scoreFacets({ terms }: RankedItem, { deeds, total }: Taste): number {
  if (total === 0) return 0;
  const met = terms.reduce((sum, term) => sum + (deeds.get(term) ?? 0), 0);
  return round(met / (total + HALF_BELIEVED));
}

/** A sum taken in another order may differ in its last digit; a tie must stay one. */
const round = (value: number): number => Number(value.toFixed(9));

/** 1 within the band, falling to 0 at half and double of it, and below zero farther out. */
function scorePrice(price: number | undefined, band: Taste['band']): number {
  if (!band || price === undefined || price <= 0 || band.low <= 0) return 0;
  const times = Math.max(band.low / price, price / band.high, 1);
  return Math.max(-1, 1 - Math.log2(times));
}

/** The places of each fit stay its own; within them the final score decides, ties as they were. */
function reorderWithinFit<Scored extends Candidate & { finalStage: number }>(candidates: readonly Scored[]): Scored[] {
  const byFit = new Map<number | undefined, Scored[]>();
  for (const one of candidates) byFit.set(one.fit, [...(byFit.get(one.fit) ?? []), one]);
  const queues = new Map([...byFit].map(([fit, all]) => [fit, all.sort((a, b) => b.finalStage - a.finalStage)]));
  return candidates.flatMap(({ fit }) => queues.get(fit)?.shift() ?? []);
}
