import type { Retriever } from '../retrieval/retriever.ts';

const known = new WeakMap<Retriever, Promise<number | undefined>>();

/**
 * When the newest product of the catalog was made, in ms: what "new" is measured against. Asked once for each open catalog;
 * undefined where no product says.
 */
export function findNewestAt(retriever: Retriever): Promise<number | undefined> {
  const asked = known.get(retriever) ?? askNewest(retriever);
  known.set(retriever, asked);
  return asked;
}

async function askNewest(retriever: Retriever): Promise<number | undefined> {
  const eligible = { kinds: ['product' as const], criteria: [], exclude: [] };
  try {
    const order = { key: 'created', direction: 'descending' as const };
    const [newest] = await retriever.recall({ eligible, order, limit: 1 });
    return newest?.indexed.numbers.created;
  } catch {
    // No row is lost for this; the next turn asks again.
    known.delete(retriever);
    return undefined;
  }
}
