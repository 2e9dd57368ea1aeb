import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { AppError } from '../../errors.ts';
import type { OnnxAnswer, OnnxRequest, OnnxWorkerOptions } from './onnx-worker.ts';

interface Call {
  texts: string[];
  vectors: Float32Array[];
  settled: boolean;
  resolve: (vectors: Float32Array[]) => void;
  reject: (reason: unknown) => void;
}

const tsxLoader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const workerFile = fileURLToPath(new URL('./onnx-worker-main.ts', import.meta.url));

/**
 * One worker process, one text at a time. Batches gain nothing on a CPU (measured: 1 to 32 texts, same speed), while a quantised model
 * gives a text another vector for every batch it is in; one by one the vector depends on the text alone, and a query waits for one passage at most.
 */
export class OnnxLane {
  readonly #options: OnnxWorkerOptions;
  readonly #hangTimeoutMs: number;
  readonly #queries: Call[] = [];
  readonly #passages: Call[] = [];
  #worker: ChildProcess | undefined;
  #starting: Start | undefined;
  #idle = false;
  #running: Call | undefined;
  #watchdog: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(options: OnnxWorkerOptions, hangTimeoutMs: number) {
    this.#options = options;
    this.#hangTimeoutMs = hangTimeoutMs;
  }

  /** Resolves when the model is loaded. Throws `AppError` `embeddings_unavailable`. */
  start(): Promise<void> {
    if (this.#closed) return Promise.reject(unavailable('it was closed'));
    if (this.#worker && this.#starting) return this.#starting.promise;
    const start = newStart();
    this.#starting = start;
    const worker = fork(workerFile, [JSON.stringify(this.#options)], {
      execArgv: ['--import', tsxLoader],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#worker = worker;
    worker.on('message', (message: OnnxAnswer) => {
      // What a replaced worker still had in the pipe belongs to calls that were already refused.
      if (this.#worker === worker) this.#receive(message);
    });
    worker.on('error', (cause) => this.#lose(worker, cause));
    worker.on('exit', () => this.#lose(worker, undefined));
    this.#watchdog = setTimeout(() => this.#lose(worker, new Error('it does not start')), this.#hangTimeoutMs);
    return start.promise;
  }

  embed(texts: string[], kind: 'query' | 'passage', signal?: AbortSignal): Promise<Float32Array[]> {
    return new Promise((resolve, reject) => {
      const call = newCall(texts, resolve, reject, signal);
      (kind === 'query' ? this.#queries : this.#passages).push(call);
      this.start().catch(call.reject);
      this.#next();
    });
  }

  get workerPid(): number | undefined {
    return this.#worker?.pid;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    if (!worker) return;
    const ended = once(worker, 'exit');
    this.#lose(worker, undefined);
    await ended;
  }

  #next(): void {
    if (!this.#idle || !this.#worker) return;
    const call = firstOpen(this.#queries) ?? firstOpen(this.#passages);
    if (!call) return;
    this.#idle = false;
    this.#running = call;
    const worker = this.#worker;
    this.#watchdog = setTimeout(() => this.#lose(worker, new Error('it hangs')), this.#hangTimeoutMs);
    const request: OnnxRequest = { text: call.texts[call.vectors.length] ?? '' };
    worker.send(request, (error) => error && this.#lose(worker, error));
  }

  #receive(message: OnnxAnswer): void {
    const call = this.#running;
    this.#running = undefined;
    this.#idle = true;
    clearTimeout(this.#watchdog);
    if ('ready' in message) this.#starting?.resolve();
    else if ('error' in message) call?.reject(unavailable(message.error));
    else if (call) {
      call.vectors.push(message.vector);
      if (call.vectors.length === call.texts.length) call.resolve(call.vectors);
    }
    this.#next();
  }

  /** The worker is gone or is given up: who waits is told, and a new one starts unless the old one never came up. */
  #lose(worker: ChildProcess, cause: unknown): void {
    if (this.#worker !== worker) return;
    const wasUp = this.#idle || this.#running !== undefined;
    const reason = unavailable(cause instanceof Error ? cause.message : 'its worker stopped', cause);
    this.#worker = undefined;
    this.#idle = false;
    this.#running = undefined;
    clearTimeout(this.#watchdog);
    worker.kill('SIGKILL');
    this.#starting?.reject(reason);
    for (const call of [...this.#queries.splice(0), ...this.#passages.splice(0)]) call.reject(reason);
    if (wasUp && !this.#closed) void this.start();
  }
}

/** Drops what was aborted or answered, keeps a call at the front until its last text. */
function firstOpen(calls: Call[]): Call | undefined {
  while (calls[0]?.settled) calls.shift();
  return calls[0];
}

/** Settles once; an aborted signal settles it with the signal's reason. */
function newCall(
  texts: string[],
  resolve: (vectors: Float32Array[]) => void,
  reject: (reason: unknown) => void,
  signal?: AbortSignal,
): Call {
  const settle = (finish: () => void) => {
    if (call.settled) return;
    call.settled = true;
    signal?.removeEventListener('abort', abort);
    finish();
  };
  const abort = () => call.reject(signal?.reason);
  const call: Call = {
    texts,
    vectors: [],
    settled: false,
    resolve: (vectors) => settle(() => resolve(vectors)),
    reject: (reason) => settle(() => reject(reason)),
  };
  signal?.addEventListener('abort', abort, { once: true });
  return call;
}

type Start = ReturnType<typeof newStart>;

function newStart() {
  let resolve = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<void>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  // A start that nobody waits for, as after a crash, is no unhandled rejection: the next call reports it.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

function unavailable(reason: string, cause?: unknown): AppError {
  return new AppError('embeddings_unavailable', `the embedding model does not answer: ${reason}`, { cause });
}
