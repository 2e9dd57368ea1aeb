/** A figure's raw material: every figure is a ratio of sums, so means, micro averages and F1 all resample alike. */
export interface Share {
  num: number;
  den: number;
}

/** What one judged thing (a query, a turn) adds to each figure. Units of one `caseId` are resampled together. */
export interface Unit {
  caseId: string;
  /** 1 for the first turn of a conversation. */
  turn?: number;
  tags: string[];
  shares: Record<string, Share>;
}

export const share = (num: number, den = 1): Share => ({ num, den });
export const truth = (holds: boolean): Share => share(holds ? 1 : 0);

/** Figures for which less is better. */
const LOWER_IS_BETTER = new Set(['violation@5', 'errors', 'drop']);
export const lowerIsBetter = (metric: string): boolean => LOWER_IS_BETTER.has(metric) || metric.startsWith('drop:');

/** All figures that occur, in the order in which they are first seen. */
export function metricsOf(units: Unit[]): string[] {
  return [...new Set(units.flatMap((unit) => Object.keys(unit.shares)))];
}
