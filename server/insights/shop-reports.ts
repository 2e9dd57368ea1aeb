import type { Insights } from '../contract/insights.ts';
import type { TurnTraceView } from '../contract/trace.ts';
import type { TimeWindow } from '../session/turn-log.ts';
import { readInsights } from './read-insights.ts';
import { readTrace, type TraceSources } from './read-trace.ts';

/** What the shop's own pages show. */
export interface ShopReports {
  insights(window: TimeWindow, signal: AbortSignal): Promise<Insights>;
  /** Undefined for a turn that nobody knows. */
  trace(turnId: string, signal: AbortSignal): Promise<TurnTraceView | undefined>;
}

export function createShopReports(sources: TraceSources): ShopReports {
  const { log, currency } = sources;
  return {
    insights: (window, signal) => readInsights(log, window, { currency, signal }),
    trace: (turnId, signal) => readTrace(turnId, sources, signal),
  };
}
