import type { SequencedPart, Timings } from '../contract/index.ts';

/** Told what happens, for figures; must not throw. */
export interface SessionObserver {
  turnAccepted(ackMs: number): void;
  /** `outcome` is `done` or the error's code. */
  turnEnded(outcome: string, timings: Timings, degraded: readonly string[]): void;
  partsWritten(parts: readonly SequencedPart[], writeMs: number): void;
  socketOpened(): void;
  socketClosed(): void;
}

export const silentObserver: SessionObserver = {
  turnAccepted: () => undefined,
  turnEnded: () => undefined,
  partsWritten: () => undefined,
  socketOpened: () => undefined,
  socketClosed: () => undefined,
};
