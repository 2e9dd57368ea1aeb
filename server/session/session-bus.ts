/** What one node tells the others about a session. Parts themselves are read from the store: the message stays small. */
export type SessionMessage =
  | { kind: 'parts'; sessionId: string; lastSeq: number }
  | { kind: 'turn'; sessionId: string; turnId: string }
  | { kind: 'cancel'; sessionId: string; turnId: string };

/** To all other nodes. A lost message costs a delay, never a part: receivers read the log up to the newest `seq` they hear of. */
export interface SessionBus {
  publish(message: SessionMessage): void;
}
