import type { Candidate } from '../domain/candidate.ts';
import { type Criterion, judge } from '../domain/criterion.ts';
import type { TurnTools } from './run-turn.ts';
import type { SearchRow } from './search-row.ts';
import type { ShownRow } from './upgrade-row.ts';

/** Products that a model is asked to order; more would cost tokens for places that few look at. */
const MOST_RANKED = 10;
const FIELDS = 8;

/**
 * The best products in the order of a model, where the shop lets it: only ids come back, each exactly once, and what is known to fit stays
 * before what may fit. An order that the shopper asked for is left alone. Never throws but for the reason of an aborted signal.
 */
export async function rankRow(
  { shop, input, signal, watch }: TurnTools,
  { row, memory }: ShownRow,
): Promise<{ row: SearchRow; hasFailed: boolean }> {
  const { model } = shop;
  const { wishes } = memory.dialogue;
  const same = { row, hasFailed: false };
  const best = row.candidates.slice(0, Math.min(MOST_RANKED, input.limit));
  if (!model || model.uses.rankingOrders === 0 || input.text === undefined || wishes.order || row.nearMiss) return same;
  if (best.length < 2) return same;
  const { text } = input;
  try {
    const ids = await watch.time('model', async () => {
      const records = await shop.retriever.items(
        best.map(({ id }) => id),
        signal,
      );
      const candidates = records.flatMap(({ item }) =>
        item.kind === 'product' ? [{ id: item.id, fields: describe(item) }] : [],
      );
      const scene = { shopper: text, constraints: wishes.constraints, candidates };
      return model.rank(scene, { sessionId: input.sessionId, signal });
    });
    const ranked = orderBy(best, ids, row.compiled.must);
    const isSame = ranked.every(({ id }, place) => id === best[place]?.id);
    model.tally.ranking(isSame ? 'same' : 'changed');
    if (isSame) return same;
    return { row: { ...row, candidates: [...ranked, ...row.candidates.slice(best.length)] }, hasFailed: false };
  } catch {
    signal.throwIfAborted();
    model.tally.ranking('failed');
    return { row, hasFailed: true };
  }
}

type Item = { title: string; brand?: string; price?: { amount: number }; attributes: Record<string, unknown> };

const describe = ({ title, brand, price, attributes }: Item): Record<string, unknown> => ({
  title,
  brand,
  price: price?.amount,
  ...Object.fromEntries(Object.entries(attributes).slice(0, FIELDS)),
});

/**
 * Pure. Sets `finalStage`, 1 for the first place. Places change hands only among those known to fit all that must be, and among the others:
 * what the catalog is silent on comes no further forward than the stage before let it.
 */
export function orderBy(best: readonly Candidate[], ids: readonly string[], must: readonly Criterion[]): Candidate[] {
  const place = ({ id }: Candidate): number => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const isKnown = ({ indexed }: Candidate): boolean => must.every((one) => judge(one, indexed) === 'yes');
  const ranked = [...best].sort((left, right) => place(left) - place(right));
  const known = ranked.filter(isKnown);
  const others = ranked.filter((one) => !isKnown(one));
  return best
    .flatMap((one) => (isKnown(one) ? known.shift() : others.shift()) ?? [])
    .map((candidate, at) => ({ ...candidate, finalStage: 1 - at / best.length }));
}
