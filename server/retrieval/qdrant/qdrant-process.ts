import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../errors.ts';
import { lockDataFolder } from './data-folder-lock.ts';
import { findFreePort } from './free-port.ts';
import { findQdrantBinary } from './qdrant-binary.ts';
import { buildQdrantSettings } from './qdrant-settings.ts';
import { stopOrphan } from './stop-orphan.ts';
import { watchdogScript } from './watchdog.ts';

export interface QdrantProcess {
  /** Stays the same when Qdrant is started again. */
  readonly url: string;
  /** File with what Qdrant itself says. */
  readonly logPath: string;
  /** Process id of the running Qdrant. */
  pid(): number | undefined;
  close(): Promise<void>;
}

export type QdrantEvent =
  | { type: 'ready'; url: string; pid: number | undefined }
  | { type: 'died'; status: string; restartInMs: number };

export interface QdrantProcessOptions {
  /** Data, settings and log go here; made when missing. */
  folder: string;
  startTimeoutMs: number;
  binary?: string;
  onEvent?: (event: QdrantEvent) => void;
  signal?: AbortSignal;
}

const graceSeconds = 5;
const restart = { firstMs: 200, mostMs: 10_000, calmAfterMs: 60_000 };
const largestLogBytes = 20_000_000;

/**
 * Starts Qdrant on loopback with its own data folder and keeps it running until `close`. Throws `AppError` `qdrant_binary_missing`,
 * `qdrant_folder_in_use` or `qdrant_start_failed`.
 */
export async function startQdrant(options: QdrantProcessOptions): Promise<QdrantProcess> {
  const binary = options.binary ?? findQdrantBinary();
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const release = lockDataFolder(folder);
  try {
    await stopOrphan(folder);
    const port = await findFreePort();
    const supervised = new SupervisedQdrant({ ...options, binary, folder }, port, release);
    await supervised.start();
    return supervised;
  } catch (error) {
    release();
    throw error;
  }
}

class SupervisedQdrant implements QdrantProcess {
  readonly url: string;
  readonly logPath: string;
  readonly #options: QdrantProcessOptions & { binary: string };
  readonly #release: () => void;
  readonly #stopping = new AbortController();
  readonly #pidPath: string;
  #child: ChildProcess | undefined;
  #supervision: Promise<void> = Promise.resolve();

  constructor(options: QdrantProcessOptions & { binary: string }, port: number, release: () => void) {
    const { folder } = options;
    this.#options = options;
    this.#release = release;
    this.url = `http://127.0.0.1:${port}`;
    this.logPath = join(folder, 'qdrant.log');
    this.#pidPath = join(folder, 'qdrant.pid');
    writeFileSync(join(folder, 'qdrant.yaml'), buildQdrantSettings(folder, port));
  }

  async start(): Promise<void> {
    const ended = this.#spawn();
    try {
      await this.#waitUntilReady(ended);
    } catch (error) {
      await this.#stopChild();
      throw error;
    }
    this.#options.onEvent?.({ type: 'ready', url: this.url, pid: this.pid() });
    this.#supervision = this.#supervise(ended);
  }

  pid(): number | undefined {
    const pid = existsSync(this.#pidPath) ? Number(readFileSync(this.#pidPath, 'utf8')) : 0;
    return pid > 0 ? pid : undefined;
  }

  async close(): Promise<void> {
    this.#stopping.abort();
    await this.#stopChild();
    await this.#supervision;
    this.#release();
  }

  /** Starts Qdrant again whenever it ends, later and later while it does not stay up. */
  async #supervise(first: Promise<string>): Promise<void> {
    let ended = first;
    let restartInMs = restart.firstMs;
    while (!this.#stopping.signal.aborted) {
      const startedAt = performance.now();
      const status = await ended;
      if (this.#stopping.signal.aborted) return;
      if (performance.now() - startedAt > restart.calmAfterMs) restartInMs = restart.firstMs;
      this.#options.onEvent?.({ type: 'died', status, restartInMs });
      await sleep(restartInMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      if (this.#stopping.signal.aborted) return;
      restartInMs = Math.min(restartInMs * 2, restart.mostMs);
      ended = this.#spawn();
      this.#waitUntilReady(ended).then(
        () => this.#options.onEvent?.({ type: 'ready', url: this.url, pid: this.pid() }),
        () => undefined,
      );
    }
  }

  /** Resolves with how it ended. */
  #spawn(): Promise<string> {
    rotate(this.logPath);
    const { folder, binary } = this.#options;
    const log = openSync(this.logPath, 'a');
    const qdrant = [binary, '--config-path', join(folder, 'qdrant.yaml'), '--disable-telemetry'];
    // An own process group: Ctrl-C in a terminal reaches only us, and we stop Qdrant when we are done with it.
    const child = spawn(
      '/bin/sh',
      ['-c', watchdogScript, 'qdrant-watchdog', this.#pidPath, String(graceSeconds), ...qdrant],
      {
        cwd: folder,
        env: buildEnvironment(),
        detached: true,
        stdio: ['pipe', log, log],
      },
    );
    closeSync(log);
    child.stdin?.on('error', () => undefined);
    this.#child = child;
    return new Promise((settle) => {
      child.once('error', (error) => settle(error.message));
      child.once('exit', (code, signal) => settle(signal ?? `status ${code}`));
    });
  }

  async #waitUntilReady(ended: Promise<string>): Promise<void> {
    const { startTimeoutMs, signal } = this.#options;
    const timeout = AbortSignal.timeout(startTimeoutMs);
    const waits = [timeout, this.#stopping.signal, ...(signal ? [signal] : [])];
    const stop = AbortSignal.any(waits);
    let status: string | undefined;
    ended.then((how) => {
      status = how;
    });
    while (!stop.aborted && status === undefined) {
      if (await answers(this.url, stop)) return;
      await sleep(25, undefined, { signal: stop }).catch(() => undefined);
    }
    signal?.throwIfAborted();
    const what = status === undefined ? `was not ready within ${startTimeoutMs} ms` : `ended with ${status}`;
    throw new AppError('qdrant_start_failed', `the embedded Qdrant ${what}; ${this.logPath} says why`);
  }

  async #stopChild(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    const exit = new Promise((settle) => child.once('exit', settle));
    child.stdin?.end();
    const late = setTimeout(() => killGroup(child), (graceSeconds + 2) * 1000);
    await exit;
    clearTimeout(late);
    rmSync(this.#pidPath, { force: true });
  }
}

/** Settings for a Qdrant of another make (`QDRANT__SERVICE__HTTP_PORT`) would win over our file. */
function buildEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('QDRANT')));
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended between the question and the signal.
  }
}

async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  try {
    const response = await fetch(`${url}/readyz`, { signal });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

function rotate(logPath: string): void {
  if (existsSync(logPath) && statSync(logPath).size > largestLogBytes) renameSync(logPath, `${logPath}.1`);
}
