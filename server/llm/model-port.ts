import type { OutputName } from './output-schemas.ts';

export interface ModelMessage {
  role: 'system' | 'user';
  content: string;
}

export interface ModelCall {
  /** Prompt id and content hash, for the log. */
  prompt: string;
  promptHash: string;
  messages: ModelMessage[];
  sampling: { temperature: number; maxTokens: number };
  /** Left out: prose. */
  output?: OutputName;
  /** Whose budget it is. */
  sessionId: string;
  /** Shorter than the model's own longest wait, where the caller has less time. */
  timeoutMs?: number;
  /** Told what the call took, also of one that broke off. */
  counted?: (usage: Usage) => void;
}

/** Tokens of one call. `cachedTokens` are those of the input that the provider had in its cache. */
export interface Usage {
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
}

/**
 * A language model. Both calls throw the reason of an aborted signal, and `AppError` with one of the codes
 * `model_unavailable` (dead, slow, cut off, or resting after failures), `model_refused` (the endpoint does not take the request),
 * `model_busy` (too many calls at once) and `model_budget` (this session's or this day's tokens are spent).
 */
export interface Model {
  readonly name: string;
  /** The whole answer, after retries. */
  complete(call: ModelCall, signal: AbortSignal): Promise<string>;
  /** Pieces of prose as they come. Not repeated once the first piece is out; throws when it breaks off. */
  stream(call: ModelCall, signal: AbortSignal): AsyncIterable<string>;
}
