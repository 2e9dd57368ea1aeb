import { io, type Socket } from 'socket.io-client';
import type { SequencedPart, SessionReady } from '../../contract/index.ts';
import { Receiver } from '../../session/testing/test-hub.ts';

export type Answer = { ok: boolean; turnId?: string; error?: { code: string; message: string } };

/** A shopper's client that keeps what it is sent and comes back by itself with its token and its place. */
export class TestClient {
  readonly receiver = new Receiver();
  readonly socket: Socket;
  ready: SessionReady | undefined;
  readies = 0;
  #closed = false;
  /** Its place before the first part: what it asked for, else the end it was told of. Without one a break would lose parts. */
  #place: number | undefined;
  session: string | undefined;
  /** Names of events in the order they came. */
  readonly events: string[] = [];

  constructor(url: string, auth: { session?: string; lastSeq?: number } = {}, options: { polling?: boolean } = {}) {
    this.session = auth.session;
    this.#place = auth.lastSeq;
    this.socket = io(url, {
      forceNew: true,
      reconnectionDelay: 20,
      reconnectionDelayMax: 200,
      transports: options.polling ? ['polling'] : ['websocket'],
      auth: (give) => give({ session: this.session, lastSeq: this.receiver.parts.at(-1)?.seq ?? this.#place }),
    });
    this.socket.on('session:ready', (ready: SessionReady) => {
      this.ready = ready;
      this.session = ready.session;
      this.readies += 1;
      this.#place = ready.resumed ? (this.#place ?? ready.lastSeq) : 0;
      this.events.push('session:ready');
    });
    // Socket.IO comes back by itself after a break, but not after a refusal, as while the database is away.
    this.socket.on('connect_error', () => {
      if (!this.socket.active && !this.#closed) setTimeout(() => this.socket.connect(), 100);
    });
    this.socket.on('turn:part', (part: SequencedPart) => {
      this.events.push('turn:part');
      this.receiver.take(part);
    });
  }

  async connected(): Promise<this> {
    if (this.ready === undefined) await new Promise((resolve) => this.socket.once('session:ready', resolve));
    return this;
  }

  send(event: string, ...payload: unknown[]): Promise<Answer> {
    return new Promise((resolve) => this.socket.emit(event, ...payload, resolve));
  }

  close(): void {
    this.#closed = true;
    this.socket.disconnect();
  }
}

/** What a connection that is refused is told. */
export function refusalOf(url: string, options: Parameters<typeof io>[1]): Promise<Error & { data?: Answer['error'] }> {
  return new Promise((resolve) => {
    const socket = io(url, { forceNew: true, reconnection: false, transports: ['websocket'], ...options });
    socket.on('connect_error', (error) => {
      socket.disconnect();
      resolve(error);
    });
  });
}
