import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import express from 'express';
import { Server } from 'socket.io';
import {
  Handshake,
  InteractionRecord,
  InterestsEdit,
  type InterestView,
  type SessionReady,
  TurnCancel,
  TurnStart,
} from '../../server/contract/index.ts';
import { type FakeState, scriptEdit, scriptText } from './fake-turns.ts';

interface FakeSession {
  id: string;
  log: { turnId: string; seq: number; part: unknown }[];
  turns: SessionReady['state']['turns'];
  state: FakeState;
  cancelled: Set<string>;
  likes: InterestView['likes'];
}

export interface FakeServer {
  url: string;
  interactions: InteractionRecord[];
  turnStarts: TurnStart[];
  /** Milliseconds between two parts; a text with "slow" takes twenty times as long. */
  pace: { partMs: number };
  /** Messages to lose without a word, to see that a turn is sent again. */
  lose: { turns: number };
  /** Cuts every connection and refuses new ones until `resume`. */
  interrupt(): void;
  resume(): void;
  forgetSessions(): void;
  /** Gives every session so many earlier turns, `apartMs` between two. */
  preload(turns: number, apartMs?: number): void;
  close(): Promise<void>;
}

/** As strict as a shop may be: no `eval`, nothing from elsewhere. What breaks it is a fault on the console. */
const STRICT_POLICY =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws:";

/** A server that keeps the contract over scripted turns, for tests of the page alone. */
export async function startFakeServer(clientDir: string): Promise<FakeServer> {
  const app = express()
    .use((_request, response, next) => {
      response.set('Content-Security-Policy', STRICT_POLICY);
      response.set('Access-Control-Allow-Origin', '*');
      next();
    })
    .use(express.static(clientDir));
  const http = createServer(app);
  const io = new Server(http, { cors: { origin: '*' } });
  const sessions = new Map<string, FakeSession>();
  const interactions: InteractionRecord[] = [];
  const turnStarts: TurnStart[] = [];
  const pace = { partMs: 15 };
  const lose = { turns: 0 };
  let interrupted = false;

  io.use((_socket, next) => (interrupted ? next(new Error('interrupted')) : next()));
  io.on('connection', (socket) => {
    const { session: token, lastSeq = 0 } = Handshake.parse(socket.handshake.auth);
    const known = token === undefined ? undefined : sessions.get(token);
    const session = known ?? createSession();
    sessions.set(session.id, session);
    socket.join(session.id);
    socket.emit('session:ready', readyOf(session, known !== undefined));
    for (const entry of session.log) if (entry.seq > lastSeq) socket.emit('turn:part', entry);

    socket.on('turn:start', (payload: unknown, ack: (answer: unknown) => void) => {
      const parsed = TurnStart.safeParse(payload);
      if (!parsed.success)
        return ack({ ok: false, error: { code: 'bad-turn', message: 'This message cannot be read.' } });
      if (parsed.data.text?.includes('refuse')) {
        return ack({ ok: false, error: { code: 'busy', message: 'Too many at once. Wait a little.' } });
      }
      turnStarts.push(parsed.data);
      if (lose.turns > 0) {
        lose.turns--;
        return;
      }
      ack({ ok: true, turnId: parsed.data.turnId });
      if (!session.turns.some(({ turnId }) => turnId === parsed.data.turnId)) void play(session, parsed.data);
    });
    socket.on('turn:cancel', (payload: unknown, ack: (answer: unknown) => void) => {
      session.cancelled.add(TurnCancel.parse(payload).turnId);
      ack({ ok: true });
    });
    socket.on('interaction:record', (payload: unknown, ack: (answer: unknown) => void) => {
      interactions.push(InteractionRecord.parse(payload));
      ack({ ok: true });
    });
    socket.on('interests:edit', (payload: unknown, ack: (answer: unknown) => void) => {
      const edit = InterestsEdit.parse(payload);
      const isMeant = (like: FakeSession['likes'][number], of: { value: string }) => like.value === of.value;
      if ('pin' in edit)
        session.likes = session.likes.map((like) => (isMeant(like, edit.pin) ? { ...like, pinned: true } : like));
      else session.likes = session.likes.filter((like) => edit.forget !== 'all' && !isMeant(like, edit.forget));
      emit(session, '', { type: 'interests', profile: { likes: session.likes } });
      ack({ ok: true });
    });
  });

  async function play(session: FakeSession, turn: TurnStart): Promise<void> {
    session.turns.push({ turnId: turn.turnId, text: turn.text, edit: turn.edit, startedAt: Date.now() });
    const limit = turn.limit ?? 12;
    const script =
      turn.edit === undefined
        ? scriptText(turn.text ?? '', session.state, limit)
        : scriptEdit(turn.edit, session.state, limit);
    const partMs = turn.text?.includes('slow') ? pace.partMs * 20 : pace.partMs;
    for (const part of script.parts) {
      await wait(partMs);
      if (session.cancelled.has(turn.turnId)) {
        return emit(session, turn.turnId, { type: 'error', code: 'cancelled', message: 'Stopped.' });
      }
      emit(session, turn.turnId, part);
    }
    session.state = script.state;
    if (session.turns.length === 1) emit(session, '', { type: 'interests', profile: { likes: session.likes } });
  }

  function emit(session: FakeSession, turnId: string, part: unknown): void {
    const entry = { turnId, seq: session.log.length + 1, part };
    session.log.push(entry);
    io.to(session.id).emit('turn:part', entry);
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    interactions,
    turnStarts,
    pace,
    lose,
    interrupt() {
      interrupted = true;
      for (const socket of io.of('/').sockets.values()) socket.conn.close();
    },
    resume() {
      interrupted = false;
    },
    forgetSessions: () => sessions.clear(),
    preload(turns, apartMs = 60_000) {
      for (const session of sessions.values()) {
        for (let number = 1; number <= turns; number++) {
          const turnId = randomUUID();
          const text = `turn ${number}`;
          session.turns.push({ turnId, text, startedAt: Date.now() - (turns - number) * apartMs });
          const { parts } = scriptText(text, { constraints: [], history: [] }, 12);
          for (const part of parts) session.log.push({ turnId, seq: session.log.length + 1, part });
        }
      }
    },
    close: async () => {
      await io.close();
    },
  };
}

const createSession = (): FakeSession => ({
  id: randomUUID(),
  log: [],
  turns: [],
  state: { constraints: [], history: [] },
  cancelled: new Set(),
  likes: ['blue', 'green'].map((value) => ({
    facet: 'colour',
    value,
    weight: 1,
    pinned: false,
    because: 'you liked two of them',
  })),
});

const readyOf = (session: FakeSession, resumed: boolean): SessionReady => ({
  session: session.id,
  sessionId: session.id,
  resumed,
  lastSeq: session.log.length,
  state: {
    constraints: session.state.constraints,
    turns: session.turns,
    canUndo: session.state.history.length > 0,
  },
  catalog: { name: 'Corner Store', items: 19_406, currency: 'USD' },
});
