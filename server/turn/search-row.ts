import type { NearMiss } from '../contract/part.ts';
import { planRelaxations } from '../dialogue/near-miss.ts';
import type { Candidate } from '../domain/candidate.ts';
import type { Wishes } from '../domain/dialogue-state.ts';
import { emptyInterests, type InterestProfile } from '../domain/interest-profile.ts';
import type { TurnTrace } from '../insights/turn-trace.ts';
import { scoreInterests } from '../interests/score-interests.ts';
import { type FirstStageQuery, scoreFirstStage } from '../ranking/first-stage.ts';
import { describeRelaxation } from '../reply/describe.ts';
import { pickReplyStrings } from '../reply/strings/pick-reply-strings.ts';
import {
  buildQuery,
  type CompiledWishes,
  compileWishes,
  type Found,
  findProducts,
} from '../retrieval/find-products.ts';
import type { Recall } from '../retrieval/retriever.ts';
import type { Shop } from './shop.ts';
import { traceSearch } from './trace-search.ts';

export interface SearchRow {
  compiled: CompiledWishes;
  /** Best first. */
  candidates: Candidate[];
  total: number;
  nearMiss?: NearMiss;
  degraded: string[];
}

export interface SearchOptions {
  limit: number;
  interests: InterestProfile;
  /** Items that may not come back, besides those the shopper turned down. */
  exclude?: readonly string[];
  /** The shopper asks for what was not shown yet: an empty row then means that this was all. */
  isMore?: boolean;
  /** Search near these items instead of near the words. */
  near?: Float32Array;
  /** Where to leave how it was searched. */
  trace?: TurnTrace;
}

/** Recalled for ranking: a row has at most 50 cards, and every candidate brings its words along. */
const CANDIDATES = 64;
const MOST_RELAXATIONS = 4;
/** Sets of wishes counted at once. */
const COUNTED = 4;

/** Recall and first stage for the wishes; where nothing fits, the nearest true alternatives with exact counts. */
export async function searchRow(
  shop: Shop,
  wishes: Wishes,
  options: SearchOptions,
  signal: AbortSignal,
): Promise<SearchRow> {
  const compiled = compileWishes(wishes, shop.lexicon, options.exclude);
  const query = buildQuery(wishes, shop.lexicon);
  const { dense, degraded } = options.near
    ? { dense: options.near, degraded: [] }
    : await embedQuery(shop, query.text, signal);
  const request = { dense, sparse: query.sparse, order: orderOf(wishes, shop), limit: CANDIDATES };
  const rank = (purpose: 'row' | 'nearest', found: Found, using: CompiledWishes): Candidate[] => {
    const asked = request.order ? undefined : buildRanking(using, query.sparse, wishes, shop);
    const interests = purpose === 'row' ? options.interests : emptyInterests();
    const candidates = asked
      ? scoreInterests(scoreFirstStage(found.candidates, asked, shop.weights), interests)
      : found.candidates;
    const step = { purpose, using, request, found, candidates, asked, weights: shop.weights };
    options.trace?.searches.push(traceSearch(step));
    return candidates;
  };
  const found = await findProducts(shop.retriever, compiled, request, signal);
  const candidates = rank('row', found, compiled);
  if (found.total > 0 || compiled.must.length === 0 || options.isMore)
    return { compiled, candidates, total: found.total, degraded };

  const { nearMiss, relaxed } = await planNearMiss(shop, wishes, signal);
  const nearest = compileWishes(relaxed, shop.lexicon);
  const alternatives = await findProducts(shop.retriever, nearest, request, signal);
  return {
    compiled,
    candidates: rank('nearest', alternatives, nearest),
    total: alternatives.total,
    nearMiss,
    degraded,
  };
}

async function embedQuery(
  shop: Shop,
  text: string,
  signal: AbortSignal,
): Promise<{ dense?: Float32Array; degraded: string[] }> {
  if (!shop.embedder || text === '') return { degraded: shop.embedder ? [] : ['embeddings'] };
  try {
    const [dense] = await shop.embedder.embed([text], { signal, kind: 'query' });
    return { dense, degraded: [] };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Error) return { degraded: ['embeddings'] };
    throw error;
  }
}

function orderOf({ order, constraints }: Wishes, { lexicon }: Shop): Recall['order'] {
  const types = constraints.flatMap(({ facet, value }) =>
    facet === 'category' ? [value].flat().map((type) => lexicon.language.key(String(type))) : [],
  );
  const number = order && lexicon.numbers.keyOf(order.facet, types);
  return number && { key: number.key, direction: order.direction };
}

function buildRanking(
  compiled: CompiledWishes,
  sparse: Record<string, number>,
  wishes: Wishes,
  shop: Shop,
): FirstStageQuery {
  const { vocabulary, counts } = shop.profile;
  const rarity = (stem: string): number => Math.log(1 + counts.product / (1 + (vocabulary[stem] ?? 0)));
  const stems = Object.fromEntries(Object.entries(sparse).map(([stem, weight]) => [stem, weight * rarity(stem)]));
  const heads = wishes.constraints.filter(({ facet, relation }) => facet === 'category' && relation === 'is');
  const ownTypes = heads.flatMap(({ value }) =>
    [value].flat().flatMap((type) => namesOf(String(type), shop).map((name) => `type=${name}`)),
  );
  const literal = wishes.constraints
    .filter(
      ({ relation, strength, value }) =>
        relation === 'is' && strength === 'must' && typeof value !== 'number' && value !== 'true',
    )
    .map(({ facet, value }) => {
      const values = [value].flat().map(String);
      const names = facet === 'category' ? values.flatMap((type) => namesOf(type, shop)) : values;
      return names.map((name) => shop.lexicon.language.stems(name));
    });
  return { stems, ownTypes, literal, must: compiled.must, prefer: compiled.prefer };
}

/** Synonyms are as good as the shopper's own word. */
function namesOf(type: string, { lexicon: { language, usualName } }: Shop): string[] {
  const key = language.key(type);
  return [...new Set([key, usualName(key)].flatMap((name) => language.types.namesOf(name)))];
}

/** True counts for what could go; the least change that leads somewhere is shown at once. */
async function planNearMiss(
  shop: Shop,
  wishes: Wishes,
  signal: AbortSignal,
): Promise<{ nearMiss: NearMiss; relaxed: Wishes }> {
  const plans = planRelaxations(wishes.constraints);
  const alone = plans.filter(({ drop }) => drop.length === 1).length;
  const without = plans.map(({ drop }) => ({
    ...wishes,
    constraints: wishes.constraints.filter((one) => !drop.includes(one)),
  }));
  const counts: number[] = [];
  // All that could go alone is counted, for the shopper to choose from; sets only until one of them leads somewhere.
  while (counts.length < without.length && !(counts.length >= alone && counts.some((count) => count > 0))) {
    const next =
      counts.length < alone ? without.slice(0, alone) : without.slice(counts.length, counts.length + COUNTED);
    const eligible = next.map((one) => compileWishes(one, shop.lexicon).eligible);
    counts.push(...(await shop.retriever.counts(eligible, signal)));
  }
  const best = counts.findIndex((count) => count > 0);
  const strings = pickReplyStrings(shop.lexicon.language.code);
  const relaxations = plans.flatMap(({ drop }, index) => {
    const [only] = drop;
    const count = counts[index] ?? 0;
    return drop.length === 1 && only && count > 0
      ? [{ label: describeRelaxation(only, shop.profile.currency, strings), count, edit: { remove: only.id } }]
      : [];
  });
  const nearMiss = {
    constraintIds: (plans[best]?.drop ?? wishes.constraints).map(({ id }) => id),
    relaxations: relaxations.slice(0, MOST_RELAXATIONS),
  };
  const relaxed = without[best] ?? { ...wishes, constraints: [] };
  return { nearMiss, relaxed };
}
