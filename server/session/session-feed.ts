import type { SequencedPart } from '../contract/index.ts';
import type { LiveSession } from './live-session.ts';
import type { LiveSessions } from './live-sessions.ts';
import type { Log } from './log.ts';
import { PartCursor } from './part-cursor.ts';
import type { SessionBus, SessionMessage } from './session-bus.ts';
import { SessionLog } from './session-log.ts';
import type { SessionObserver } from './session-observer.ts';
import type { SessionStore, StoredSession } from './session-store.ts';

export interface SessionFeedParts {
  store: SessionStore;
  live: LiveSessions;
  log: Log;
  observer: SessionObserver;
  now: () => number;
}

/** Who hears of what: the receivers of this process, and the other nodes. */
export class SessionFeed {
  readonly #parts: SessionFeedParts;
  #bus: SessionBus = { publish: () => undefined };

  constructor(parts: SessionFeedParts) {
    this.#parts = parts;
  }

  connectBus(bus: SessionBus): void {
    this.#bus = bus;
  }

  publish(message: SessionMessage): void {
    this.#bus.publish(message);
  }

  /** What another node tells. */
  receive(message: SessionMessage): void {
    const live = this.#parts.live.find(message.sessionId);
    if (live === undefined) return;
    if (message.kind === 'cancel') live.cancel(message.turnId);
    else if (message.kind === 'turn') live.supersede(message.turnId);
    else for (const cursor of live.cursors) cursor.readUpTo(message.lastSeq);
  }

  /** Sends every part above `after`, in order, once, until the returned function is called or `onFault` is. */
  subscribe(
    sessionId: string,
    after: number,
    send: (part: SequencedPart) => void,
    onFault: (error: unknown) => void,
  ): () => void {
    const live = this.#parts.live.get(sessionId);
    const leave = () => {
      cursor.close();
      live.cursors.delete(cursor);
      this.#parts.live.release(live);
    };
    const cursor: PartCursor = new PartCursor({
      after,
      read: (afterSeq, limit) => this.#parts.store.readParts(sessionId, afterSeq, limit),
      send,
      onFault: (error) => {
        this.#parts.log.error({ error, sessionId }, 'the log of a session could not be sent on');
        leave();
        onFault(error);
      },
    });
    live.cursors.add(cursor);
    cursor.catchUp();
    return leave;
  }

  /** To be called with parts that are durable. */
  deliver(live: LiveSession, parts: SequencedPart[], writeMs: number): void {
    this.#parts.observer.partsWritten(parts, writeMs);
    for (const cursor of live.cursors) cursor.offer(parts);
    this.#bus.publish({ kind: 'parts', sessionId: live.id, lastSeq: parts.at(-1)?.seq ?? 0 });
  }

  /** The end of the session's log; what is written there is delivered. */
  openLog(live: LiveSession, session: StoredSession): SessionLog {
    const { store, now } = this.#parts;
    const onWritten = (parts: SequencedPart[], writeMs: number) => this.deliver(live, parts, writeMs);
    return new SessionLog({ store, sessionId: session.id, lastSeq: session.lastSeq, now, onWritten });
  }
}
