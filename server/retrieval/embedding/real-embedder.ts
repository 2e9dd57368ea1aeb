import { parseConfig } from '../../config.ts';
import { fetchWeights } from './fetch-weights.ts';
import { embeddingModels } from './models.ts';
import { OnnxEmbedder } from './onnx-embedder.ts';

/** The default model with generous limits, for tests, evals and benchmarks; fetches its weights where they are missing. */
export async function createRealEmbedder(choice: keyof typeof embeddingModels = 'minilm'): Promise<OnnxEmbedder> {
  const { cacheDir, embeddings } = parseConfig([], process.env);
  const model = embeddingModels[choice];
  const folder = await fetchWeights(model, { cacheDir, ...embeddings, progress: () => undefined });
  const embedder = new OnnxEmbedder({ model, folder, queryTimeoutMs: 60_000, passageTimeoutMs: 60_000 });
  await embedder.start();
  return embedder;
}
