import type { ClaimScene } from '../../server/reply/claims/claim-scene.ts';

/** A sentence about a scene with what a person who reads the records would say of it. */
export interface LabelledSentence {
  sentence: string;
  isTrue: boolean;
  /** What kind of claim it makes, or how it lies. */
  tag: string;
  scene: ClaimScene;
  /** Said before it, so that "it" means something. */
  previous?: string;
}
