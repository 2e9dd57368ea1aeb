import { ExponentialBackoff, handleType, retry } from 'cockatiel';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { Embedder } from '../embedder.ts';

export interface OpenAiEmbedderOptions {
  /** Up to and with `/v1`. */
  url: string;
  model: string;
  apiKey?: string;
  queryTimeoutMs: number;
  passageTimeoutMs: number;
}

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(1) })),
});

/** Endpoints refuse more inputs at once, each at another number; this one all of them take. */
const textsPerRequest = 64;

class TransientFault extends Error {}

const policy = retry(handleType(TransientFault), {
  maxAttempts: 3,
  backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 2_000 }),
});

/** An OpenAI-compatible embeddings endpoint. */
export class OpenAiEmbedder implements Embedder {
  readonly id: string;
  readonly dimensions: number;
  readonly #options: OpenAiEmbedderOptions;

  private constructor(options: OpenAiEmbedderOptions, dimensions: number) {
    this.#options = options;
    this.id = `${new URL(options.url).host}-${options.model}-${dimensions}`;
    this.dimensions = dimensions;
  }

  /** Asks the endpoint once, to learn the length of its vectors. Throws `AppError` `embeddings_unavailable`. */
  static async connect(options: OpenAiEmbedderOptions, signal?: AbortSignal): Promise<OpenAiEmbedder> {
    const [vector] = await requestWithRetry(options, ['hello'], options.passageTimeoutMs, signal);
    return new OpenAiEmbedder(options, vector?.length ?? 0);
  }

  async embed(texts: string[], { signal, kind }: { signal?: AbortSignal; kind?: 'query' | 'passage' } = {}) {
    signal?.throwIfAborted();
    const { queryTimeoutMs, passageTimeoutMs } = this.#options;
    const timeoutMs = kind === 'query' ? queryTimeoutMs : passageTimeoutMs;
    const vectors: Float32Array[] = [];
    for (let from = 0; from < texts.length; from += textsPerRequest) {
      const batch = texts.slice(from, from + textsPerRequest);
      vectors.push(...(await requestWithRetry(this.#options, batch, timeoutMs, signal)));
    }
    if (vectors.some((vector) => vector.length !== this.dimensions)) {
      throw new AppError(
        'embeddings_unavailable',
        `${this.#options.model} changed the length of its vectors: restart to index again`,
      );
    }
    return vectors;
  }

  async close(): Promise<void> {}
}

/** `timeoutMs` covers all attempts together. */
async function requestWithRetry(
  options: OpenAiEmbedderOptions,
  texts: string[],
  timeoutMs: number,
  signal?: AbortSignal,
) {
  const deadline = AbortSignal.timeout(timeoutMs);
  const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
  try {
    return await policy.execute(() => request(options, texts, either), either);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof AppError) throw cause;
    const reason = deadline.aborted
      ? `no answer in ${timeoutMs} ms`
      : cause instanceof Error
        ? cause.message
        : String(cause);
    throw new AppError('embeddings_unavailable', `${options.url}: ${reason}`, { cause });
  }
}

async function request(options: OpenAiEmbedderOptions, texts: string[], signal: AbortSignal): Promise<Float32Array[]> {
  const response = await fetch(`${options.url.replace(/\/+$/, '')}/embeddings`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(options.apiKey ? { authorization: `Bearer ${options.apiKey}` } : {}),
    },
    // Endpoints refuse an empty text; a blank one has a vector too.
    body: JSON.stringify({ model: options.model, input: texts.map((text) => text || ' '), encoding_format: 'float' }),
    signal,
  }).catch((cause) => {
    throw new TransientFault('it cannot be reached', { cause });
  });
  if (response.status === 429 || response.status >= 500) throw new TransientFault(`HTTP ${response.status}`);
  if (!response.ok)
    throw new AppError(
      'embeddings_unavailable',
      `${options.url}: HTTP ${response.status}, check EMBEDDINGS_MODEL and EMBEDDINGS_API_KEY`,
    );
  return readVectors(await response.json().catch(() => undefined), texts.length, options.url);
}

function readVectors(body: unknown, expected: number, url: string): Float32Array[] {
  const answer = Answer.safeParse(body);
  const byIndex = answer.success ? answer.data.data.toSorted((a, b) => a.index - b.index) : [];
  if (byIndex.length !== expected || byIndex.some(({ index }, place) => index !== place)) {
    throw new AppError('embeddings_unavailable', `${url}: the answer is not one embedding a text`);
  }
  return byIndex.map(({ embedding }) => normalise(embedding));
}

function normalise(values: number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => (length > 0 ? value / length : 0));
}
