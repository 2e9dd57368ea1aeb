import type { PromptId } from './prompt-catalog.ts';
import type { CheckedProposal, ProposalScene } from './propose-intent.ts';

export interface TurnModelOptions {
  sessionId: string;
  signal: AbortSignal;
}

/** What a turn may ask of a language model; nothing of it is true before it is checked. */
export interface TurnModel {
  /** Prose as it comes. Throws as `Model.stream` does. */
  speak(prompt: PromptId, variables: Record<string, string>, options: TurnModelOptions): AsyncIterable<string>;
  /** What the text means, as far as it can be checked. Throws as `Model.complete` does. */
  propose(scene: ProposalScene, options: TurnModelOptions): Promise<CheckedProposal>;
}
