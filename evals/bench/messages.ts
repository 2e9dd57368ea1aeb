import type { Latency } from './latency.ts';
import type { Visit } from './sample-visits.ts';

/** Between the bench and its child processes, which keep the measuring apart from the measured. */
export interface ShopperJob {
  url: string;
  shoppers: number;
  turns: number;
  visits: Visit[];
}

export interface ShopperResult {
  shoppers: number;
  turns: number;
  failed: number;
  /** First reasons of failed turns, in words. */
  reasons: string[];
  seconds: number;
  firstCard: Latency;
  turn: Latency;
  /** As the server itself timed them, by stage. */
  stages: Record<string, Latency>;
}

export interface EngineJob {
  engine: 'minisearch' | 'orama';
  catalog: string;
  queries: string[];
}

export interface EngineResult {
  engine: string;
  indexSeconds: number;
  query: Latency;
  queriesPerSecond: number;
  memoryMb: number;
}
