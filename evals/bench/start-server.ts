import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { repositoryRoot } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';

export interface RunningServer {
  url: string;
  pid: number;
  /** From the start of the process until it answers `GET /readyz` with 200. */
  readySeconds: number;
  stop(): Promise<void>;
}

/** Indexing a large catalog on a small machine takes minutes, not an hour. */
const READY_TIMEOUT_MS = 3_600_000;
const POLL_MS = 50;

/** Limits are for people; a bench is a crowd behind one address. */
const NO_LIMITS = {
  TURNS_PER_MINUTE: '1000000',
  ADDRESS_TURNS_PER_MINUTE: '1000000',
  ADDRESS_CONNECTIONS_PER_MINUTE: '1000000',
  INTERACTIONS_PER_MINUTE: '1000000',
};

/** Starts the real server as a child process on a free port of the loopback. */
export async function startServer(
  catalog: string,
  dataDir: string,
  say: (line: string) => void,
): Promise<RunningServer> {
  const port = await findFreePort();
  mkdirSync(dataDir, { recursive: true });
  const logPath = join(dataDir, 'bench-server.log');
  const log = openSync(logPath, 'w');
  const settings = [
    '--catalog',
    catalog,
    '--data',
    dataDir,
    '--port',
    String(port),
    '--host',
    '127.0.0.1',
    '--log-level',
    'warn',
  ];
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...settings], {
    cwd: repositoryRoot,
    env: { ...process.env, ...NO_LIMITS },
    stdio: ['ignore', log, log],
  });
  // A bench that is interrupted must not leave its server behind.
  const killChild = (): boolean => child.kill('SIGTERM');
  process.once('exit', killChild);
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    process.off('exit', killChild);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    killChild();
    await gone;
  };
  say(`starting the server (log: ${logPath})`);
  await waitUntilReady(url, () => child.exitCode ?? child.signalCode, logPath).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, pid: child.pid ?? 0, readySeconds: (performance.now() - startedAt) / 1000, stop };
}

async function waitUntilReady(url: string, ended: () => number | string | null, logPath: string): Promise<void> {
  const deadline = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < deadline) {
    if (ended() !== null)
      throw new AppError('bench_failed', `the server ended with ${ended()} before it was ready; see ${logPath}`);
    const isReady = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new AppError('bench_failed', `the server was not ready within an hour; see ${logPath}`);
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string')
    throw new AppError('bench_failed', 'no free port on the loopback');
  return address.port;
}
