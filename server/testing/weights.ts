import { describe } from 'vitest';
import { parseConfig } from '../config.ts';
import { fetchWeights } from '../retrieval/embedding/fetch-weights.ts';
import { embeddingModels } from '../retrieval/embedding/models.ts';

/** Looked for, and fetched where they are missing, once a test file. */
const missing = await findMissing();

/** `body` runs with real embeddings; skipped by name without weights, and with CI=true the skip fails the run. */
export function describeWithWeights(name: string, body: () => void): void {
  describe.skipIf(missing !== undefined)(missing === undefined ? name : `${name} [${missing}]`, body);
}

async function findMissing(): Promise<string | undefined> {
  const { cacheDir, embeddings } = parseConfig([], process.env);
  try {
    await fetchWeights(embeddingModels.minilm, { cacheDir, ...embeddings, progress: () => undefined });
    return undefined;
  } catch (error) {
    return error instanceof Error ? `no weights: ${error.message}` : 'no weights';
  }
}
