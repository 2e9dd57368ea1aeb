import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { openSqliteStore } from '../session/open-sqlite-store.ts';
import { say, upTo } from '../session/testing/test-hub.ts';
import { TestClient } from './testing/test-client.ts';

const script = fileURLToPath(new URL('./testing/crash-server.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aisle-kill-'));
const file = join(folder, 'sessions.db');
const whole = ['turn-start', 'understanding', 'cards', 'text-delta', 'turn-end'];
type Sent = { client: TestClient; turnId: string };
const children: ChildProcess[] = [];
/** Two starts of a process and a hundred sockets, on a machine that may be busy with other suites. */
const timeoutMs = 180_000;

async function startServer(port = 0, mode = ''): Promise<{ url: string; kill: () => Promise<void> }> {
  const args = ['--import', 'tsx', script, file, String(port), mode];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const exit = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${code}`)));
  // Later it is killed on purpose.
  exit.catch(() => undefined);
  const [line] = (await Promise.race([once(child.stdout, 'data'), exit])) as [Buffer];
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { url: `http://127.0.0.1:${Number(line.toString())}`, kill };
}

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Resolves when `test` holds, looked at after every few events of the loop. */
async function until(test: () => boolean): Promise<void> {
  while (!test()) await new Promise((resolve) => setTimeout(resolve, 2));
}

async function ends(server: Awaited<ReturnType<typeof startServer>>, acknowledged: Sent[], clients: TestClient[]) {
  for (const { client, turnId } of acknowledged) {
    await client.receiver.untilEnded(turnId);
    const types = client.receiver.types(turnId);
    expect(types.slice(types.lastIndexOf('turn-start'))).toEqual(whole);
    expect(client.receiver.seqs).toEqual(upTo(client.receiver.parts.length));
  }
  // A client that starts over from nothing is told the same.
  for (const { client, turnId } of acknowledged.slice(-10)) {
    const anew = await new TestClient(server.url, { session: client.session, lastSeq: 0 }).connected();
    await anew.receiver.untilEnded(turnId);
    expect(anew.receiver.parts).toEqual(client.receiver.parts);
    anew.close();
  }
  for (const client of clients) client.close();
  await server.kill();
}

async function isStored(acknowledged: Sent[]) {
  const store = await openSqliteStore({ file, busyTimeoutMs: 1_000 });
  for (const { client, turnId } of acknowledged) {
    const sessionId = client.ready?.sessionId ?? '';
    expect(await store.readTurns(sessionId, 10)).toMatchObject([{ turnId, status: 'done' }]);
    expect((await store.loadSession(sessionId))?.memory.dialogue.turns).toBe(1);
  }
  await store.close();
}

it(
  'ends every turn it acknowledged after a kill in the middle of 100, each session in order and without a gap',
  async () => {
    const first = await startServer(0, 'hold');
    const clients = await Promise.all(upTo(100).map(() => new TestClient(first.url).connected()));
    const acknowledged: Sent[] = [];
    for (const [index, client] of clients.entries()) {
      const turn = say(index % 2 === 0 ? `turn ${index}` : `hold ${index}`);
      void client.send('turn:start', turn).then(({ ok }) => ok && acknowledged.push({ client, turnId: turn.turnId }));
    }
    // Some have ended, some have shown cards, some are only acknowledged, some perhaps not even that.
    const hasType = (type: string) =>
      clients.filter(({ receiver }) => receiver.parts.some(({ part }) => part.type === type));
    await until(() => acknowledged.length >= 60 && hasType('turn-end').length >= 5 && hasType('cards').length >= 20);
    await first.kill();
    expect(acknowledged.some(({ client, turnId }) => !client.receiver.types(turnId).includes('turn-end'))).toBe(true);
    const second = await startServer(Number(new URL(first.url).port));
    await ends(second, acknowledged, clients);
    await isStored(acknowledged);
  },
  timeoutMs,
);
