import { hashText, type Random, seededRandom } from './seeded-random.ts';
import { metricsOf, type Share, type Unit } from './unit.ts';

/** A value with its bootstrap 95% interval. `count` is the number of units that took part. */
export interface Figure {
  metric: string;
  value: number;
  low: number;
  high: number;
  count: number;
}

/** Difference `left - right` over the cases that both have, with a paired interval. */
export interface Difference {
  metric: string;
  delta: number;
  low: number;
  high: number;
  cases: number;
}

export interface Resampling {
  draws: number;
  seed: number;
}

/** 1,000 draws put the 95% bounds within about a tenth of the interval's width; more only costs time. */
export const RESAMPLING: Resampling = { draws: 1000, seed: 20240607 };

/** `undefined` where no unit has a say (an empty denominator). */
export function scoreFigure(units: Unit[], metric: string, resampling = RESAMPLING): Figure | undefined {
  const clusters = [...sumByCase(units, metric).values()];
  const value = ratio(clusters);
  if (value === undefined) return undefined;
  const random = seededRandom(resampling.seed ^ hashText(metric));
  const values = resample(clusters.length, resampling.draws, random, (draw) => ratio(draw.map((at) => clusters[at])));
  const count = units.filter((unit) => (unit.shares[metric]?.den ?? 0) > 0).length;
  return { metric, value, low: quantile(values, 0.025), high: quantile(values, 0.975), count };
}

export function scoreFigures(units: Unit[], resampling = RESAMPLING): Figure[] {
  return metricsOf(units).flatMap((metric) => scoreFigure(units, metric, resampling) ?? []);
}

/** Both sides are resampled with the same draws of cases: what they have in common cancels out. */
export function compareUnits(
  left: Unit[],
  right: Unit[],
  metric: string,
  resampling = RESAMPLING,
): Difference | undefined {
  const ours = sumByCase(left, metric);
  const theirs = sumByCase(right, metric);
  const pairs = [...ours].flatMap(([caseId, mine]) => {
    const other = theirs.get(caseId);
    return other ? [{ mine, other }] : [];
  });
  const difference = (draw: number[]): number | undefined => {
    const first = ratio(draw.map((at) => pairs[at]?.mine));
    const second = ratio(draw.map((at) => pairs[at]?.other));
    return first === undefined || second === undefined ? undefined : first - second;
  };
  const delta = difference(pairs.map((_, at) => at));
  if (delta === undefined) return undefined;
  const random = seededRandom(resampling.seed ^ hashText(metric));
  const deltas = resample(pairs.length, resampling.draws, random, difference);
  return { metric, delta, low: quantile(deltas, 0.025), high: quantile(deltas, 0.975), cases: pairs.length };
}

/** Cases, not turns, are independent of one another: a conversation counts as one draw. */
export function sumByCase(units: Unit[], metric: string): Map<string, Share> {
  const sums = new Map<string, Share>();
  for (const unit of units) {
    const part = unit.shares[metric];
    if (!part || part.den === 0) continue;
    const sum = sums.get(unit.caseId) ?? { num: 0, den: 0 };
    sums.set(unit.caseId, { num: sum.num + part.num, den: sum.den + part.den });
  }
  return sums;
}

function ratio(shares: (Share | undefined)[]): number | undefined {
  let num = 0;
  let den = 0;
  for (const part of shares) {
    num += part?.num ?? 0;
    den += part?.den ?? 0;
  }
  return den === 0 ? undefined : num / den;
}

function resample(
  size: number,
  draws: number,
  random: Random,
  score: (draw: number[]) => number | undefined,
): number[] {
  const values: number[] = [];
  for (let round = 0; round < draws; round += 1) {
    const value = score(Array.from({ length: size }, () => Math.floor(random() * size)));
    if (value !== undefined) values.push(value);
  }
  return values.sort((left, right) => left - right);
}

/** Linear between the two nearest of `sorted`. */
export function quantile(sorted: number[], at: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * at;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}
