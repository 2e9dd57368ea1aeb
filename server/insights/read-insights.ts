import type { Insights } from '../contract/insights.ts';
import type { InteractionCount, RecordedTurn, TimeWindow, TurnLog } from '../session/turn-log.ts';
import { InsightsTally } from './insights-tally.ts';

/** Read at once: small enough that other turns are not held up meanwhile. */
const PAGE = 1_000;
/** A shop with more turns in one stretch asks for a shorter one. */
const MOST_TURNS = 200_000;

/** Adds up what the turn log has of a stretch of time. Rejects when the database does not answer, or with the signal's reason. */
export async function readInsights(
  log: TurnLog,
  window: TimeWindow,
  { currency, signal, mostTurns = MOST_TURNS }: { currency: string; signal: AbortSignal; mostTurns?: number },
): Promise<Insights> {
  const tally = new InsightsTally(window);
  let last: RecordedTurn | undefined;
  let read = 0;
  for (;;) {
    signal.throwIfAborted();
    const page = await log.readRecords(window, last, Math.min(PAGE, mostTurns - read + 1));
    for (const turn of page.slice(0, mostTurns - read)) tally.add(turn);
    read += page.length;
    last = page.at(-1);
    if (page.length < PAGE || read > mostTurns) break;
  }
  const counts = await log.countInteractions(window);
  return {
    ...window,
    currency,
    truncated: read > mostTurns,
    ...tally.read(),
    interactions: presentInteractions(counts, tally.cartByWords),
  };
}

function presentInteractions(counts: InteractionCount[], cartByWords: number): Insights['interactions'] {
  const of = (kind: InteractionCount['kind']) => counts.find((count) => count.kind === kind) ?? { times: 0, cards: 0 };
  return {
    impressions: of('impression').times,
    cardsSeen: of('impression').cards,
    dislikes: of('dislike').times,
    cartRemovals: of('cart-remove').times,
    cartByWords,
    funnel: (['open', 'like', 'cart-add', 'purchase'] as const).map((kind) => {
      const { times, cards } = of(kind);
      return { kind, times, cards };
    }),
  };
}
