import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientToServerEvents, ServerToClientEvents, TurnPart } from '../../server/contract/index.ts';
import { runInChild } from './child-process.ts';
import type { ShopperJob, ShopperResult } from './messages.ts';

let close: () => Promise<unknown> = async () => undefined;
afterEach(() => close());

/** A door that answers every turn with one empty row, except those that it refuses or breaks. */
async function openDoor(): Promise<string> {
  const http = createServer();
  const door = new Server<ClientToServerEvents, ServerToClientEvents>(http);
  door.on('connection', (socket) => {
    const state = { constraints: [], turns: [], canUndo: false };
    const catalog = { name: 'c', items: 0, currency: 'EUR' };
    socket.emit('session:ready', { session: 's', sessionId: 's', resumed: false, lastSeq: 0, state, catalog });
    let seq = 0;
    socket.on('turn:start', ({ turnId, text }, ack) => {
      if (text === 'refuse') return ack({ ok: false, error: { code: 'busy', message: 'later' } });
      ack({ ok: true, turnId });
      const say = (part: TurnPart): void => {
        seq += 1;
        socket.emit('turn:part', { turnId, seq, part });
      };
      if (text === 'break') return say({ type: 'error', code: 'broken', message: 'sorry' });
      say({ type: 'cards', rowId: 'r', revision: 1, total: 0, cards: [] });
      say({ type: 'turn-end', timings: { firstCardMs: 1, totalMs: 2, stages: { understand: 0.5 } }, degraded: [] });
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  close = () => door.close();
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

describe('shoppers of the bench', () => {
  it('take their turns over real sockets and count what failed', async () => {
    const job: ShopperJob = { url: await openDoor(), shoppers: 2, turns: 6, visits: [['hi', 'refuse', 'break']] };
    const result = await runInChild<ShopperJob, ShopperResult>(join(import.meta.dirname, 'shoppers.ts'), job);
    expect(result).toMatchObject({ shoppers: 2, turns: 2, failed: 4, reasons: ['busy: later', 'broken: sorry'] });
    expect(result.firstCard.count).toBe(2);
    expect(result.stages.understand).toMatchObject({ count: 2, p50: 0.5 });
  });
});
