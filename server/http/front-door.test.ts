import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type FrontDoor, openFrontDoor } from './front-door.ts';

const doors: FrontDoor[] = [];

async function openTestDoor(port = 0): Promise<FrontDoor> {
  const door = await openFrontDoor({ port, host: '127.0.0.1' });
  doors.push(door);
  return { ...door, url: door.url.replace('localhost', '127.0.0.1') };
}

afterEach(async () => {
  for (const door of doors.splice(0)) await door.close();
});

it('is alive but not ready while the shop opens, and says how far it is', async () => {
  const door = await openTestDoor();
  door.report('indexing: upload, 128 of 800 items');
  expect((await fetch(`${door.url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${door.url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ ok: false, notReady: { shop: 'indexing: upload, 128 of 800 items' } });
  const page = await fetch(`${door.url}/`);
  expect(page.status).toBe(503);
  expect(page.headers.get('retry-after')).toBe('2');
});

it('hands requests and upgrades to the shop once it is open', async () => {
  const door = await openTestDoor();
  const shop = createServer((_request, response) => response.end('the shop'));
  shop.on('upgrade', (_request, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\nhello'));
  door.open(shop);
  expect(await (await fetch(door.url)).text()).toBe('the shop');
  const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: shop\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  expect(String(answer)).toContain('hello');
  socket.destroy();
});

it('says which port is taken and which flag helps', async () => {
  const port = Number(new URL((await openTestDoor()).url).port);
  await expect(openFrontDoor({ port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'port_taken',
    message: `port ${port} is taken; stop what uses it or start with --port ${port + 1}`,
  });
});

it('says when this machine does not have the address', async () => {
  await expect(openFrontDoor({ port: 0, host: '203.0.113.1' })).rejects.toMatchObject({ code: 'host_unknown' });
});
