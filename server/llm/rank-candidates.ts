import type { Constraint } from '../contract/constraint.ts';
import { type AskOptions, askForJson, type ModelTools } from './ask-model.ts';
import { fence } from './fence.ts';

export interface RankScene {
  shopper: string;
  constraints: readonly Constraint[];
  /** In the order of the stage before; the fields are data and go to the model as they are, fenced. */
  candidates: readonly { id: string; fields: Record<string, unknown> }[];
}

/**
 * Asks a model to order the candidates, each time with them in another order, and averages their places: what a model gives to whoever
 * stands first cancels out. Only ids come back. Answers that fail count for nothing; throws the first fault when all of them do.
 */
export async function rankCandidates(
  tools: ModelTools,
  { shopper, constraints, candidates }: RankScene,
  orders: number,
  options: AskOptions,
): Promise<string[]> {
  const variables = {
    wishes: fence(constraints.map(({ facet, relation, value, strength }) => ({ facet, relation, value, strength }))),
    shopper: fence(shopper),
  };
  const asked = permute(candidates, orders).map(async (ordered) => {
    const list = ordered.map(({ id, fields }) => fence({ id, ...fields })).join('\n');
    return askForJson(tools, 'rerank', 'ranking', { ...variables, candidates: list }, options);
  });
  const answers = await Promise.allSettled(asked);
  const rankings = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.ids] : []));
  const [first] = answers;
  if (rankings.length === 0 && first?.status === 'rejected') throw first.reason;
  return averageRankings(
    candidates.map(({ id }) => id),
    rankings,
  );
}

/** As given, backwards, then the halves swapped and those backwards: every item stands early in one order and late in another. Pure. */
export function permute<Item>(items: readonly Item[], orders: number): Item[][] {
  const half = Math.ceil(items.length / 2);
  const swapped = [...items.slice(half), ...items.slice(0, half)];
  return [[...items], [...items].reverse(), swapped, [...swapped].reverse()].slice(0, orders);
}

/**
 * Ids by their mean place over the rankings; ties and ids that no ranking has keep the order they came in. Ids that were not asked about
 * are ignored, of those named twice the first place counts, and one that a ranking leaves out stands behind all that it has. Pure.
 */
export function averageRankings(ids: readonly string[], rankings: readonly (readonly string[])[]): string[] {
  const known = new Set(ids);
  const cleaned = rankings
    .map((ranking) => [...new Set(ranking)].filter((id) => known.has(id)))
    .filter((ranking) => ranking.length > 0);
  const place = (id: string): number =>
    cleaned.reduce((sum, ranking) => sum + (ranking.includes(id) ? ranking.indexOf(id) : ids.length), 0);
  const places = new Map(ids.map((id) => [id, place(id)]));
  return [...ids].sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0));
}
