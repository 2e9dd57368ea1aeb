import type { Token } from '../language/tokenise.ts';

/** Finds the word a misspelled one was meant to be, or nothing. */
export interface Speller {
  isKnown(stem: string): boolean;
  correct(norm: string): { norm: string; stem: string } | undefined;
}

/** Puts the meant word in the place of a misspelled one; a word that shop or language knows is never touched. */
export function repairSpelling(tokens: Token[], speller: Speller): Token[] {
  return tokens.map((token) => {
    if (token.kind !== 'word' || token.norm.length < 4 || /\d/.test(token.norm) || speller.isKnown(token.stem))
      return token;
    const meant = speller.correct(token.norm);
    return meant ? { ...token, ...meant } : token;
  });
}

const MIN_COUNT = 2;
const MOST_REMEMBERED = 5_000;

interface Entry {
  norm: string;
  stem: string;
  count: number;
}

/**
 * Symmetric delete spelling correction (Garbe 2012): every known word is filed under itself with one or two letters left out; a
 * misspelled word meets it there. One edit up to seven letters, two from eight on; a swap of neighbours is one edit.
 */
export class DeleteSpeller implements Speller {
  private readonly known = new Set<string>();
  private readonly deletes = new Map<string, Entry[]>();
  private readonly corrected = new Map<string, { norm: string; stem: string } | undefined>();

  /** `words`: word as written -> how often; `stemOf` maps it to what the parser compares. */
  constructor(words: Iterable<[string, number]>, stemOf: (norm: string) => string) {
    for (const [norm, count] of words) {
      const stem = stemOf(norm);
      this.known.add(stem);
      if (count >= MIN_COUNT && norm.length >= 4 && /^\p{L}+$/u.test(norm)) this.file({ norm, stem, count });
    }
  }

  isKnown(stem: string): boolean {
    return this.known.has(stem);
  }

  correct(norm: string): { norm: string; stem: string } | undefined {
    if (this.corrected.has(norm)) return this.corrected.get(norm);
    const meant = this.find(norm);
    if (this.corrected.size >= MOST_REMEMBERED) this.corrected.clear();
    this.corrected.set(norm, meant);
    return meant;
  }

  private find(norm: string): { norm: string; stem: string } | undefined {
    const limit = norm.length >= 8 ? 2 : 1;
    const found = new Set<Entry>();
    for (const key of variants(norm, limit))
      for (const entry of this.deletes.get(key) ?? [])
        if (entry.norm[0] === norm[0] && Math.abs(entry.norm.length - norm.length) <= limit) found.add(entry);
    const ranked = [...found]
      .map((entry) => ({ entry, distance: editDistance(norm, entry.norm, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance || b.entry.count - a.entry.count);
    const best = ranked[0]?.entry;
    return best && { norm: best.norm, stem: best.stem };
  }

  private file(entry: Entry): void {
    for (const key of variants(entry.norm, entry.norm.length >= 8 ? 2 : 1)) {
      const entries = this.deletes.get(key);
      if (entries) entries.push(entry);
      else this.deletes.set(key, [entry]);
    }
  }
}

function variants(word: string, deletes: number): Set<string> {
  const found = new Set([word]);
  let layer = [word];
  for (let round = 0; round < deletes; round += 1) {
    layer = layer.flatMap((one) => Array.from(one, (_, index) => one.slice(0, index) + one.slice(index + 1)));
    for (const one of layer) found.add(one);
  }
  return found;
}

/** Optimal string alignment distance: insert, delete, replace, swap of neighbours. Above `limit` any larger number. */
export function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  const rows = Array.from({ length: left.length + 1 }, (_, row) => [row, ...new Array<number>(right.length).fill(0)]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  rows[0] = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let row = 1; row <= left.length; row += 1)
    for (let column = 1; column <= right.length; column += 1) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1;
      const swap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = swap && row > 1 && column > 1 ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY;
      const best = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + cost, swapped);
      (rows[row] as number[])[column] = best;
    }
  return at(left.length, right.length);
}
