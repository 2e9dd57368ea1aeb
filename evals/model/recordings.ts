import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../server/errors.ts';
import type { ModelCall } from '../../server/llm/model-port.ts';

const Recording = z.object({
  /** Of the model's name and all that was sent. */
  hash: z.string(),
  prompt: z.string(),
  promptHash: z.string(),
  answer: z.string(),
  usage: z.object({ inputTokens: z.number(), cachedTokens: z.number(), outputTokens: z.number() }),
  /** How long the answer took when it was recorded. */
  tookMs: z.number(),
});
export type Recording = z.infer<typeof Recording>;

/** What a call is recognised by: another word in a prompt is another call. The session and the time left are not part of it. */
export function hashCall(model: string, { messages, sampling, output }: ModelCall): string {
  const key = JSON.stringify([model, messages, sampling, output ?? 'text']);
  return createHash('sha256').update(key).digest('hex').slice(0, 32);
}

/** Answers of one model by content hash, one JSON line each, sorted, so that a refresh reads as a list of the calls that changed. */
export class Recordings {
  readonly file: string;
  readonly #byHash: Map<string, Recording>;
  /** Live calls of this run: several ways of reading ask the same, and one answer must do for all of them. */
  readonly asked = new Map<string, Promise<Recording>>();
  #isChanged = false;

  /** Throws `AppError` `recordings_invalid` for a line that is none. */
  constructor(file: string) {
    this.file = file;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    this.#byHash = new Map(lines.map((line, at) => readLine(file, line, at + 1)).map((one) => [one.hash, one]));
  }

  get size(): number {
    return this.#byHash.size;
  }

  find(hash: string): Recording | undefined {
    return this.#byHash.get(hash);
  }

  keep(recording: Recording): void {
    this.#byHash.set(recording.hash, recording);
    this.#isChanged = true;
  }

  save(): void {
    if (!this.#isChanged) return;
    const sorted = [...this.#byHash.values()].sort((left, right) => (left.hash < right.hash ? -1 : 1));
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(this.file, sorted.map((one) => `${JSON.stringify(one)}\n`).join(''));
    this.#isChanged = false;
  }
}

function readLine(file: string, line: string, at: number): Recording {
  try {
    return Recording.parse(JSON.parse(line));
  } catch (cause) {
    throw new AppError(
      'recordings_invalid',
      `${file}:${at}: no recording. Remove the line or record again with --live`,
      {
        cause,
      },
    );
  }
}
