import type { QdrantConnection } from '../qdrant/qdrant-client.ts';

const pageItems = 5_000;

/** Takes out points that the catalog does not have: what an interrupted build of other content under the same version left. */
export async function removeStrays(
  connection: QdrantConnection,
  collection: string,
  expected: Set<string>,
  signal?: AbortSignal,
): Promise<void> {
  let offset: string | undefined;
  const strays: string[] = [];
  do {
    const page = await connection.call(
      (api, init) =>
        api.scrollPoints({ collection_name: collection, limit: pageItems, offset, with_payload: false }, init),
      { signal },
    );
    strays.push(...page.points.map(({ id }) => String(id)).filter((id) => !expected.has(id)));
    offset = typeof page.next_page_offset === 'string' ? page.next_page_offset : undefined;
  } while (offset !== undefined);
  if (strays.length === 0) return;
  await connection.call(
    (api, init) => api.deletePoints({ collection_name: collection, wait: true, points: strays }, init),
    { signal },
  );
}
