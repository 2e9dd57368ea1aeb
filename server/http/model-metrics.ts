import { Counter, type Registry } from 'prom-client';
import type { TurnModel } from '../llm/turn-model.ts';

/** What the language model was asked, what it cost, and what the claim gate held back; read when somebody looks. */
export function collectModelFigures({ meter, tally }: Pick<TurnModel, 'meter' | 'tally'>, registry: Registry): void {
  const counter = (name: string, help: string, label: string[], read: () => Reading[]): void => {
    new Counter({
      name: `aisle_model_${name}_total`,
      help,
      labelNames: label,
      registers: [registry],
      collect() {
        this.reset();
        for (const [labels, value] of read()) this.inc(labels, value);
      },
    });
  };
  const byPrompt = (value: 'calls' | 'failures' | 'cost') => (): Reading[] =>
    [...meter.read()].map(([prompt, usage]) => [{ prompt }, usage[value]]);
  const byOutcome = (label: string, counts: () => Partial<Record<string, number>>) => (): Reading[] =>
    Object.entries(counts()).map(([name, count = 0]) => [{ [label]: name }, count]);

  counter('calls', 'Calls of the language model that were answered', ['prompt'], byPrompt('calls'));
  counter('failures', 'Calls of the language model that failed', ['prompt'], byPrompt('failures'));
  counter('cost', 'Cost of the calls, in the currency of the configured prices', ['prompt'], byPrompt('cost'));
  counter('tokens', 'Tokens; cached ones are among the input', ['prompt', 'kind'], () =>
    [...meter.read()].flatMap(([prompt, { inputTokens, cachedTokens, outputTokens }]): Reading[] => [
      [{ prompt, kind: 'input' }, inputTokens],
      [{ prompt, kind: 'cached' }, cachedTokens],
      [{ prompt, kind: 'output' }, outputTokens],
    ]),
  );
  counter('eligible_turns', 'Turns of words that the policy looked at', [], () => [[{}, tally.read().turns]]);
  const read = () => tally.read();
  counter(
    'asked_turns',
    'Turns about which the model was asked',
    ['reason'],
    byOutcome('reason', () => read().asked),
  );
  counter(
    'readings',
    'What became of its readings',
    ['outcome'],
    byOutcome('outcome', () => read().readings),
  );
  counter(
    'rankings',
    'What became of its rankings',
    ['outcome'],
    byOutcome('outcome', () => read().rankings),
  );
  counter(
    'sentences',
    'Sentences that the claim gate let through or held',
    ['outcome'],
    byOutcome('outcome', () => ({ ...read().sentences })),
  );
  counter(
    'replies',
    'Replies by who spoke: the model, or the template in its place',
    ['outcome'],
    byOutcome('outcome', () => read().replies),
  );
}

type Reading = [labels: Record<string, string>, value: number];
