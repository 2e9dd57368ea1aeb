import type { Embedder } from '../../embedder.ts';

/** An embedder without a model: texts that share words get similar vectors, always the same ones. Passes the embedder contract. */
export class HashEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  /** Texts embedded so far. */
  embedded = 0;

  constructor(dimensions = 384, id = 'hash-words') {
    this.dimensions = dimensions;
    this.id = id;
  }

  async embed(texts: string[], options: { signal?: AbortSignal } = {}): Promise<Float32Array[]> {
    options.signal?.throwIfAborted();
    this.embedded += texts.length;
    return texts.map((text) => embedWords(text, this.dimensions));
  }

  async close(): Promise<void> {}
}

function embedWords(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of ['', ...text.toLowerCase().split(/\W+/)]) addWord(vector, word);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** Every word has its own pseudo-random direction. */
function addWord(vector: Float32Array, word: string): void {
  let state = 0x9e3779b9;
  for (const letter of word) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x85ebca6b);
  for (let index = 0; index < vector.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0;
    vector[index] = (vector[index] ?? 0) + (state >> 8) / 0x800000;
  }
}
