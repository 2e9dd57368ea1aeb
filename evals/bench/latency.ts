import { quantile } from '../metrics/figure.ts';

/** Milliseconds. */
export interface Latency {
  count: number;
  p50: number;
  p95: number;
  p99: number;
}

export function summariseLatency(timesMs: number[]): Latency {
  const sorted = [...timesMs].sort((left, right) => left - right);
  return { count: sorted.length, p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99) };
}
