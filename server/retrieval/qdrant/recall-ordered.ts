import type { Schemas } from '@qdrant/js-client-rest';
import type { Candidate } from '../../domain/candidate.ts';
import { AppError } from '../../errors.ts';
import type { Recall } from '../retriever.ts';
import { rankedFields, readRanked } from './payload.ts';
import { buildNumberPath } from './payload-keys.ts';

type Filter = Schemas['Filter'];
type Scroll = (request: Schemas['ScrollRequest']) => Promise<Schemas['Record'][]>;
interface Ordered {
  filter: Filter;
  limit: number;
  order: Recall['order'];
}

/** Numbers without a payload index are rare in the catalog; so many items that state one are read at most to sort them here. */
const mostUnindexed = 10_000;

/**
 * Eligible items by a number, or by quality where none is named; `recall` is 0 for all, no relevance was asked for.
 * Items that do not state the number come last: silence is no reason to hide them, and none to put them first.
 */
export async function recallOrdered(scroll: Scroll, { filter, limit, order }: Ordered): Promise<Candidate[]> {
  if (!order) return read(await scroll(page(filter, limit, { key: 'quality', direction: 'desc' })));
  const key = buildNumberPath(order.key);
  const stating = await readStating(scroll, { filter, limit, order }, key);
  if (stating.length >= limit) return stating;
  const silent: Filter = { must: [filter, { is_empty: { key } }] };
  const rest = read(await scroll(page(silent, limit - stating.length, { key: 'quality', direction: 'desc' })));
  return [...stating, ...rest];
}

async function readStating(scroll: Scroll, { filter, limit, order }: Ordered, key: string): Promise<Candidate[]> {
  const ascending = order?.direction === 'ascending';
  try {
    return read(await scroll(page(filter, limit, { key, direction: ascending ? 'asc' : 'desc' })));
  } catch (error) {
    // Qdrant orders only by what has an index.
    if (!(error instanceof AppError && error.code === 'retrieval_rejected')) throw error;
  }
  const stated: Filter = { must: [filter], must_not: [{ is_empty: { key } }] };
  const all = read(await scroll({ filter: stated, limit: mostUnindexed, with_payload: rankedFields }));
  const number = ({ indexed }: Candidate) => indexed.numbers[order?.key ?? ''] ?? 0;
  return all
    .sort((one, other) => (ascending ? number(one) - number(other) : number(other) - number(one)))
    .slice(0, limit);
}

function page(filter: Filter, limit: number, order: Schemas['OrderBy']): Schemas['ScrollRequest'] {
  return { filter, limit, order_by: order, with_payload: rankedFields };
}

function read(points: Schemas['Record'][]): Candidate[] {
  return points.map(({ payload }) => ({ ...readRanked(payload), recall: 0 }));
}
