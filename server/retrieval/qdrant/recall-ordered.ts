import type { Schemas } from '@qdrant/js-client-rest';
import type { Candidate } from '../../domain/candidate.ts';
import { AppError } from '../../errors.ts';
import type { Recall } from '../retriever.ts';
import { buildStatesNumber } from './build-filter.ts';
import { rankedFields, readRanked } from './payload.ts';
import { buildNumberPath } from './payload-keys.ts';
import type { PointReader } from './point-reader.ts';

type Filter = Schemas['Filter'];
type Order = NonNullable<Recall['order']>;
interface Ordered {
  filter: Filter;
  limit: number;
  order?: Order;
}
/** So many items are looked at to order by a number without a payload index; the indexer leaves out only numbers that few items have. */
const mostUnindexed = 100_000;

/**
 * Eligible items by a number, or by quality where none is named; `recall` is 0 for all, no relevance was asked for.
 * Items that do not state the number come last: silence is no reason to hide them, and none to put them first.
 */
export async function recallOrdered(reader: PointReader, { filter, limit, order }: Ordered): Promise<Candidate[]> {
  const byQuality = (own: Filter, most: number) =>
    reader.scroll(page(own, most, { key: 'quality', direction: 'desc' }));
  if (!order) return read(await byQuality(filter, limit));
  const stated = buildStatesNumber(order.key);
  const stating = await readStating(reader, { filter: { must: [filter, stated] }, limit }, order);
  if (stating.length >= limit) return stating;
  const silent = await byQuality({ must: [filter], must_not: [stated] }, limit - stating.length);
  return [...stating, ...read(silent)];
}

async function readStating(reader: PointReader, { filter, limit }: Ordered, order: Order): Promise<Candidate[]> {
  const direction = order.direction === 'ascending' ? 'asc' : 'desc';
  try {
    return read(await reader.scroll(page(filter, limit, { key: buildNumberPath(order.key), direction })));
  } catch (error) {
    // Qdrant orders only by what has an index.
    if (!(error instanceof AppError && error.code === 'retrieval_rejected')) throw error;
    return readUnindexed(reader, { filter, limit }, order);
  }
}

async function readUnindexed(reader: PointReader, { filter, limit }: Ordered, order: Order): Promise<Candidate[]> {
  const sign = order.direction === 'ascending' ? 1 : -1;
  const all = await reader.scroll({ filter, limit: mostUnindexed, with_payload: [buildNumberPath(order.key)] });
  const ids = all
    .map(({ id, payload }) => ({ id, number: readNumber(payload, order.key) }))
    .sort((one, other) => sign * (one.number - other.number))
    .slice(0, limit)
    .map(({ id }) => id);
  const points = new Map((await reader.points(ids, { with_payload: rankedFields })).map((point) => [point.id, point]));
  return read(ids.flatMap((id) => points.get(id) ?? []));
}

function readNumber(payload: Schemas['Record']['payload'], key: string): number {
  const numbers = payload?.numbers;
  return typeof numbers === 'object' && numbers !== null && key in numbers ? Number(Reflect.get(numbers, key)) : 0;
}

function page(filter: Filter, limit: number, order: Schemas['OrderBy']): Schemas['ScrollRequest'] {
  return { filter, limit, order_by: order, with_payload: rankedFields };
}

function read(points: Schemas['Record'][]): Candidate[] {
  return points.map(({ payload }) => ({ ...readRanked(payload), recall: 0 }));
}
