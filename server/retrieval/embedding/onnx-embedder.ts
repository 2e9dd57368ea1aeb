import { availableParallelism } from 'node:os';
import { AppError } from '../../errors.ts';
import type { Embedder } from '../embedder.ts';
import type { EmbeddingModel } from './models.ts';
import { OnnxLane } from './onnx-lane.ts';

export interface OnnxEmbedderOptions {
  model: EmbeddingModel;
  /** Folder of the checked weights. */
  folder: string;
  /** Left out: as many as there are cores, four at most; a query is too small a task for more. */
  threads?: number;
  queryTimeoutMs: number;
  /** Longest time for one passage; beyond it the worker counts as hanging and is replaced. */
  passageTimeoutMs: number;
}

/** Shoppers repeat themselves and each other; 500 vectors are less than a megabyte. */
const rememberedQueries = 500;

/** A sentence model on this machine, in a worker process. */
export class OnnxEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #lane: OnnxLane;
  readonly #queryTimeoutMs: number;
  readonly #recent = new Map<string, Float32Array>();

  constructor({ model, folder, threads, queryTimeoutMs, passageTimeoutMs }: OnnxEmbedderOptions) {
    this.id = model.id;
    this.dimensions = model.dimensions;
    this.#queryTimeoutMs = queryTimeoutMs;
    const { dtype, maxTokens } = model;
    const worker = { folder, dtype, maxTokens, threads: threads ?? Math.min(4, availableParallelism()) };
    this.#lane = new OnnxLane(worker, passageTimeoutMs);
  }

  /** Resolves when the model is loaded; without it the first call waits. Throws `AppError` `embeddings_unavailable`. */
  start(): Promise<void> {
    return this.#lane.start();
  }

  async embed(
    texts: string[],
    options: { signal?: AbortSignal; kind?: 'query' | 'passage' } = {},
  ): Promise<Float32Array[]> {
    options.signal?.throwIfAborted();
    if (texts.length === 0) return [];
    return options.kind === 'query'
      ? this.#embedQueries(texts, options.signal)
      : this.#lane.embed(texts, 'passage', options.signal);
  }

  /** The worker at work now; another one after a crash. */
  get workerPid(): number | undefined {
    return this.#lane.workerPid;
  }

  close(): Promise<void> {
    return this.#lane.close();
  }

  async #embedQueries(texts: string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const known = new Map(texts.flatMap((text) => this.#recall(text)));
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    if (missing.length > 0) {
      const vectors = await this.#withDeadline(missing, signal);
      missing.forEach((text, index) => {
        const vector = vectors[index];
        if (vector) known.set(text, this.#remember(text, vector));
      });
    }
    // Copies: a caller that changes its vector does not change the next caller's.
    return texts.map((text) => Float32Array.from(known.get(text) ?? []));
  }

  async #withDeadline(texts: string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const deadline = AbortSignal.timeout(this.#queryTimeoutMs);
    try {
      return await this.#lane.embed(texts, 'query', signal ? AbortSignal.any([signal, deadline]) : deadline);
    } catch (error) {
      if (error !== deadline.reason) throw error;
      throw new AppError('embeddings_unavailable', `no query vector in ${this.#queryTimeoutMs} ms`, { cause: error });
    }
  }

  #recall(text: string): [string, Float32Array][] {
    const vector = this.#recent.get(text);
    return vector ? [[text, this.#remember(text, vector)]] : [];
  }

  /** The oldest in the map is the longest unused: each use puts a text at the end again. */
  #remember(text: string, vector: Float32Array): Float32Array {
    this.#recent.delete(text);
    this.#recent.set(text, vector);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > rememberedQueries && oldest !== undefined) this.#recent.delete(oldest);
    return vector;
  }
}
