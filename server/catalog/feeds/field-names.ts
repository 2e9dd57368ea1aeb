/** Field of the native form (or of the reader) to the headers that mean it, in order of trust, as `normalName` writes them. */
export type FieldNames = Readonly<Record<string, readonly string[]>>;

/** One spelling for "Image_Link", "image link" and "g:image-link". */
export function normalName(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/^(g|c):/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** The cells of one record by normal name; a header may occur several times. Blank cells are not in it. */
export type Cells = Map<string, string[]>;

/** The first header of the list that holds something. */
export function firstOf(cells: Cells, names: readonly string[] | undefined): string | undefined {
  for (const name of names ?? []) {
    const value = cells.get(name)?.[0];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Everything that any of these headers holds, in the order of the list. */
export function allOf(cells: Cells, names: readonly string[] | undefined): string[] {
  return (names ?? []).flatMap((name) => cells.get(name) ?? []);
}
