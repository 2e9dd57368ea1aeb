import type { ModelCall, Usage } from './model-port.ts';

export interface Prices {
  /** For a million tokens, in any currency. */
  input: number;
  output: number;
}

export interface PromptUsage extends Usage {
  calls: number;
  failures: number;
  cost: number;
}

/** What the model was used for and what it cost, by prompt. */
export class UsageMeter {
  readonly #prices: Prices;
  readonly #byPrompt = new Map<string, PromptUsage>();

  constructor(prices: Prices) {
    this.#prices = prices;
  }

  record({ prompt }: Pick<ModelCall, 'prompt'>, usage: Usage): void {
    const sum = this.#of(prompt);
    const cost = (usage.inputTokens * this.#prices.input + usage.outputTokens * this.#prices.output) / 1e6;
    this.#byPrompt.set(prompt, {
      calls: sum.calls + 1,
      failures: sum.failures,
      inputTokens: sum.inputTokens + usage.inputTokens,
      cachedTokens: sum.cachedTokens + usage.cachedTokens,
      outputTokens: sum.outputTokens + usage.outputTokens,
      cost: sum.cost + cost,
    });
  }

  recordFailure({ prompt }: Pick<ModelCall, 'prompt'>): void {
    const sum = this.#of(prompt);
    this.#byPrompt.set(prompt, { ...sum, failures: sum.failures + 1 });
  }

  read(): ReadonlyMap<string, PromptUsage> {
    return this.#byPrompt;
  }

  #of(prompt: string): PromptUsage {
    return (
      this.#byPrompt.get(prompt) ?? { calls: 0, failures: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, cost: 0 }
    );
  }
}

/** Where an endpoint does not count, four characters are taken for a token: budgets must not stand open. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / 4);
