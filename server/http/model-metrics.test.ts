import { Registry } from 'prom-client';
import { expect, test } from 'vitest';
import { TurnTally } from '../llm/turn-tally.ts';
import { UsageMeter } from '../llm/usage-meter.ts';
import { collectModelFigures } from './model-metrics.ts';

const meter = new UsageMeter({ input: 2, output: 10 });
const tally = new TurnTally();
const registry = new Registry();
collectModelFigures({ meter, tally }, registry);

const linesOf = async (): Promise<string[]> =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));

test('has no figures before a model was used, but the turns that did without', async () => {
  expect(await linesOf()).toEqual([
    'aisle_model_eligible_turns_total 0',
    'aisle_model_sentences_total{outcome="passed"} 0',
    'aisle_model_sentences_total{outcome="held"} 0',
  ]);
});

test('tells tokens, cost, asked turns and what the claim gate held, each time as they stand', async () => {
  meter.record({ prompt: 'parse-intent' }, { inputTokens: 1_000_000, cachedTokens: 400_000, outputTokens: 500_000 });
  meter.recordFailure({ prompt: 'compose-reply' });
  tally.turn('unclear');
  tally.turn(undefined);
  tally.reading('added');
  tally.reply({ passed: 2, held: ['x'], usedTemplate: true });
  for (let look = 0; look < 2; look += 1)
    expect(await linesOf()).toEqual(
      expect.arrayContaining([
        'aisle_model_calls_total{prompt="parse-intent"} 1',
        'aisle_model_failures_total{prompt="compose-reply"} 1',
        'aisle_model_tokens_total{prompt="parse-intent",kind="input"} 1000000',
        'aisle_model_tokens_total{prompt="parse-intent",kind="cached"} 400000',
        'aisle_model_cost_total{prompt="parse-intent"} 7',
        'aisle_model_eligible_turns_total 2',
        'aisle_model_asked_turns_total{reason="unclear"} 1',
        'aisle_model_readings_total{outcome="added"} 1',
        'aisle_model_sentences_total{outcome="held"} 1',
        'aisle_model_replies_total{outcome="template"} 1',
      ]),
    );
});
