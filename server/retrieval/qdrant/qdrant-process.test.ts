import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { readProcessStart } from './process-start.ts';
import { findQdrantBinary } from './qdrant-binary.ts';
import { connectQdrant } from './qdrant-client.ts';
import { type QdrantEvent, type QdrantProcess, startQdrant } from './qdrant-process.ts';

const startTimeoutMs = 60_000;
const patience = { timeout: 30_000, interval: 50 };

describe('startQdrant', () => {
  let folder: string;
  const running: QdrantProcess[] = [];
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aisle-qdrant-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await Promise.all(running.splice(0).map((qdrant) => qdrant.close()));
    await rm(folder, { recursive: true, force: true });
  });

  async function start(onEvent?: (event: QdrantEvent) => void): Promise<QdrantProcess> {
    const qdrant = await startQdrant({ folder, startTimeoutMs, onEvent });
    running.push(qdrant);
    return qdrant;
  }

  it('keeps what was stored from one start to the next', async () => {
    const first = await start();
    await createCollection(first.url);
    await first.close();
    expect(await collections((await start()).url)).toEqual(['kept']);
  });

  it('listens on loopback only', async () => {
    const { url } = await start();
    const port = Number(new URL(url).port).toString(16).toUpperCase().padStart(4, '0');
    const sockets =
      (await readFile('/proc/net/tcp', 'utf8')) + (await readFile('/proc/net/tcp6', 'utf8').catch(() => ''));
    const listening = [...sockets.matchAll(/: ([0-9A-F]+):([0-9A-F]{4}) \S+ 0A /g)].filter(([, , own]) => own === port);
    expect(listening.map(([, address]) => address)).toEqual(['0100007F']);
  });

  it('refuses a folder that another server uses, and says what to do', async () => {
    await start();
    await expect(start()).rejects.toMatchObject({
      code: 'qdrant_folder_in_use',
      message: expect.stringContaining('--data DIR'),
    });
  });

  it('comes back at the same address when Qdrant is killed', async () => {
    const events: QdrantEvent[] = [];
    const qdrant = await start((event) => events.push(event));
    await createCollection(qdrant.url);
    const before = qdrant.pid();
    process.kill(before ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(events.map(({ type }) => type)).toEqual(['ready', 'died', 'ready']), patience);
    expect(qdrant.pid()).not.toBe(before);
    expect(await collections(qdrant.url)).toEqual(['kept']);
  });

  it('leaves no Qdrant behind when the server is killed, and the next server takes the folder over', async () => {
    const server = await startServer();
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    const next = await start();
    await vi.waitFor(() => expect(isAlive(server.pid)).toBe(false), patience);
    expect(await collections(next.url)).toEqual([]);
  });

  it('ends a Qdrant that outlived both its server and its watchdog', async () => {
    const server = await startServer();
    const watchdog = Number((await readFile(`/proc/${server.pid}/stat`, 'utf8')).split(' ')[3]);
    process.kill(watchdog, 'SIGSTOP');
    server.child.kill('SIGKILL');
    process.kill(watchdog, 'SIGKILL');
    await once(server.child, 'exit');
    await start();
    expect(isAlive(server.pid)).toBe(false);
  });

  it('stops Qdrant on close', async () => {
    const qdrant = await start();
    const pid = qdrant.pid() ?? 0;
    expect(isAlive(pid)).toBe(true);
    await qdrant.close();
    expect(isAlive(pid)).toBe(false);
  });

  it('says where to look when Qdrant does not start, and frees the folder', async () => {
    await expect(startQdrant({ folder, startTimeoutMs, binary: '/bin/false' })).rejects.toMatchObject({
      code: 'qdrant_start_failed',
      message: expect.stringContaining('qdrant.log'),
    });
    await start();
  });

  it('names the way out on a platform without a binary', () => {
    expect(() => findQdrantBinary('@nobody/no-such-package')).toThrow(
      expect.objectContaining({ code: 'qdrant_binary_missing', message: expect.stringContaining('QDRANT_URL') }),
    );
  });

  async function startServer() {
    const script = fileURLToPath(new URL('./testing/run-qdrant.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [line] = await once(child.stdout, 'data');
    return { child, ...z.object({ url: z.string(), pid: z.number() }).parse(JSON.parse(String(line))) };
  }
});

function createCollection(url: string): Promise<boolean> {
  return connectQdrant({ url, timeoutMs: 30_000 }).call((api, init) =>
    api.createCollection({ collection_name: 'kept', vectors: { size: 4, distance: 'Cosine' } }, init),
  );
}

async function collections(url: string): Promise<string[]> {
  const answer = await connectQdrant({ url, timeoutMs: 30_000 }).call((api, init) => api.getCollections({}, init));
  return answer.collections.map(({ name }) => name);
}

const isAlive = (pid: number): boolean => readProcessStart(pid) !== undefined;
