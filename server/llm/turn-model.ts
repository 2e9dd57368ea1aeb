import type { PromptId } from './prompt-catalog.ts';
import type { CheckedProposal, ProposalScene } from './propose-intent.ts';
import type { RankScene } from './rank-candidates.ts';
import type { TurnTally } from './turn-tally.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface TurnModelOptions {
  sessionId: string;
  signal: AbortSignal;
}

/** What a shop lets its model do. */
export interface ModelUses {
  /**
   * `cascade`: reads what the embedded parser leaves open. `always`: reads every turn of wishes beside it. `alone`: in its place; only for
   * comparison in evals, since it keeps nothing that the model leaves out.
   */
  reading: 'off' | 'cascade' | 'always' | 'alone';
  readingTimeoutMs: number;
  /** Sentences, each through the claim gate. */
  replies: boolean;
  /** Orders of the candidates that a ranking is averaged over; 0: no ranking by a model. */
  rankingOrders: number;
}

export const DEFAULT_USES: ModelUses = {
  reading: 'cascade',
  readingTimeoutMs: 4_000,
  replies: true,
  rankingOrders: 0,
};

/** What a turn may ask of a language model; nothing of it is true before it is checked. */
export interface TurnModel {
  readonly uses: ModelUses;
  readonly meter: UsageMeter;
  readonly tally: TurnTally;
  /** Prose as it comes. Throws as `Model.stream` does. */
  speak(prompt: PromptId, variables: Record<string, string>, options: TurnModelOptions): AsyncIterable<string>;
  /** What the text means, as far as it can be checked. Throws as `Model.complete` does. */
  propose(scene: ProposalScene, options: TurnModelOptions): Promise<CheckedProposal>;
  /** Ids of the candidates, best first, each exactly once. Throws as `Model.complete` does. */
  rank(scene: RankScene, options: TurnModelOptions): Promise<string[]>;
}
