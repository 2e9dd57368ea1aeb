import { type DialogueState, emptyDialogue } from './dialogue-state.ts';
import { emptyInterests, type InterestProfile } from './interest-profile.ts';

/** All of a session that a turn reads and may change. Plain JSON, stored with the turn that changed it. */
export interface SessionMemory {
  dialogue: DialogueState;
  interests: InterestProfile;
  /** Item ids in the cart with their quantity. */
  cart: Record<string, number>;
}

export const emptyMemory = (): SessionMemory => ({ dialogue: emptyDialogue(), interests: emptyInterests(), cart: {} });
