import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import type { z } from 'zod';
import { AppError } from '../errors.ts';
import { fence } from './fence.ts';
import type { Model, ModelMessage } from './model-port.ts';
import { schemaOf } from './openai-model.ts';
import { type OutputName, outputSchemas } from './output-schemas.ts';
import type { Prompt, PromptCatalog, PromptId } from './prompt-catalog.ts';
import { readJson } from './read-json.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface ModelTools {
  model: Model;
  prompts: PromptCatalog;
  /** What the model's calls took. */
  meter: UsageMeter;
}

export interface AskOptions {
  sessionId: string;
  signal: AbortSignal;
  /** For the whole question, its repair included; the model's own longest wait where left out. */
  timeoutMs?: number;
}

type OutputOf<Name extends OutputName> = z.infer<(typeof outputSchemas)[Name]>;

/**
 * One question with a JSON answer: prompt, model, tolerant reader, and one repair where the answer does not fit its schema.
 * Throws as the model does, and `AppError` `model_answer` when the repaired answer does not fit either.
 */
export async function askForJson<Name extends OutputName>(
  { model, prompts }: Pick<ModelTools, 'model' | 'prompts'>,
  id: PromptId,
  output: Name,
  variables: Record<string, string>,
  { sessionId, signal, timeoutMs }: AskOptions,
): Promise<OutputOf<Name>> {
  const prompt = prompts.get(id);
  if (prompt.output !== output) throw new AppError('prompt_invalid', `${id}.md: its output is not ${output}`);
  const until = timeoutMs === undefined ? undefined : performance.now() + timeoutMs;
  const ask = (one: Prompt) =>
    RunnableSequence.from<Record<string, string>, string>([
      RunnableLambda.from((given: Record<string, string>) => one.render(given)),
      RunnableLambda.from((messages: ModelMessage[]) =>
        model.complete(
          {
            prompt: one.id,
            promptHash: one.hash,
            messages,
            sampling: one.sampling,
            output,
            sessionId,
            ...(until === undefined ? {} : { timeoutMs: until - performance.now() }),
          },
          signal,
        ),
      ),
    ]);
  const answer = await ask(prompt).invoke(variables);
  const read = readAnswer(answer, output);
  if (read.ok) return read.value;
  const repaired = await ask(prompts.get('repair-intent')).invoke({
    schema: fence(schemaOf(output)),
    problems: fence(read.problems),
    answer: fence(answer.slice(0, 4_000)),
  });
  const second = readAnswer(repaired, output);
  if (second.ok) return second.value;
  throw new AppError('model_answer', `the language model does not keep to the schema ${output}: ${second.problems[0]}`);
}

/** Prose as it comes; nothing of it is checked yet. */
export async function* streamProse(
  { model, prompts }: ModelTools,
  id: PromptId,
  variables: Record<string, string>,
  { sessionId, signal }: AskOptions,
): AsyncGenerator<string> {
  const { hash, sampling, render } = prompts.get(id);
  yield* model.stream({ prompt: id, promptHash: hash, messages: await render(variables), sampling, sessionId }, signal);
}

type Read<Value> = { ok: true; value: Value } | { ok: false; problems: string[] };

function readAnswer<Name extends OutputName>(answer: string, output: Name): Read<OutputOf<Name>> {
  const json = readJson(answer);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const parsed = outputSchemas[output].safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data as OutputOf<Name> };
  return {
    ok: false,
    problems: parsed.error.issues.slice(0, 8).map(({ path, message }) => `${path.join('.') || 'answer'}: ${message}`),
  };
}
