import type { InteractionRecord, InterestsEdit, SequencedPart, TurnStart } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { codes } from './client-error.ts';
import { durably } from './durably.ts';
import type { LiveSession } from './live-session.ts';
import { LiveSessions } from './live-sessions.ts';
import { MemoryChanges } from './memory-changes.ts';
import type { SessionBus, SessionMessage } from './session-bus.ts';
import { SessionFeed } from './session-feed.ts';
import type { SessionHubOptions, SessionHubParts } from './session-hub-parts.ts';
import { silentObserver } from './session-observer.ts';
import { type OpenedSession, type OpenRequest, openSession } from './session-opener.ts';
import type { Lease } from './session-store.ts';
import { SessionUpkeep } from './session-upkeep.ts';
import { TurnRunner } from './turn-runner.ts';

export type { SessionHubOptions, SessionHubParts } from './session-hub-parts.ts';
export type { OpenedSession } from './session-opener.ts';

/** Cards in a row when the client does not say. */
const defaultLimit = 12;
/** After the abort at shutdown: time for writes in progress. */
const settleMs = 1_000;

/** The heart both doors call: sessions, their order, and who hears of what. */
export class SessionHub {
  readonly #parts: Required<SessionHubParts>;
  readonly #options: SessionHubOptions;
  readonly #sessions = new LiveSessions();
  readonly #feed: SessionFeed;
  readonly #runner: TurnRunner;
  readonly #changes: MemoryChanges;
  readonly #upkeep: SessionUpkeep;
  #closing = false;

  constructor(parts: SessionHubParts) {
    this.#parts = { observer: silentObserver, now: Date.now, ...parts };
    this.#options = parts.options;
    this.#feed = new SessionFeed({ ...this.#parts, live: this.#sessions });
    this.#runner = new TurnRunner({ ...this.#parts, live: this.#sessions, feed: this.#feed });
    this.#changes = new MemoryChanges({ ...this.#parts, feed: this.#feed });
    this.#upkeep = new SessionUpkeep({
      ...this.#parts,
      ...parts.options,
      live: this.#sessions,
      lease: () => this.#lease(),
      enqueue: (turn) => this.#runner.enqueue(turn),
    });
  }

  /** Runs the turns an earlier process left unfinished, and from now on those of nodes that died. Returns how many there were. */
  start(): Promise<number> {
    return this.#upkeep.start();
  }

  /** Several nodes: where to tell the others. What they tell comes in through `receive`. */
  connectBus(bus: SessionBus): void {
    this.#feed.connectBus(bus);
  }

  receive(message: SessionMessage): void {
    this.#feed.receive(message);
  }

  /** Resumes the session of a good token; anything else gives a fresh one. */
  async open(request: OpenRequest): Promise<OpenedSession> {
    this.#refuseWhenClosing();
    return durably(() => openSession(request, { ...this.#parts, ...this.#options }));
  }

  /** Sends every part above `after`, in order, once, until the returned function is called or `onFault` is. */
  subscribe(
    sessionId: string,
    after: number,
    send: (part: SequencedPart) => void,
    onFault: (error: unknown) => void,
  ): () => void {
    return this.#feed.subscribe(sessionId, after, send, onFault);
  }

  /** Resolves when the turn is durable; it then runs by itself. A turn the session has had before is accepted and not run again. */
  async startTurn(sessionId: string, turn: TurnStart): Promise<void> {
    this.#refuseWhenClosing();
    if (this.#runner.waiting >= this.#options.waitingTurns) {
      throw new AppError(codes.busy, 'The shop is very busy right now. Please try again in a few seconds.');
    }
    const { store, now, observer } = this.#parts;
    const receivedAt = now();
    const { turnId, text, edit, limit = defaultLimit } = turn;
    const accept = async (live: LiveSession) => {
      const begun = { sessionId, turnId, request: { text, edit, limit }, startedAt: live.stampStart(now()) };
      if ((await store.beginTurn(begun, this.#lease())) === 'known') return;
      this.#runner.enqueue({ ...begun, status: 'started', attempts: 1 });
      this.#feed.publish({ kind: 'turn', sessionId, turnId });
    };
    await durably(() => this.#sessions.intake(sessionId, accept));
    observer.turnAccepted(now() - receivedAt);
  }

  /** Nothing happens when the turn has ended already. */
  async cancelTurn(sessionId: string, turnId: string): Promise<void> {
    // In line behind the starts: a cancel right after its start must find it.
    await this.#sessions.intake(sessionId, async (live) => {
      if (!live.cancel(turnId)) this.#feed.publish({ kind: 'cancel', sessionId, turnId });
    });
  }

  /** Resolves when it is durable; the memory takes it in behind whatever the session is doing. */
  async recordInteraction(sessionId: string, interaction: InteractionRecord): Promise<void> {
    this.#refuseWhenClosing();
    const { store, now, log } = this.#parts;
    const record = () => store.recordInteraction(sessionId, interaction, now());
    await durably(() => this.#sessions.intake(sessionId, record));
    // One pass takes in all that came meanwhile: impressions come a row at a time.
    if (this.#closing || this.#sessions.find(sessionId)?.foldQueued) return;
    this.#sessions.get(sessionId).foldQueued = true;
    void this.#sessions
      .work(sessionId, (live) => this.#changes.fold(live))
      .catch((error: unknown) => log.error({ error, sessionId }, 'interactions wait for the next turn'));
  }

  /**
   * Resolves when the change is durable, which is after a running turn. All tabs get an `interests` part; it carries the
   * newest turn's id, or a fresh one when the session has no turn yet.
   */
  async editInterests(sessionId: string, edit: InterestsEdit): Promise<void> {
    this.#refuseWhenClosing();
    await durably(() => this.#sessions.work(sessionId, (live) => this.#changes.editInterests(live, edit)));
  }

  figures(): { sessions: number; turns: number; waitingTurns: number } {
    const { size, turnIds } = this.#sessions;
    return { sessions: size, turns: turnIds.length, waitingTurns: this.#runner.waiting };
  }

  /** Takes nothing new, lets running turns end for at most `limitMs`, and leaves the others to the next process. */
  async close(limitMs: number): Promise<void> {
    this.#closing = true;
    this.#upkeep.stop();
    await this.#sessions.settled(limitMs);
    this.#sessions.abortTurns(new AppError(codes.shuttingDown, 'The server stops.'));
    await this.#sessions.settled(settleMs);
    await this.#parts.store.releaseLeases(this.#options.nodeId);
  }

  #lease(): Lease {
    return { owner: this.#options.nodeId, until: this.#parts.now() + this.#options.leaseMs };
  }

  #refuseWhenClosing(): void {
    if (this.#closing)
      throw new AppError(codes.shuttingDown, 'The server is about to stop. Please try again in a moment.');
  }
}
