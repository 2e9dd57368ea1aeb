/** Maps with at most `width` at once, results in order. */
export async function mapPool<Item, Result>(
  items: Item[],
  width: number,
  map: (item: Item, at: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = new Array(items.length);
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at] as Item;
      results[at] = await map(item, at);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}
