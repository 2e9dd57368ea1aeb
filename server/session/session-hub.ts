import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  InteractionRecord,
  InterestsEdit,
  InterestView,
  SequencedPart,
  SessionReady,
  TurnStart,
} from '../contract/index.ts';
import { emptyMemory, type SessionMemory } from '../domain/session-memory.ts';
import { AppError } from '../errors.ts';
import type { Assistant } from '../turn/turn.ts';
import { codes } from './client-error.ts';
import { foldInteractions } from './fold-interactions.ts';
import { LiveSession } from './live-session.ts';
import type { Log } from './log.ts';
import { PartCursor } from './part-cursor.ts';
import { Places } from './places.ts';
import { parseLocale, presentReady } from './present-ready.ts';
import { runStoredTurn } from './run-stored-turn.ts';
import type { SessionBus, SessionMessage } from './session-bus.ts';
import { SessionLog } from './session-log.ts';
import { type SessionObserver, silentObserver } from './session-observer.ts';
import type { SessionStore, StoredSession, StoredTurn } from './session-store.ts';
import { readSessionToken, signSessionToken } from './session-token.ts';

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

export interface OpenedSession {
  sessionId: string;
  ready: SessionReady;
  /** Where this receiver's parts begin: behind what it has, or at the end. */
  after: number;
}

/** Cards in a row when the client does not say. */
const defaultLimit = 12;
/** A turn that took the process down this often is ended instead of run. */
const maxCrashes = 3;
const summarisedTurns = 200;
const pruneEveryMs = 3_600_000;
/** After the abort at shutdown: time for writes in progress. */
const settleMs = 1_000;

/** The heart both doors call: sessions, their order, and who hears of what. */
export class SessionHub {
  readonly #parts: Required<SessionHubParts>;
  readonly #options: SessionHubOptions;
  readonly #sessions = new Map<string, LiveSession>();
  readonly #places: Places;
  readonly #timers: NodeJS.Timeout[] = [];
  #bus: SessionBus = { publish: () => undefined };
  #closing = false;

  constructor(parts: SessionHubParts) {
    this.#parts = { observer: silentObserver, now: Date.now, ...parts };
    this.#options = parts.options;
    this.#places = new Places(parts.options.concurrentTurns);
  }

  /** Runs the turns an earlier process left unfinished, and from now on those of nodes that died. Returns how many there were. */
  async start(): Promise<number> {
    const { leaseMs, retentionMs } = this.#options;
    const found = await this.#claim(true);
    this.#every(leaseMs / 3, () => this.#extendLeases());
    this.#every(leaseMs, () => this.#claim(false));
    if (retentionMs > 0) this.#every(pruneEveryMs, () => this.#prune());
    return found;
  }

  /** Several nodes: where to tell the others. What they tell comes in through `receive`. */
  connectBus(bus: SessionBus): void {
    this.#bus = bus;
  }

  receive(message: SessionMessage): void {
    const live = this.#sessions.get(message.sessionId);
    if (live === undefined) return;
    if (message.kind === 'cancel') live.cancel(message.turnId);
    else if (message.kind === 'turn') live.supersede(message.turnId);
    else for (const cursor of live.cursors) cursor.readUpTo(message.lastSeq);
  }

  /** Resumes the session of a good token; anything else gives a fresh one. `lastSeq`: the newest part the client has. */
  async open(request: { token?: unknown; lastSeq?: number; locale?: string }): Promise<OpenedSession> {
    this.#refuseWhenClosing();
    return this.#durable(async () => {
      const locale = parseLocale(request.locale);
      const known = await this.#resume(request.token, locale);
      const session = known ?? (await this.#create(locale ?? this.#options.defaultLocale));
      const turns = known ? await this.#parts.store.readTurns(session.id, summarisedTurns) : [];
      const token = signSessionToken(this.#options.secrets, session.id, this.#parts.now());
      const catalog = this.#parts.assistant.catalog();
      const ready = presentReady({ session, turns, token, resumed: known !== undefined, catalog });
      const after = known ? Math.min(request.lastSeq ?? session.lastSeq, session.lastSeq) : 0;
      return { sessionId: session.id, ready, after };
    });
  }

  /** Sends every part above `after`, in order, once, until the returned function is called or `onFault` is. */
  subscribe(
    sessionId: string,
    after: number,
    send: (part: SequencedPart) => void,
    onFault: (error: unknown) => void,
  ): () => void {
    const live = this.#live(sessionId);
    const leave = () => {
      cursor.close();
      live.cursors.delete(cursor);
      this.#release(live);
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
    const live = this.#live(sessionId);
    const receivedAt = now();
    const { turnId, text, edit, limit = defaultLimit } = turn;
    const accept = async () => {
      const begun = { sessionId, turnId, request: { text, edit, limit }, startedAt: live.stampStart(now()) };
      if ((await store.beginTurn(begun, this.#lease())) === 'known') return;
      this.#enqueue({ ...begun, status: 'started', attempts: 1 });
      this.#bus.publish({ kind: 'turn', sessionId, turnId });
    };
    await this.#durable(() => this.#intake(live, accept));
    observer.turnAccepted(now() - receivedAt);
  }

  /** Nothing happens when the turn has ended already. */
  async cancelTurn(sessionId: string, turnId: string): Promise<void> {
    // In line behind the starts: a cancel right after its start must find it.
    await this.#intake(this.#live(sessionId), async () => {
      if (!this.#live(sessionId).cancel(turnId)) this.#bus.publish({ kind: 'cancel', sessionId, turnId });
    });
  }

  /** Resolves when it is durable; the memory takes it in behind whatever the session is doing. */
  async recordInteraction(sessionId: string, interaction: InteractionRecord): Promise<void> {
    this.#refuseWhenClosing();
    const { store, now, log } = this.#parts;
    const record = () => store.recordInteraction(sessionId, interaction, now());
    await this.#durable(() => this.#intake(this.#live(sessionId), record));
    const live = this.#live(sessionId);
    // One pass takes in all that came meanwhile: impressions come a row at a time.
    if (live.foldQueued || this.#closing) return;
    live.foldQueued = true;
    void this.#work(live, async () => {
      live.foldQueued = false;
      const session = await this.#load(sessionId);
      await foldInteractions(session, this.#openLog(live, session), this.#parts);
    }).catch((error: unknown) => log.error({ error, sessionId }, 'interactions wait for the next turn'));
  }

  /**
   * Resolves when the change is durable, which is after a running turn. All tabs get an `interests` part; it carries the
   * newest turn's id, or a fresh one when the session has no turn yet.
   */
  async editInterests(sessionId: string, edit: InterestsEdit): Promise<void> {
    this.#refuseWhenClosing();
    const live = this.#live(sessionId);
    await this.#durable(() => this.#work(live, () => this.#applyInterestsEdit(live, edit)));
  }

  figures(): { sessions: number; turns: number; waitingTurns: number } {
    const turns = [...this.#sessions.values()].reduce((sum, live) => sum + live.turns.length, 0);
    return { sessions: this.#sessions.size, turns, waitingTurns: this.#places.waiting };
  }

  /** Takes nothing new, lets running turns end for at most `limitMs`, and leaves the others to the next process. */
  async close(limitMs: number): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers) clearInterval(timer);
    await this.#settled(limitMs);
    const reason = new AppError(codes.shuttingDown, 'The server stops.');
    for (const live of this.#sessions.values()) for (const turn of live.turns) turn.control.abort(reason);
    await this.#settled(settleMs);
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

  async #resume(token: unknown, locale: string | undefined): Promise<StoredSession | undefined> {
    if (token === undefined || token === null || token === '') return undefined;
    const { store, log } = this.#parts;
    const reading = readSessionToken(this.#options.secrets, token);
    if (!reading.ok) {
      log.warn({ reason: reading.reason }, 'a session token was not accepted; the client gets a fresh session');
      return undefined;
    }
    const session = await store.loadSession(reading.sessionId);
    if (session === undefined) {
      log.warn(
        { sessionId: reading.sessionId },
        'the session of a good token is gone; the client gets a fresh session',
      );
      return undefined;
    }
    if (locale === undefined || locale === session.locale) return session;
    await store.setLocale(session.id, locale);
    return { ...session, locale };
  }

  async #create(locale: string): Promise<StoredSession> {
    const session = { id: randomUUID(), locale, createdAt: this.#parts.now(), memory: emptyMemory() };
    await this.#parts.store.createSession(session);
    return { ...session, lastSeq: 0, version: 0 };
  }

  #enqueue(turn: StoredTurn): void {
    const live = this.#live(turn.sessionId);
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
    void this.#work(live, async () => {
      await this.#places.take();
      try {
        const result = await runStoredTurn(turn, entry.control, context);
        if (result === 'lost') for (const cursor of live.cursors) cursor.catchUp();
      } finally {
        this.#places.leave();
        live.removeTurn(entry);
      }
    }).catch((error: unknown) => {
      this.#parts.log.error(
        { error, sessionId: live.id, turnId: turn.turnId },
        'a turn could not be stored and stays unfinished',
      );
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

  #live(sessionId: string): LiveSession {
    const known = this.#sessions.get(sessionId);
    if (known !== undefined) return known;
    const live = new LiveSession(sessionId);
    this.#sessions.set(sessionId, live);
    return live;
  }

  #release(live: LiveSession): void {
    if (live.idle) this.#sessions.delete(live.id);
  }

  async #intake<Result>(live: LiveSession, job: () => Promise<Result>): Promise<Result> {
    try {
      return await live.intake.add(job);
    } finally {
      this.#release(live);
    }
  }

  async #work<Result>(live: LiveSession, job: () => Promise<Result>): Promise<Result> {
    try {
      return await live.work.add(job);
    } finally {
      this.#release(live);
    }
  }

  async #claim(includeOwn: boolean): Promise<number> {
    const { store, log, now } = this.#parts;
    const claimed = await store.claimTurns(this.#lease(), now(), includeOwn);
    const unfinished = claimed.filter(
      ({ sessionId, turnId }) => !this.#sessions.get(sessionId)?.turns.some((turn) => turn.turnId === turnId),
    );
    for (const turn of unfinished) this.#enqueue(turn);
    if (unfinished.length > 0) log.warn({ turns: unfinished.length }, 'unfinished turns are run again');
    return unfinished.length;
  }

  async #extendLeases(): Promise<void> {
    const turnIds = [...this.#sessions.values()].flatMap((live) => live.turns.map((turn) => turn.turnId));
    if (turnIds.length > 0) await this.#parts.store.extendLeases(this.#lease(), turnIds);
  }

  async #prune(): Promise<void> {
    const { store, now, log } = this.#parts;
    const sessions = await store.prune(now() - this.#options.retentionMs);
    if (sessions > 0) log.info({ sessions }, 'old sessions were deleted');
  }

  #lease(): { owner: string; until: number } {
    return { owner: this.#options.nodeId, until: this.#parts.now() + this.#options.leaseMs };
  }

  #every(intervalMs: number, job: () => Promise<unknown>): void {
    const onError = (error: unknown) =>
      this.#parts.log.warn({ error }, 'upkeep of the sessions failed and is tried again');
    const timer = setInterval(() => void job().catch(onError), intervalMs);
    this.#timers.push(timer.unref());
  }

  async #settled(limitMs: number): Promise<void> {
    const idle = [...this.#sessions.values()].map((live) => live.work.add(async () => undefined));
    const stop = new AbortController();
    await Promise.race([Promise.all(idle), sleep(limitMs, undefined, { signal: stop.signal }).catch(() => undefined)]);
    stop.abort();
  }

  #refuseWhenClosing(): void {
    if (this.#closing)
      throw new AppError(codes.shuttingDown, 'The server is about to stop. Please try again in a moment.');
  }

  /** A database fault is not the client's: what it asked for was not accepted and may be sent again. */
  async #durable<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      const message = 'The conversation could not be stored right now. Please try again in a moment.';
      throw new AppError(codes.unavailable, message, { cause });
    }
  }
}
