export interface Percentiles {
  p50: number | null;
  p95: number | null;
  count: number;
}

/** Nearest rank: each is a figure that some turn really had. */
export function readPercentiles(figures: readonly number[]): Percentiles {
  const sorted = Float64Array.from(figures).sort();
  const at = (share: number): number | null => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
  return { p50: at(0.5), p95: at(0.95), count: sorted.length };
}
