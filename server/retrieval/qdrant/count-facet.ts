import type { Schemas } from '@qdrant/js-client-rest';
import type { PointReader } from './point-reader.ts';

/** Distinct values among which the most frequent ones of the prefix are picked. */
const mostValues = 100_000;

/**
 * The most frequent terms with the prefix. Qdrant's exact facet counts every value of the field with a query of its own (5 s over 20,000
 * words). Its quick one is as exact as long as no segment is being rewritten; only while one is, the values found are counted again.
 */
export async function countFacet(
  reader: PointReader,
  { filter, prefix, limit }: { filter: Schemas['Filter']; prefix: string; limit: number },
): Promise<{ term: string; count: number }[]> {
  const hits = await reader.facet({ key: chooseField(prefix), filter, limit: mostValues, exact: false });
  const settled = await reader.isSettled();
  const found = hits
    .map(({ value, count }) => ({ term: String(value), count }))
    .filter(({ term }) => term.startsWith(prefix))
    .slice(0, limit);
  return settled ? found : countAgain(reader, filter, found);
}

async function countAgain(reader: PointReader, filter: Schemas['Filter'], found: { term: string }[]) {
  const counted = await Promise.all(
    found.map(async ({ term }) => {
      const count = await reader.count({ must: [filter, { key: 'terms', match: { value: term } }] });
      return { term, count };
    }),
  );
  return counted
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.term < other.term ? -1 : 1));
}

/** Words are by far the most of all terms; they are looked through only for who asks for words. */
function chooseField(prefix: string): 'terms' | 'facets' {
  return 'text='.startsWith(prefix) || prefix.startsWith('text=') ? 'terms' : 'facets';
}
