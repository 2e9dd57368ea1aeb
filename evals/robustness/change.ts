import type { Random } from '../metrics/seeded-random.ts';

/** What a change may know of the turn beside its text. */
export interface ChangeScene {
  random: Random;
  paraphrases?: string[];
}

/** The text with the change, or `undefined` where it cannot apply; such turns stay out of the comparison. */
export type Change = (text: string, scene: ChangeScene) => string | undefined;
