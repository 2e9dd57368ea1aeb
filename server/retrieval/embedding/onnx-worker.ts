import { basename, dirname } from 'node:path';
import { AutoModel, AutoTokenizer, env, mean_pooling } from '@huggingface/transformers';
import { z } from 'zod';

/**
 * Runs in a child process: inference is synchronous native code that would stop the event loop of the server, and to end a worker
 * thread in the middle of it aborts the whole process. A child may hang or crash and only costs its own restart.
 */
export interface OnnxRequest {
  text: string;
}
/** `ready` once, then one answer a request, in order. */
export type OnnxAnswer = { ready: true } | { vector: Float32Array } | { error: string };

export const OnnxWorkerOptions = z.object({
  /** Folder of the weights. */
  folder: z.string(),
  dtype: z.enum(['q8', 'fp32']),
  threads: z.number().int().min(1),
  maxTokens: z.number().int().min(1),
});
export type OnnxWorkerOptions = z.infer<typeof OnnxWorkerOptions>;

export async function runWorker(argument: string | undefined): Promise<void> {
  // Ctrl-C reaches the whole process group, but turns that are ending still need vectors; this process ends with its parent.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.on('disconnect', () => process.exit());
  const embed = await load(OnnxWorkerOptions.parse(JSON.parse(argument ?? '')));
  // The first run allocates; it is not the first shopper who waits for it.
  await embed('warm up');
  process.on('message', async ({ text }: OnnxRequest) => {
    try {
      answer({ vector: await embed(text) });
    } catch (error) {
      answer({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  answer({ ready: true });
}

async function load({ folder, dtype, threads, maxTokens }: OnnxWorkerOptions) {
  env.allowRemoteModels = false;
  env.localModelPath = `${dirname(folder)}/`;
  const tokenize = await AutoTokenizer.from_pretrained(basename(folder));
  const model = await AutoModel.from_pretrained(basename(folder), {
    dtype,
    device: 'cpu',
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  });
  return async (text: string): Promise<Float32Array> => {
    const inputs = tokenize([text], { padding: true, truncation: true, max_length: maxTokens });
    const output = await model(inputs);
    const pooled = mean_pooling(output.last_hidden_state, inputs.attention_mask).normalize(2, -1);
    return Float32Array.from(pooled.data);
  };
}

function answer(message: OnnxAnswer): void {
  process.send?.(message);
}
