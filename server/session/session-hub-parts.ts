import type { InterestView } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import type { Assistant } from '../turn/turn.ts';
import type { Log } from './log.ts';
import type { SessionObserver } from './session-observer.ts';
import type { SessionStore } from './session-store.ts';

export interface SessionHubOptions {
  /**
   * This process's name among the nodes of one database, the same after a restart: turns it left behind run again at once.
   * Two processes must not share it. Turns of other nodes are taken over when their lease runs out.
   */
  nodeId: string;
  turnTimeoutMs: number;
  leaseMs: number;
  /** Turns at work at once, and how many more may wait for a place before `busy` is the answer. */
  concurrentTurns: number;
  waitingTurns: number;
  /** Sessions without activity for longer are deleted; 0 keeps them for ever. */
  retentionMs: number;
  defaultLocale: string;
  /** The first signs, all are accepted. */
  secrets: readonly string[];
}

export interface SessionHubParts {
  store: SessionStore;
  assistant: Assistant;
  presentInterests: (memory: SessionMemory) => InterestView;
  log: Log;
  options: SessionHubOptions;
  observer?: SessionObserver;
  now?: () => number;
}
