import { randomUUID } from 'node:crypto';
import type { InteractionRecord, InterestsEdit, InterestView, SequencedPart, TurnStart } from '../contract/index.ts';
import type { SessionMemory } from '../domain/session-memory.ts';
import { AppError } from '../errors.ts';
import type { Assistant } from '../turn/turn.ts';
import { codes } from './client-error.ts';
import { foldInteractions } from './fold-interactions.ts';
import type { LiveSession } from './live-session.ts';
import { LiveSessions } from './live-sessions.ts';
import type { Log } from './log.ts';
import { PartCursor } from './part-cursor.ts';
import { Places } from './places.ts';
import { runStoredTurn } from './run-stored-turn.ts';
import type { SessionBus, SessionMessage } from './session-bus.ts';
import { SessionLog } from './session-log.ts';
import { type SessionObserver, silentObserver } from './session-observer.ts';
import { type OpenedSession, type OpenRequest, openSession } from './session-opener.ts';
import type { Lease, SessionStore, StoredSession, StoredTurn } from './session-store.ts';
import { SessionUpkeep } from './session-upkeep.ts';

export type { OpenedSession } from './session-opener.ts';

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

/** Cards in a row when the client does not say. */
const defaultLimit = 12;
/** A turn that took the process down this often is ended instead of run. */
const maxCrashes = 3;
/** After the abort at shutdown: time for writes in progress. */
const settleMs = 1_000;

/** The heart both doors call: sessions, their order, and who hears of what. */
export class SessionHub {
  readonly #parts: Required<SessionHubParts>;
  readonly #options: SessionHubOptions;
  readonly #sessions = new LiveSessions();
  readonly #places: Places;
  readonly #upkeep: SessionUpkeep;
  #bus: SessionBus = { publish: () => undefined };
  #closing = false;

  constructor(parts: SessionHubParts) {
    this.#parts = { observer: silentObserver, now: Date.now, ...parts };
    this.#options = parts.options;
    this.#places = new Places(parts.options.concurrentTurns);
    this.#upkeep = new SessionUpkeep({
      ...this.#parts,
      ...parts.options,
      live: this.#sessions,
      lease: () => this.#lease(),
      enqueue: (turn) => this.#enqueue(turn),
    });
  }

  /** Runs the turns an earlier process left unfinished, and from now on those of nodes that died. Returns how many there were. */
  start(): Promise<number> {
    return this.#upkeep.start();
  }

  /** Several nodes: where to tell the others. What they tell comes in through `receive`. */
  connectBus(bus: SessionBus): void {
    this.#bus = bus;
  }

  receive(message: SessionMessage): void {
    const live = this.#sessions.find(message.sessionId);
    if (live === undefined) return;
    if (message.kind === 'cancel') live.cancel(message.turnId);
    else if (message.kind === 'turn') live.supersede(message.turnId);
    else for (const cursor of live.cursors) cursor.readUpTo(message.lastSeq);
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
    const live = this.#sessions.get(sessionId);
    const leave = () => {
      cursor.close();
      live.cursors.delete(cursor);
      this.#sessions.release(live);
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

  /** Resolves when the turn is durable; it then runs by itself. A turn the session has had before is accepted and not run again. */
  async startTurn(sessionId: string, turn: TurnStart): Promise<void> {
    this.#refuseWhenClosing();
    if (this.#places.waiting >= this.#options.waitingTurns) {
      throw new AppError(codes.busy, 'The shop is very busy right now. Please try again in a few seconds.');
    }
    const { store, now, observer } = this.#parts;
    const receivedAt = now();
    const { turnId, text, edit, limit = defaultLimit } = turn;
    const accept = async (live: LiveSession) => {
      const begun = { sessionId, turnId, request: { text, edit, limit }, startedAt: live.stampStart(now()) };
      if ((await store.beginTurn(begun, this.#lease())) === 'known') return;
      this.#enqueue({ ...begun, status: 'started', attempts: 1 });
      this.#bus.publish({ kind: 'turn', sessionId, turnId });
    };
    await durably(() => this.#sessions.intake(sessionId, accept));
    observer.turnAccepted(now() - receivedAt);
  }

  /** Nothing happens when the turn has ended already. */
  async cancelTurn(sessionId: string, turnId: string): Promise<void> {
    // In line behind the starts: a cancel right after its start must find it.
    await this.#sessions.intake(sessionId, async (live) => {
      if (!live.cancel(turnId)) this.#bus.publish({ kind: 'cancel', sessionId, turnId });
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
      .work(sessionId, async (live) => {
        live.foldQueued = false;
        const session = await this.#load(sessionId);
        await foldInteractions(session, this.#openLog(live, session), this.#parts);
      })
      .catch((error: unknown) => log.error({ error, sessionId }, 'interactions wait for the next turn'));
  }

  /**
   * Resolves when the change is durable, which is after a running turn. All tabs get an `interests` part; it carries the
   * newest turn's id, or a fresh one when the session has no turn yet.
   */
  async editInterests(sessionId: string, edit: InterestsEdit): Promise<void> {
    this.#refuseWhenClosing();
    await durably(() => this.#sessions.work(sessionId, (live) => this.#applyInterestsEdit(live, edit)));
  }

  figures(): { sessions: number; turns: number; waitingTurns: number } {
    const { size, turnIds } = this.#sessions;
    return { sessions: size, turns: turnIds.length, waitingTurns: this.#places.waiting };
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

  async #applyInterestsEdit(live: LiveSession, edit: InterestsEdit): Promise<void> {
    const { store, assistant, presentInterests } = this.#parts;
    for (;;) {
      const stored = await this.#load(live.id);
      const log = this.#openLog(live, stored);
      const session = await foldInteractions(stored, log, this.#parts);
      const value = await assistant.editInterests(session.memory, edit);
      const turnId = (await store.readTurns(live.id, 1))[0]?.turnId ?? randomUUID();
      const memory = { value, expectedVersion: session.version };
      const part = { type: 'interests' as const, profile: presentInterests(value) };
      if ((await log.append({ turnId, parts: [part], memory })) !== 'stale') return;
    }
  }

  #enqueue(turn: StoredTurn): void {
    const live = this.#sessions.get(turn.sessionId);
    const entry = { turnId: turn.turnId, startedAt: turn.startedAt, control: new AbortController() };
    live.addTurn(entry);
    if (turn.attempts > maxCrashes) {
      entry.control.abort(
        new AppError(codes.internal, 'This message could not be answered. Please put it differently.'),
      );
    }
    const context = {
      ...this.#parts,
      owner: this.#options.nodeId,
      turnTimeoutMs: this.#options.turnTimeoutMs,
      onWritten: (parts: SequencedPart[], writeMs: number) => this.#deliver(live, parts, writeMs),
    };
    const run = async () => {
      await this.#places.take();
      try {
        const result = await runStoredTurn(turn, entry.control, context);
        if (result === 'lost') for (const cursor of live.cursors) cursor.catchUp();
      } finally {
        this.#places.leave();
        live.removeTurn(entry);
      }
    };
    void this.#sessions.work(live.id, run).catch((error: unknown) => {
      const subject = { error, sessionId: live.id, turnId: turn.turnId };
      this.#parts.log.error(subject, 'a turn could not be stored and stays unfinished');
      // The clients come back by themselves, and by then the turn may have been taken up again.
      for (const cursor of [...live.cursors]) cursor.fail(error);
    });
  }

  #deliver(live: LiveSession, parts: SequencedPart[], writeMs: number): void {
    this.#parts.observer.partsWritten(parts, writeMs);
    for (const cursor of live.cursors) cursor.offer(parts);
    this.#bus.publish({ kind: 'parts', sessionId: live.id, lastSeq: parts.at(-1)?.seq ?? 0 });
  }

  #openLog(live: LiveSession, session: StoredSession): SessionLog {
    const { store, now } = this.#parts;
    const onWritten = (parts: SequencedPart[], writeMs: number) => this.#deliver(live, parts, writeMs);
    return new SessionLog({ store, sessionId: session.id, lastSeq: session.lastSeq, now, onWritten });
  }

  async #load(sessionId: string): Promise<StoredSession> {
    const session = await this.#parts.store.loadSession(sessionId);
    if (session === undefined) throw new AppError('unknown_session', 'This session is gone. Please reload the page.');
    return session;
  }

  #lease(): Lease {
    return { owner: this.#options.nodeId, until: this.#parts.now() + this.#options.leaseMs };
  }

  #refuseWhenClosing(): void {
    if (this.#closing)
      throw new AppError(codes.shuttingDown, 'The server is about to stop. Please try again in a moment.');
  }
}

/** A database fault is not the client's: what it asked for was not accepted and may be sent again. */
async function durably<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const message = 'The conversation could not be stored right now. Please try again in a moment.';
    throw new AppError(codes.unavailable, message, { cause });
  }
}
