import type { Constraint, PartOf, TurnPart } from '../contract/index.ts';
import type { TurnTraceView } from '../contract/trace.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Eligible, Retriever } from '../retrieval/retriever.ts';
import type { LoggedTurn, TurnLog } from '../session/turn-log.ts';
import { compareConstraints } from './compare-constraints.ts';
import { presentSearch } from './present-search.ts';
import type { TraceBuffer } from './trace-buffer.ts';
import type { SearchTrace } from './turn-trace.ts';

export interface TraceSources {
  log: TurnLog;
  /** Left out when traces are switched off: the turn log still has words, wishes, cards and timings. */
  traces?: TraceBuffer;
  retriever: Pick<Retriever, 'items'>;
  buildFilter: (eligible: Eligible) => unknown;
  currency: string;
}

/** Turns that failed before they understood anything say nothing of the wishes; so far back one is looked for that does. */
const MOST_BACK = 10;

/** One turn from words to cards; undefined for an id that nobody knows. */
export async function readTrace(
  turnId: string,
  sources: TraceSources,
  signal: AbortSignal,
): Promise<TurnTraceView | undefined> {
  const { log, traces, currency } = sources;
  const turn = await log.findTurn(turnId);
  if (turn === undefined) return undefined;
  const parts = latestRun(await log.readTurnParts(turn));
  const { turnBefore, constraints } = await readBefore(turn, log);
  const understanding = findLast(parts, 'understanding');
  const row = findLast(parts, 'cards');
  const trace = traces?.find(turn);
  const { sessionId, startedAt, status, errorCode, attempts, request, timings, degraded } = turn;
  return {
    turnId,
    sessionId,
    startedAt,
    status,
    errorCode,
    attempts,
    turnBefore,
    currency,
    request,
    act: understanding?.act,
    source: understanding?.source,
    ledger: understanding?.ledger ?? [],
    focus: understanding?.focus ?? [],
    constraints: compareConstraints(constraints, understanding?.constraints ?? constraints),
    row: row && { total: row.total, nearMiss: row.nearMiss, cards: row.cards },
    answer: parts.map((part) => (part.type === 'text-delta' ? part.delta : '')).join(''),
    timings,
    degraded,
    changes: trace?.changes?.map((change) => ({ ...change })),
    searches: trace && (await presentSearches(trace.searches, row, sources, signal)),
  };
}

/** A turn that a crash cut off ran again from its request: only what came last counts. */
function latestRun(parts: TurnPart[]): TurnPart[] {
  return parts.slice(
    Math.max(
      0,
      parts.findLastIndex(({ type }) => type === 'turn-start'),
    ),
  );
}

function findLast<Type extends TurnPart['type']>(parts: TurnPart[], type: Type): PartOf<Type> | undefined {
  return parts.findLast((part): part is PartOf<Type> => part.type === type);
}

async function readBefore(
  turn: LoggedTurn,
  log: TurnLog,
): Promise<{ turnBefore?: string; constraints: readonly Constraint[] }> {
  const before = await log.findTurnBefore(turn);
  let one = before;
  for (let back = 0; one !== undefined && back < MOST_BACK; back += 1) {
    const said = findLast(await log.readTurnParts(one), 'understanding');
    if (said) return { turnBefore: before?.turnId, constraints: said.constraints };
    one = await log.findTurnBefore(one);
  }
  return { turnBefore: before?.turnId, constraints: [] };
}

async function presentSearches(
  searches: readonly SearchTrace[],
  row: PartOf<'cards'> | undefined,
  { retriever, buildFilter }: TraceSources,
  signal: AbortSignal,
): Promise<TurnTraceView['searches']> {
  const ids = [...new Set(searches.flatMap(({ candidates }) => candidates.map(({ id }) => id)))];
  const items = ids.length > 0 ? await retriever.items(ids, signal) : [];
  const records = new Map(items.map((indexed): [string, IndexedItem] => [indexed.item.id, indexed]));
  const ordinals = new Map(row?.cards.map(({ id, ordinal }) => [id, ordinal]));
  return searches.map((search) => presentSearch(search, { records, ordinals, buildFilter }));
}
