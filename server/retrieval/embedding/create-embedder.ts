import type { Config } from '../../config.ts';
import type { Logger } from '../../log.ts';
import type { Embedder } from '../embedder.ts';
import { CachedQueries } from './cached-queries.ts';
import { fetchWeights } from './fetch-weights.ts';
import { embeddingModels } from './models.ts';
import { OnnxEmbedder } from './onnx-embedder.ts';
import { OpenAiEmbedder } from './openai-embedder.ts';

/**
 * The embedder that the configuration asks for, loaded and ready. Undefined when it is off or cannot be had: search then runs on words alone,
 * and the log says why.
 */
export async function createEmbedder(
  config: Pick<Config, 'embeddings' | 'cacheDir'>,
  log: Logger,
  signal?: AbortSignal,
): Promise<Embedder | undefined> {
  if (config.embeddings.choice === 'off' && !config.embeddings.endpoint) {
    log.info('embeddings are off: search runs on words alone');
    return undefined;
  }
  try {
    const embedder = await (config.embeddings.endpoint
      ? connectEndpoint(config, signal)
      : startLocal(config, log, signal));
    return embedder && new CachedQueries(embedder);
  } catch (error) {
    signal?.throwIfAborted();
    log.warn(
      { error },
      'no embeddings: search runs on words alone. Allow the download once, or set EMBEDDINGS_URL and EMBEDDINGS_MODEL',
    );
    return undefined;
  }
}

async function connectEndpoint(
  { embeddings }: Pick<Config, 'embeddings'>,
  signal?: AbortSignal,
): Promise<Embedder | undefined> {
  const { endpoint, queryTimeoutMs, passageTimeoutMs } = embeddings;
  return endpoint && OpenAiEmbedder.connect({ ...endpoint, queryTimeoutMs, passageTimeoutMs }, signal);
}

async function startLocal(
  { embeddings, cacheDir }: Pick<Config, 'embeddings' | 'cacheDir'>,
  log: Logger,
  signal?: AbortSignal,
): Promise<Embedder | undefined> {
  if (embeddings.choice === 'off') return undefined;
  const model = embeddingModels[embeddings.choice];
  const { connectTimeoutMs, downloadTimeoutMs, queryTimeoutMs, passageTimeoutMs, threads } = embeddings;
  const progress = (line: string) => log.info(line);
  const folder = await fetchWeights(model, { cacheDir, connectTimeoutMs, downloadTimeoutMs, progress, signal });
  const embedder = new OnnxEmbedder({ model, folder, threads, queryTimeoutMs, passageTimeoutMs });
  await embedder.start();
  return embedder;
}
