/** Turns text into unit-length vectors. Adapters: the ONNX worker, an OpenAI-compatible endpoint. */
export interface Embedder {
  /** Names model and revision; vectors of different ids are never mixed. */
  readonly id: string;
  readonly dimensions: number;
  /** One vector a text, in order. Throws `AppError` `embeddings_unavailable`. */
  embed(texts: string[], options?: { signal?: AbortSignal; kind?: 'query' | 'passage' }): Promise<Float32Array[]>;
  close(): Promise<void>;
}
