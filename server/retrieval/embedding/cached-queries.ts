import type { Embedder } from '../embedder.ts';

/** 1.5 kB each. */
const MOST_QUERIES = 1_000;

/**
 * Remembers the vectors of the last queries: "cheaper" and "under 300" look for the same words as the turn before. Passages go through; the
 * index keeps their vectors itself.
 */
export class CachedQueries implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #embedder: Embedder;
  readonly #vectors = new Map<string, Float32Array>();

  constructor(embedder: Embedder) {
    this.id = embedder.id;
    this.dimensions = embedder.dimensions;
    this.#embedder = embedder;
  }

  async embed(texts: string[], options: Parameters<Embedder['embed']>[1] = {}): Promise<Float32Array[]> {
    const [text, ...others] = texts;
    if (options.kind !== 'query' || text === undefined || others.length > 0)
      return this.#embedder.embed(texts, options);
    const known = this.#vectors.get(text);
    const vectors = known ? [known] : await this.#embedder.embed(texts, options);
    const [vector] = vectors;
    if (vector) this.#keep(text, vector);
    return vectors;
  }

  close(): Promise<void> {
    return this.#embedder.close();
  }

  /** Asked again it is the newest; the longest unasked goes first. */
  #keep(text: string, vector: Float32Array): void {
    this.#vectors.delete(text);
    const [oldest] = this.#vectors.keys();
    if (this.#vectors.size >= MOST_QUERIES && oldest !== undefined) this.#vectors.delete(oldest);
    this.#vectors.set(text, vector);
  }
}
