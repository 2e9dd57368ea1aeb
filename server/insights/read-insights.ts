import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Insights } from '../contract/insights.ts';
import type { LoggedInteraction, RecordedTurn, TimeWindow, TurnLog } from '../session/turn-log.ts';
import { InsightsTally } from './insights-tally.ts';
import { InteractionsTally } from './interactions-tally.ts';

/** Read at once: small enough that shoppers' turns are not held up meanwhile. */
const PAGE = 500;
/** A shop with more in one stretch asks for a shorter one. */
const MOST_TURNS = 200_000;
const MOST_INTERACTIONS = 500_000;

interface Bounds {
  currency: string;
  signal: AbortSignal;
  mostTurns?: number;
  mostInteractions?: number;
}

/** Adds up what the turn log has of a stretch of time. Rejects when the database does not answer, or with the signal's reason. */
export async function readInsights(
  log: TurnLog,
  window: TimeWindow,
  { currency, signal, mostTurns = MOST_TURNS, mostInteractions = MOST_INTERACTIONS }: Bounds,
): Promise<Insights> {
  const turns = new InsightsTally(window);
  const interactions = new InteractionsTally();
  const readTurns = (after: RecordedTurn | undefined, limit: number) => log.readRecords(window, after, limit);
  const readDeeds = (after: LoggedInteraction | undefined, limit: number) => log.readInteractions(window, after, limit);
  const hadAllTurns = await readPages(readTurns, (turn) => turns.add(turn), mostTurns, signal);
  const hadAllDeeds = await readPages(readDeeds, (deed) => interactions.add(deed), mostInteractions, signal);
  return {
    ...window,
    currency,
    truncated: !hadAllTurns || !hadAllDeeds,
    ...turns.read(),
    interactions: interactions.read(turns.cartByWords),
  };
}

/** Hands on one after the other, at most so many; false when there are more. */
async function readPages<Row>(
  read: (after: Row | undefined, limit: number) => Promise<Row[]>,
  take: (row: Row) => void,
  most: number,
  signal: AbortSignal,
): Promise<boolean> {
  let last: Row | undefined;
  for (let taken = 0; ; taken += PAGE) {
    signal.throwIfAborted();
    const page = await read(last, PAGE);
    page.slice(0, most - taken).forEach(take);
    if (taken + page.length > most) return false;
    if (page.length < PAGE) return true;
    last = page.at(-1);
    // The embedded database answers at once: without this the process would do nothing else until the last page.
    await nextTurn();
  }
}
