import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { repositoryRoot } from '../config.ts';
import { noLimits } from './start-test-app.ts';

/** The real server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Everything it wrote so far. */
  output(): string;
  /** Resolves when it is open; rejects with its output when it ends before that. */
  ready(): Promise<ServerProcess>;
  /** Resolves with its exit status, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
  signal(name: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

const running = new Set<ChildProcess>();

export function startServerProcess(options: {
  dataDir: string;
  port: number;
  catalog?: string;
  flags?: string[];
  env?: Record<string, string>;
}): ServerProcess {
  const { dataDir, port, catalog, flags = [], env = {} } = options;
  const shop = ['--data', dataDir, '--port', String(port), '--host', '127.0.0.1', '--log-level', 'info', ...flags];
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'server/main.ts', ...shop, ...(catalog ? ['--catalog', catalog] : [])],
    { cwd: repositoryRoot, env: { ...process.env, ...noLimits, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  let text = '';
  const exit = once(child, 'exit').then(([status, signal]) => {
    running.delete(child);
    return (status ?? signal) as number | NodeJS.Signals | null;
  });
  const opened = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        text += String(chunk);
        if (text.includes('Aisle is ready:')) resolve();
      });
  });
  const server: ServerProcess = {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => text,
    async ready() {
      const early = exit.then((how) => Promise.reject(new Error(`the server ended with ${how}:\n${text}`)));
      await Promise.race([opened, early]);
      early.catch(() => undefined);
      return server;
    },
    ended: () => exit,
    signal(name) {
      child.kill(name);
      return exit;
    },
  };
  return server;
}

/** For the end of a test file: nothing that a failed test left behind lives on. */
export async function killServers(): Promise<void> {
  const left = [...running];
  for (const child of left) child.kill('SIGKILL');
  await Promise.all(
    left.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : 0)),
  );
}

export async function findTestPort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port on the loopback');
  return address.port;
}
