import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Pool } from 'pg';
import { Server, type Socket } from 'socket.io';
import {
  InteractionRecord,
  InterestsEdit,
  type ServerToClientEvents,
  TurnCancel,
  TurnStart,
} from '../contract/index.ts';
import { isAllowedOrigin, readClientAddress } from '../session/client-address.ts';
import { codes } from '../session/client-error.ts';
import type { Log } from '../session/log.ts';
import type { DoorLimits } from '../session/rate-limit.ts';
import type { OpenedSession, SessionHub } from '../session/session-hub.ts';
import { type SessionObserver, silentObserver } from '../session/session-observer.ts';
import { connectCluster } from './connect-cluster.ts';
import { parseHandshake } from './parse-handshake.ts';
import { type Answer, createRequestHandler } from './request-handler.ts';

/** What clients send is `unknown` until zod has seen it. */
export type UntrustedEvents = Record<string, (...args: unknown[]) => void>;
export type SocketServer = Server<UntrustedEvents, ServerToClientEvents, UntrustedEvents, SocketData>;
type DoorSocket = Socket<UntrustedEvents, ServerToClientEvents, UntrustedEvents, SocketData>;

interface SocketData {
  opened: OpenedSession;
}

export interface SocketDoorParts {
  hub: SessionHub;
  httpServer: HttpServer;
  limits: DoorLimits;
  options: {
    /** Web origins besides the own one; `*` for all. */
    allowedOrigins: readonly string[];
    /** Number of proxies in front whose forwarded address is believed. */
    trustProxy: number;
  };
  log: Log;
  observer?: SessionObserver;
  /** Several nodes: the PostgreSQL they share. */
  cluster?: Pool;
}

export interface SocketDoor {
  io: SocketServer;
  /** Disconnects every client and closes the HTTP server with it. */
  close(): Promise<void>;
}

/** Above any message of the contract; a larger one closes the connection, and the client comes back with its `lastSeq`. */
const maxMessageBytes = 100_000;

export async function createSocketDoor(parts: SocketDoorParts): Promise<SocketDoor> {
  const { hub, httpServer, options, log, cluster } = parts;
  const isAllowed = ({ headers }: IncomingMessage) =>
    isAllowedOrigin(headers.origin, headers.host, options.allowedOrigins);
  const io: SocketServer = new Server(httpServer, {
    serveClient: false,
    maxHttpBufferSize: maxMessageBytes,
    // A plain web socket is not subject to CORS: the origin is checked for every transport.
    allowRequest: (request, allow) => allow(null, isAllowed(request)),
    cors: { origin: options.allowedOrigins.includes('*') ? '*' : [...options.allowedOrigins] },
  });
  if (cluster) await connectCluster(io, hub, cluster, log);
  io.engine.on('connection_error', (error: { code: number; message: string }) => {
    log.info({ code: error.code, reason: error.message }, 'a connection was refused');
  });
  io.use((socket, next) => {
    openSession(socket, parts).then(
      () => next(),
      (error: unknown) => next(presentRefusal(createRequestHandler(log, socket.id).refuse(error))),
    );
  });
  io.on('connection', (socket) => serve(socket, parts));
  return { io, close: () => io.close() };
}

async function openSession(socket: DoorSocket, { hub, limits, options }: SocketDoorParts): Promise<void> {
  await limits.connectionsOfAddress(addressOf(socket, options.trustProxy));
  const { session, lastSeq, locale } = parseHandshake(socket.handshake.auth);
  socket.data.opened = await hub.open({ token: session, lastSeq, locale });
}

function serve(socket: DoorSocket, parts: SocketDoorParts): void {
  const { hub, limits, options, log, observer = silentObserver } = parts;
  const { sessionId, ready, after } = socket.data.opened;
  const handler = createRequestHandler(log, sessionId);
  const address = addressOf(socket, options.trustProxy);

  const startTurn = async (turn: TurnStart) => {
    await limits.turnsOfAddress(address);
    await limits.turnsOfSession(sessionId);
    await hub.startTurn(sessionId, turn);
    return { turnId: turn.turnId };
  };
  const cancelTurn = async ({ turnId }: TurnCancel) => {
    await hub.cancelTurn(sessionId, turnId);
    return {};
  };
  const recordInteraction = async (interaction: InteractionRecord) => {
    await limits.interactionsOfSession(sessionId);
    await hub.recordInteraction(sessionId, interaction);
    return {};
  };
  const editInterests = async (edit: InterestsEdit) => {
    await limits.interactionsOfSession(sessionId);
    await hub.editInterests(sessionId, edit);
    return {};
  };
  socket.on('turn:start', handler.on(TurnStart, startTurn));
  socket.on('turn:cancel', handler.on(TurnCancel, cancelTurn));
  socket.on('interaction:record', handler.on(InteractionRecord, recordInteraction));
  socket.on('interests:edit', handler.on(InterestsEdit, editInterests));
  socket.onAny((event: string, ...args: unknown[]) => {
    if (!socket.listeners(event).length) handler.answerUnknown(event, args);
  });

  socket.emit('session:ready', ready);
  const leave = hub.subscribe(
    sessionId,
    after,
    (part) => socket.emit('turn:part', part),
    // The client reconnects by itself and says what it has.
    () => socket.conn.close(),
  );
  observer.socketOpened();
  socket.on('disconnect', () => {
    leave();
    observer.socketClosed();
  });
}

function addressOf(socket: DoorSocket, trustedProxies: number): string {
  const { address, headers } = socket.handshake;
  return readClientAddress(address, headers['x-forwarded-for'], trustedProxies);
}

/** Socket.IO hands `data` to the client's `connect_error`. */
function presentRefusal(answer: Answer): Error {
  const error = answer.ok ? { code: codes.internal, message: 'refused' } : answer.error;
  return Object.assign(new Error(error.message), { data: error });
}
