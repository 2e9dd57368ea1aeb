import './zod-without-eval.ts';

import { io, type Socket } from 'socket.io-client';
import {
  type Card,
  type ClientToServerEvents,
  type Handshake,
  type InteractionRecord,
  type InterestsEdit,
  SessionReady,
  type StateEdit,
} from '../../server/contract/index.ts';
import { findCard } from '../state/find-card.ts';
import { emptyMarks, type MarkKind, type MarksEvent } from '../state/marks.ts';
import type { AppStore } from '../state/store.ts';
import { watchTurns } from '../state/watch-turns.ts';
import { createPartInbox } from './part-inbox.ts';
import type { SessionMemory } from './session-memory.ts';
import { createTurnOutbox, TurnAnswer } from './turn-outbox.ts';

const ACK_TIMEOUT_MS = 6_000;
/** Pause before trying again where socket.io itself gives up: a server that closed or refused the connection. */
const REFUSED_PAUSE_MS = 1_500;

/** What the server sends is unknown until it has been parsed. */
interface UntrustedEvents {
  'session:ready': (payload: unknown) => void;
  'turn:part': (payload: unknown) => void;
}

export interface Connection {
  send(request: { text: string } | { edit: StateEdit }): void;
  cancel(turnId: string): void;
  /** Sends what an earlier turn asked as a new turn, in its place. */
  retry(turnId: string): void;
  record(interaction: InteractionRecord): void;
  mark(kind: MarkKind, card: Card, turnId?: string): void;
  /** Changes marks that concern this page alone. */
  markHere(event: MarksEvent): void;
  editInterests(edit: InterestsEdit): void;
  startAfresh(): void;
  close(): void;
}

export interface ConnectionOptions {
  store: AppStore;
  memory: SessionMemory;
  locale: string;
  createId: () => string;
  now: () => number;
  /** Origin of the server; the page's own when left out. */
  url?: string;
}

export function createConnection({ store, memory, locale, createId, now, url }: ConnectionOptions): Connection {
  const handshake = (): Handshake => ({ session: memory.token(), lastSeq: store.get().conversation.lastSeq, locale });
  const socket: Socket<UntrustedEvents, ClientToServerEvents> = io(url ?? window.location.origin, {
    auth: (send) => send(handshake()),
    reconnectionDelay: 400,
    reconnectionDelayMax: 5_000,
  });
  let ready = false;
  let closed = false;
  let returning: ReturnType<typeof setTimeout> | undefined;
  const inbox = createPartInbox(store, now, () => socket.disconnect().connect());
  const outbox = createTurnOutbox({
    store,
    createId,
    now,
    isReady: () => ready,
    deliver: (turn) => socket.timeout(ACK_TIMEOUT_MS).emitWithAck('turn:start', turn),
  });

  const takeReady = (payload: unknown) => {
    const parsed = SessionReady.safeParse(payload);
    if (!parsed.success) return store.dispatch({ type: 'unreadable', at: now() });
    inbox.flush();
    const before = store.get().conversation.sessionId;
    memory.keepToken(parsed.data.session);
    if (!parsed.data.resumed && before !== parsed.data.sessionId) forgetMarks();
    store.dispatch({ type: 'ready', ready: parsed.data });
    ready = true;
    store.set({ connection: 'online' });
    outbox.resume();
  };
  const forgetMarks = () => {
    store.mark({ type: 'restored', marks: emptyMarks() });
    memory.keepMarks(store.get().marks);
  };
  const lose = () => {
    ready = false;
    store.set({ connection: navigator.onLine ? 'reconnecting' : 'offline' });
  };
  const goOffline = () => store.set({ connection: 'offline' });
  const comeBack = () => {
    if (!socket.connected) socket.connect();
    store.set({ connection: ready ? 'online' : 'reconnecting' });
  };

  store.mark({ type: 'restored', marks: memory.marks() });
  socket.on('session:ready', takeReady);
  socket.on('turn:part', (payload) => inbox.take(payload));
  const loseAndReturn = () => {
    lose();
    if (closed || socket.active) return;
    clearTimeout(returning);
    returning = setTimeout(() => socket.connect(), REFUSED_PAUSE_MS);
  };
  socket.on('connect_error', loseAndReturn);
  socket.on('disconnect', loseAndReturn);
  window.addEventListener('online', comeBack);
  window.addEventListener('offline', goOffline);

  const ask = async (send: () => Promise<unknown>): Promise<boolean> => {
    const answer = await send().catch(() => undefined);
    return TurnAnswer.safeParse(answer).data?.ok === true;
  };
  const sendInteraction = (interaction: InteractionRecord) =>
    ask(() => socket.timeout(ACK_TIMEOUT_MS).emitWithAck('interaction:record', interaction));

  // "Put the second one into my cart" is done by the server; the cart on the screen follows.
  const unwatch = watchTurns(store, ({ status, understanding }) => {
    if (status !== 'done' || understanding?.act !== 'cart-add') return;
    const card = findCard(store.get().conversation.turns, understanding.focus[0] ?? '');
    if (card) store.mark({ type: 'marked', kind: 'cart-add', card });
    memory.keepMarks(store.get().marks);
  });

  return {
    send: (request) => void outbox.send(request),
    async cancel(turnId) {
      const stopped = await ask(() => socket.timeout(ACK_TIMEOUT_MS).emitWithAck('turn:cancel', { turnId }));
      if (!stopped) store.set({ notice: 'cancel-failed' });
    },
    retry(turnId) {
      const { text, edit } = store.get().conversation.turns.find((turn) => turn.turnId === turnId) ?? {};
      store.dispatch({ type: 'turn-dropped', turnId });
      if (text !== undefined) outbox.send({ text });
      else if (edit !== undefined) outbox.send({ edit });
    },
    // A lost impression is no loss to the shopper: not worth a word.
    record: (interaction) => void sendInteraction(interaction),
    async mark(kind, card, turnId) {
      const before = store.get().marks;
      store.mark({ type: 'marked', kind, card });
      const kept = await sendInteraction({ kind, itemId: card.id, turnId, position: card.ordinal });
      if (!kept) {
        store.mark({ type: 'restored', marks: before });
        store.set({ notice: 'interaction-failed' });
      }
      memory.keepMarks(store.get().marks);
    },
    markHere(event) {
      store.mark(event);
      memory.keepMarks(store.get().marks);
    },
    async editInterests(edit) {
      const kept = await ask(() => socket.timeout(ACK_TIMEOUT_MS).emitWithAck('interests:edit', edit));
      if (!kept) store.set({ notice: 'interaction-failed' });
    },
    startAfresh() {
      memory.forget();
      inbox.flush();
      store.dispatch({ type: 'started-afresh' });
      store.mark({ type: 'restored', marks: memory.marks() });
      socket.disconnect().connect();
    },
    close() {
      closed = true;
      unwatch();
      clearTimeout(returning);
      window.removeEventListener('online', comeBack);
      window.removeEventListener('offline', goOffline);
      inbox.close();
      socket.disconnect();
    },
  };
}
