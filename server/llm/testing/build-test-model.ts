import { join } from 'node:path';
import { repositoryRoot } from '../../config.ts';
import type { ModelTools } from '../ask-model.ts';
import { OpenAiModel, type OpenAiModelOptions } from '../openai-model.ts';
import { loadPrompts } from '../prompt-catalog.ts';
import { TokenBudget } from '../token-budget.ts';
import { UsageMeter } from '../usage-meter.ts';

export interface TestModel extends ModelTools {
  model: OpenAiModel;
}

/** The real model port against an endpoint, with short waits and fixed jitter. */
export function buildTestModel(url: string, options: Partial<OpenAiModelOptions> = {}): TestModel {
  const meter = new UsageMeter({ input: 1, output: 4 });
  const model = new OpenAiModel({
    apiKey: 'test',
    baseUrl: url,
    name: 'scripted',
    timeoutMs: 5_000,
    outputMode: 'schema',
    retries: 2,
    breakAfter: 6,
    restMs: 60_000,
    concurrency: 8,
    random: () => 0,
    budget: new TokenBudget({ sessionTokens: 1e6, dayTokens: 1e7 }, () => 0),
    meter,
    ...options,
  });
  return { model, meter, prompts: loadPrompts(join(repositoryRoot, 'prompts')) };
}
