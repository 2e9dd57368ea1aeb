import type { TallyFigures } from '../../server/llm/turn-tally.ts';
import type { PromptUsage } from '../../server/llm/usage-meter.ts';
import { quantile } from '../metrics/figure.ts';
import type { CallLog } from './recorded-model.ts';

/** What one arm asked of its model over one suite. */
export interface ModelReport {
  model: string;
  /** One hash over all prompts. */
  promptsHash: string;
  /** Content hash of each prompt that was used. */
  prompts: Record<string, string>;
  /** Turns that the policy looked at, and those it asked about. */
  turns: number;
  asked: number;
  readings: TallyFigures['readings'];
  rankings: TallyFigures['rankings'];
  calls: number;
  failures: number;
  /** Calls that nobody recorded; their turns went on without a model. */
  unrecorded: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  /** In the currency of the configured prices; 0 without prices. */
  cost: number;
  /** Of the calls as they were recorded; nothing without calls. */
  callMs?: { p50: number; p95: number };
}

export interface ModelFigures {
  model: string;
  promptsHash: string;
  usage: ReadonlyMap<string, PromptUsage>;
  tally: Readonly<TallyFigures>;
  log: CallLog;
}

/** Pure. */
export function buildModelReport({ model, promptsHash, usage, tally, log }: ModelFigures): ModelReport {
  const prompts = [...usage.values()];
  const sum = (of: keyof PromptUsage): number => prompts.reduce((total, one) => total + one[of], 0);
  const took = [...log.tookMs].sort((left, right) => left - right);
  return {
    model,
    promptsHash,
    prompts: { ...log.prompts },
    turns: tally.turns,
    asked: Object.values(tally.asked).reduce((total, count) => total + count, 0),
    readings: { ...tally.readings },
    rankings: { ...tally.rankings },
    calls: sum('calls'),
    failures: sum('failures'),
    unrecorded: log.unrecorded,
    inputTokens: sum('inputTokens'),
    cachedTokens: sum('cachedTokens'),
    outputTokens: sum('outputTokens'),
    cost: sum('cost'),
    ...(took.length > 0 ? { callMs: { p50: quantile(took, 0.5), p95: quantile(took, 0.95) } } : {}),
  };
}

/** The arms side by side as rows of cells, the header first: how often each asks, and what that takes. Nothing without a model. */
export function tabulateModels(arms: readonly { name: string; model?: ModelReport }[]): string[][] {
  if (!arms.some(({ model }) => model)) return [];
  const row = (label: string, say: (model: ModelReport) => string): string[] => [
    label,
    ...arms.map(({ model }) => (model ? say(model) : '–')),
  ];
  return [
    ['the model', ...arms.map(({ name }) => name)],
    row('asked turns', ({ asked, turns }) => (turns === 0 ? '–' : `${((100 * asked) / turns).toFixed(1)}%`)),
    row('wishes added', ({ readings }) => String(readings.added ?? 0)),
    row('questions put', ({ readings }) => String(readings.question ?? 0)),
    row('rows reordered', ({ rankings }) => String(rankings.changed ?? 0)),
    row('calls', ({ calls }) => String(calls)),
    row('failed calls', ({ failures }) => String(failures)),
    row('tokens a turn', ({ inputTokens, outputTokens, turns }) => perTurn(inputTokens + outputTokens, turns)),
    row('of them cached', ({ inputTokens, cachedTokens }) => share(cachedTokens, inputTokens)),
    row('cost of 1,000 turns', ({ cost, turns }) => (cost === 0 ? '–' : ((1000 * cost) / turns).toFixed(2))),
    row('a call p50 / p95 ms', ({ callMs }) => (callMs ? `${callMs.p50.toFixed(0)} / ${callMs.p95.toFixed(0)}` : '–')),
    row('prompts', ({ promptsHash }) => promptsHash),
  ];
}

const perTurn = (tokens: number, turns: number): string => (turns === 0 ? '–' : (tokens / turns).toFixed(0));
const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(0)}%`);
