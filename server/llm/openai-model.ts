import type { IPolicy } from 'cockatiel';
import OpenAI from 'openai';
import type { ChatCompletionChunk, ChatCompletionCreateParams, CompletionUsage } from 'openai/resources';
import { z } from 'zod';
import { OutputModeFault, readFault, TransientFault } from './model-faults.ts';
import { buildModelPolicy, type PolicyOptions, presentFault } from './model-policy.ts';
import type { Model, ModelCall, Usage } from './model-port.ts';
import { outputSchemas } from './output-schemas.ts';
import type { TokenBudget } from './token-budget.ts';
import { estimateTokens, type UsageMeter } from './usage-meter.ts';

/** How JSON is asked for: by schema, as any JSON object, or in words alone. */
export type OutputMode = 'schema' | 'json' | 'text';
const PLAINER: Record<OutputMode, OutputMode | undefined> = { schema: 'json', json: 'text', text: undefined };

export interface OpenAiModelOptions extends PolicyOptions {
  apiKey: string;
  /** Up to and with `/v1`; OpenAI's own when left out. */
  baseUrl?: string;
  name: string;
  /** Longest wait for one answer, retries included; of a stream, for its end. */
  timeoutMs: number;
  /** What to begin with; steps to a plainer one when the endpoint refuses. */
  outputMode: OutputMode;
  budget: TokenBudget;
  meter: UsageMeter;
}

/** Any endpoint that speaks chat completions: OpenAI, Azure, vLLM, Ollama, llama.cpp. */
export class OpenAiModel implements Model {
  readonly name: string;
  readonly #options: OpenAiModelOptions;
  readonly #client: OpenAI;
  readonly #policy: IPolicy;
  #mode: OutputMode;

  constructor(options: OpenAiModelOptions) {
    this.name = options.name;
    this.#options = options;
    this.#mode = options.outputMode;
    // Retries and deadlines are the policy's, in one place.
    this.#client = new OpenAI({ apiKey: options.apiKey, baseURL: options.baseUrl ?? null, maxRetries: 0 });
    this.#policy = buildModelPolicy(options);
  }

  complete(call: ModelCall, signal: AbortSignal): Promise<string> {
    return this.#guard(call, signal, (limit) => this.#policy.execute(() => this.#ask(call, signal, limit), limit));
  }

  /** The policy guards the way to the first piece: what is out cannot be taken back. */
  async *stream(call: ModelCall, signal: AbortSignal): AsyncGenerator<string> {
    const limit = this.#limit(call, signal);
    const { first, rest } = await this.#guard(
      call,
      signal,
      () => this.#policy.execute(() => this.#open(call, signal, limit), limit),
      limit,
    );
    let written = '';
    let usage: CompletionUsage | undefined;
    let isDone = false;
    try {
      for (let next: IteratorResult<ChatCompletionChunk> = first; !next.done; next = await rest.next()) {
        const [choice] = next.value.choices;
        usage = next.value.usage ?? usage;
        isDone ||= Boolean(choice?.finish_reason);
        const piece = choice?.delta.content ?? '';
        written += piece;
        if (piece) yield piece;
      }
      if (!isDone) throw new TransientFault('the answer broke off');
    } catch (error) {
      signal.throwIfAborted();
      this.#options.meter.recordFailure(call);
      throw presentFault(limit.aborted ? this.#late(call) : readFault(error, false), this.name);
    } finally {
      this.#count(call, usage, written);
      void rest.return?.(undefined);
    }
  }

  #patience = ({ timeoutMs = Number.POSITIVE_INFINITY }: ModelCall): number =>
    Math.max(1, Math.min(this.#options.timeoutMs, Math.ceil(timeoutMs)));

  #limit = (call: ModelCall, signal: AbortSignal): AbortSignal =>
    AbortSignal.any([signal, AbortSignal.timeout(this.#patience(call))]);

  #late = (call: ModelCall): TransientFault => new TransientFault(`not within ${this.#patience(call)} ms`);

  async #guard<Result>(
    call: ModelCall,
    signal: AbortSignal,
    work: (limit: AbortSignal) => Promise<Result>,
    limit = this.#limit(call, signal),
  ): Promise<Result> {
    signal.throwIfAborted();
    this.#options.budget.check(call.sessionId);
    try {
      return await work(limit);
    } catch (error) {
      signal.throwIfAborted();
      this.#options.meter.recordFailure(call);
      throw presentFault(limit.aborted ? this.#late(call) : error, this.name);
    }
  }

  async #ask(call: ModelCall, signal: AbortSignal, limit: AbortSignal): Promise<string> {
    const mode = this.#mode;
    try {
      const answer = await this.#client.chat.completions.create(
        { ...this.#request(call, mode), stream: false },
        { signal: limit },
      );
      const [choice] = answer.choices ?? [];
      const text = choice?.message?.content ?? '';
      this.#count(call, answer.usage, text);
      if (!choice || text === '') throw new TransientFault('the answer is empty');
      return text;
    } catch (error) {
      const fault = this.#sort(error, call, signal, limit, mode);
      if (fault instanceof OutputModeFault) return this.#ask(call, signal, limit);
      throw fault;
    }
  }

  async #open(call: ModelCall, signal: AbortSignal, limit: AbortSignal) {
    try {
      const stream = await this.#client.chat.completions.create(
        { ...this.#request(call, 'text'), stream: true, stream_options: { include_usage: true } },
        { signal: limit },
      );
      const rest: AsyncIterator<ChatCompletionChunk> = stream[Symbol.asyncIterator]();
      const first = await rest.next();
      if (first.done) throw new TransientFault('the answer is empty');
      return { first, rest };
    } catch (error) {
      throw this.#sort(error, call, signal, limit, 'text');
    }
  }

  /** A shopper who left, or a deadline of ours that passed, is no reason to ask again. */
  #sort(error: unknown, call: ModelCall, signal: AbortSignal, limit: AbortSignal, mode: OutputMode): Error {
    if (signal.aborted) return new Error('cancelled', { cause: error });
    if (limit.aborted) return this.#late(call);
    const fault = readFault(error, Boolean(call.output) && mode !== 'text');
    // Several calls may find out at once: only the first of them steps down.
    if (fault instanceof OutputModeFault && this.#mode === mode) this.#mode = PLAINER[mode] ?? 'text';
    return fault;
  }

  #request({ messages, sampling, output }: ModelCall, mode: OutputMode): Omit<ChatCompletionCreateParams, 'stream'> {
    return {
      model: this.name,
      messages,
      temperature: sampling.temperature,
      max_tokens: sampling.maxTokens,
      ...(output && mode === 'json' ? { response_format: { type: 'json_object' } } : {}),
      ...(output && mode === 'schema' && output !== 'any'
        ? {
            response_format: {
              type: 'json_schema',
              json_schema: { name: output, strict: true, schema: schemaOf(output) },
            },
          }
        : {}),
    };
  }

  #count(call: ModelCall, counted: CompletionUsage | null | undefined, written: string): void {
    const usage: Usage = {
      inputTokens: counted?.prompt_tokens ?? estimateTokens(call.messages.map(({ content }) => content).join('')),
      cachedTokens: counted?.prompt_tokens_details?.cached_tokens ?? 0,
      outputTokens: counted?.completion_tokens ?? estimateTokens(written),
    };
    this.#options.budget.spend(call.sessionId, usage);
    this.#options.meter.record(call, usage);
    call.counted?.(usage);
  }
}

const schemas = new Map<string, Record<string, unknown>>();

export function schemaOf(output: keyof typeof outputSchemas): Record<string, unknown> {
  const known = schemas.get(output) ?? z.toJSONSchema(outputSchemas[output], { target: 'draft-7' });
  schemas.set(output, known);
  return known;
}
