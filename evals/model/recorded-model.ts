import { AppError } from '../../server/errors.ts';
import type { Model, ModelCall, Usage } from '../../server/llm/model-port.ts';
import type { UsageMeter } from '../../server/llm/usage-meter.ts';
import { hashCall, type Recording, type Recordings } from './recordings.ts';

export interface RecordedModelParts {
  name: string;
  recordings: Recordings;
  /** Counts what a replayed call took when it was recorded. */
  meter: UsageMeter;
  /** Asks for what is not recorded, and again for what is; left out: replay only. */
  live?: Model;
  now: () => number;
}

/** What the calls of one run looked like. */
export interface CallLog {
  /** Milliseconds of each answered call, as recorded. */
  tookMs: number[];
  /** Calls without a recording, in a run that only replays. */
  unrecorded: number;
  /** Content hash by prompt. */
  prompts: Record<string, string>;
}

/**
 * A model that answers from recordings, so that a suite gives the same figures on every machine. With `live`, every call goes out once a run
 * and its answer is kept. Throws `AppError` `model_unrecorded` for a call that nobody recorded.
 */
export class RecordedModel implements Model {
  readonly name: string;
  readonly log: CallLog = { tookMs: [], unrecorded: 0, prompts: {} };
  readonly #parts: RecordedModelParts;

  constructor(parts: RecordedModelParts) {
    this.name = parts.name;
    this.#parts = parts;
  }

  complete(call: ModelCall, signal: AbortSignal): Promise<string> {
    return this.#answer(call, (live, counted) => live.complete(counted, signal));
  }

  async *stream(call: ModelCall, signal: AbortSignal): AsyncGenerator<string> {
    yield await this.#answer(call, async (live, counted) => {
      let text = '';
      for await (const piece of live.stream(counted, signal)) text += piece;
      return text;
    });
  }

  async #answer(call: ModelCall, ask: Ask): Promise<string> {
    const { live, recordings, meter } = this.#parts;
    this.log.prompts[call.prompt] = call.promptHash;
    const hash = hashCall(this.name, call);
    const known = recordings.asked.get(hash);
    const recording = live ? await (known ?? this.#record(hash, call, live, ask)) : recordings.find(hash);
    if (!recording) {
      this.log.unrecorded += 1;
      meter.recordFailure(call);
      throw new AppError('model_unrecorded', `nobody recorded this call of ${call.prompt}: record it with --live`);
    }
    // What goes out live is counted by the live model itself.
    if (!live || known) meter.record(call, recording.usage);
    this.log.tookMs.push(recording.tookMs);
    return recording.answer;
  }

  #record(hash: string, call: ModelCall, live: Model, ask: Ask): Promise<Recording> {
    const recorded = this.#askLive(hash, call, live, ask);
    const { asked } = this.#parts.recordings;
    asked.set(hash, recorded);
    recorded.catch(() => asked.delete(hash));
    return recorded;
  }

  async #askLive(hash: string, call: ModelCall, live: Model, ask: Ask): Promise<Recording> {
    const { recordings, now } = this.#parts;
    const from = now();
    let usage: Usage = { inputTokens: 0, cachedTokens: 0, outputTokens: 0 };
    const counted = (one: Usage): void => {
      usage = one;
    };
    const answer = await ask(live, { ...call, counted });
    const { prompt, promptHash } = call;
    const recording = { hash, prompt, promptHash, answer, usage, tookMs: Math.round(now() - from) };
    recordings.keep(recording);
    return recording;
  }
}

type Ask = (live: Model, call: ModelCall) => Promise<string>;
