import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { ClientToServerEvents, SequencedPart, ServerToClientEvents } from '../../server/contract/index.ts';
import { answerJob } from './child-process.ts';
import { summariseLatency } from './latency.ts';
import type { ShopperJob, ShopperResult } from './messages.ts';
import type { Visit } from './sample-visits.ts';

type ShopSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

interface TurnTime {
  firstCardMs?: number;
  totalMs: number;
  stages: Record<string, number>;
  failure?: string;
}

/** A turn that takes longer is counted as failed; the shopper goes on. */
const TURN_TIMEOUT_MS = 60_000;

async function runShoppers({ url, shoppers, turns, visits }: ShopperJob): Promise<ShopperResult> {
  const sockets = await Promise.all(Array.from({ length: shoppers }, () => connect(url)));
  const each = Math.max(1, Math.round(turns / shoppers));
  const startedAt = performance.now();
  const times = await Promise.all(sockets.map((socket, at) => shop(socket, each, takeFrom(visits, at * each))));
  const seconds = (performance.now() - startedAt) / 1000;
  for (const socket of sockets) socket.disconnect();
  return summarise(shoppers, times.flat(), seconds);
}

/** Every shopper starts at another visit, so that no two ask the same at the same time. */
const takeFrom = (visits: Visit[], start: number): Visit[] => {
  const at = visits.length === 0 ? 0 : start % visits.length;
  return [...visits.slice(at), ...visits.slice(0, at)];
};

function connect(url: string): Promise<ShopSocket> {
  const socket: ShopSocket = io(url, { transports: ['websocket'], forceNew: true, reconnection: false });
  return new Promise((resolve, reject) => {
    socket.once('session:ready', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

async function shop(socket: ShopSocket, turns: number, visits: Visit[]): Promise<TurnTime[]> {
  const texts = visits.flat();
  const times: TurnTime[] = [];
  for (let at = 0; at < turns; at += 1) {
    const text = texts[at % texts.length];
    if (text !== undefined) times.push(await takeTurn(socket, text));
  }
  return times;
}

function takeTurn(socket: ShopSocket, text: string): Promise<TurnTime> {
  const turnId = randomUUID();
  const startedAt = performance.now();
  const elapsedMs = (): number => performance.now() - startedAt;
  return new Promise((resolve) => {
    let firstCardMs: number | undefined;
    const end = (outcome: Partial<TurnTime>): void => {
      clearTimeout(timer);
      socket.off('turn:part', onPart);
      resolve({ firstCardMs, totalMs: elapsedMs(), stages: {}, ...outcome });
    };
    const onPart = ({ turnId: ofTurn, part }: SequencedPart): void => {
      if (ofTurn !== turnId) return;
      if (part.type === 'cards') firstCardMs ??= elapsedMs();
      if (part.type === 'turn-end') end({ stages: part.timings.stages });
      if (part.type === 'error') end({ failure: `${part.code}: ${part.message}` });
    };
    const timer = setTimeout(() => end({ failure: 'no end of the turn in time' }), TURN_TIMEOUT_MS);
    socket.on('turn:part', onPart);
    socket.emit('turn:start', { turnId, text }, (answer) => {
      if (!answer.ok) end({ failure: `${answer.error.code}: ${answer.error.message}` });
    });
  });
}

function summarise(shoppers: number, times: TurnTime[], seconds: number): ShopperResult {
  const done = times.filter((time) => time.failure === undefined);
  const names = new Set(done.flatMap((time) => Object.keys(time.stages)));
  return {
    shoppers,
    turns: done.length,
    failed: times.length - done.length,
    reasons: [...new Set(times.flatMap((time) => time.failure ?? []))].slice(0, 3),
    seconds,
    firstCard: summariseLatency(done.flatMap((time) => time.firstCardMs ?? [])),
    turn: summariseLatency(done.map((time) => time.totalMs)),
    stages: Object.fromEntries(
      [...names].map((name) => [name, summariseLatency(done.flatMap((time) => time.stages[name] ?? []))]),
    ),
  };
}

answerJob(runShoppers);
