import { join } from 'node:path';
import { type Config, repositoryRoot } from '../config.ts';
import { type ModelTools, streamProse } from './ask-model.ts';
import { OpenAiModel } from './openai-model.ts';
import { loadPrompts } from './prompt-catalog.ts';
import { proposeIntent } from './propose-intent.ts';
import { rankCandidates } from './rank-candidates.ts';
import { TokenBudget } from './token-budget.ts';
import { DEFAULT_USES, type ModelUses, type TurnModel } from './turn-model.ts';
import { TurnTally } from './turn-tally.ts';
import { UsageMeter } from './usage-meter.ts';

/** Two repeats, five faults in a row, thirty seconds of rest: a turn is never held up long by an endpoint that is down. */
const PATIENCE = { retries: 2, breakAfter: 5, restMs: 30_000 };

/** The configured model with its prompts. Import this file only where a key is set: it loads the client and the templates. */
export function openModel(
  {
    apiKey,
    baseUrl,
    name,
    timeoutMs,
    outputMode,
    concurrency,
    sessionTokens,
    dayTokens,
    prices,
  }: NonNullable<Config['model']>,
  now: () => number = Date.now,
  random: () => number = Math.random,
): ModelTools {
  const meter = new UsageMeter(prices);
  const budget = new TokenBudget({ sessionTokens, dayTokens }, now);
  const model = new OpenAiModel({
    apiKey,
    baseUrl,
    name,
    timeoutMs,
    outputMode,
    concurrency,
    ...PATIENCE,
    random,
    budget,
    meter,
  });
  return { model, meter, prompts: loadPrompts(join(repositoryRoot, 'prompts')) };
}

/** The model as a turn sees it. */
export function buildTurnModel(tools: ModelTools, uses: ModelUses = DEFAULT_USES): TurnModel {
  const { readingTimeoutMs: timeoutMs, rankingOrders } = uses;
  return {
    uses,
    meter: tools.meter,
    tally: new TurnTally(),
    speak: (prompt, variables, options) => streamProse(tools, prompt, variables, options),
    propose: (scene, options) => proposeIntent(tools, scene, { ...options, timeoutMs }),
    rank: (scene, options) => rankCandidates(tools, scene, rankingOrders, { ...options, timeoutMs }),
  };
}
