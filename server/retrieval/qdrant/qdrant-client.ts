import { QdrantClient } from '@qdrant/js-client-rest';
import { ConsecutiveBreaker, circuitBreaker, ExponentialBackoff, handleWhen, retry, wrap } from 'cockatiel';
import { AppError } from '../../errors.ts';
import { readFault } from './read-fault.ts';

type Api = ReturnType<QdrantClient['api']>;
type Call<Result> = (api: Api, init: { signal: AbortSignal }) => Promise<{ data: { result?: Result } }>;
interface CallOptions {
  signal?: AbortSignal;
  timeoutMs?: number;
}

export interface QdrantConnection {
  readonly url: string;
  /**
   * One request within one deadline, retries included. Every request that we make may be repeated without harm.
   * Throws `AppError` as `readFault` names it, or the reason of the caller's signal.
   */
  call<Result>(call: Call<Result>, options?: CallOptions): Promise<Result>;
  version(options?: CallOptions): Promise<string>;
}

export interface QdrantConnectionOptions {
  url: string;
  apiKey?: string;
  /** Longest wait for one answer, retries included. */
  timeoutMs: number;
  /** Repeats after a failure that waiting may mend; an indexer has more patience than a shopper. */
  retries?: number;
  /** Failures in a row after which calls fail at once for a second; 0 for never. */
  breakAfter?: number;
}

export function connectQdrant({
  url,
  apiKey,
  timeoutMs: defaultTimeoutMs,
  retries = 2,
  breakAfter = 6,
}: QdrantConnectionOptions): QdrantConnection {
  const api = buildClient(url, apiKey).api();
  const policy = buildPolicy(retries, breakAfter);

  async function run<Answer>(
    send: (init: { signal: AbortSignal }) => Promise<Answer>,
    { signal, timeoutMs = defaultTimeoutMs }: CallOptions = {},
  ): Promise<Answer> {
    signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(timeoutMs);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      return await policy.execute(async () => {
        if (either.aborted) throw new Cancelled();
        try {
          return await send({ signal: either });
        } catch (error) {
          if (signal?.aborted) throw new Cancelled();
          throw readFault(error, url);
        }
      }, either);
    } catch (error) {
      if (signal?.aborted) throw signal.reason;
      if (deadline.aborted) {
        throw new AppError('retrieval_unavailable', `Qdrant at ${url} did not answer within ${timeoutMs} ms`, {
          cause: error,
        });
      }
      throw readFault(error, url);
    }
  }

  return {
    url,
    async call(call, options) {
      const { data } = await run((init) => call(api, init), options);
      if (data.result === undefined || data.result === null) {
        throw new AppError('retrieval_rejected', `Qdrant at ${url} answered without a result; is it a Qdrant?`);
      }
      return data.result;
    },
    async version(options) {
      const { data } = await run((init) => api.root({}, init), options);
      return String(data.version);
    },
  };
}

/** The caller went away: neither a failure of Qdrant nor worth a repeat. */
class Cancelled extends Error {}

function buildPolicy(retries: number, breakAfter: number) {
  const unavailable = handleWhen((error) => error instanceof AppError && error.code === 'retrieval_unavailable');
  const again = retry(unavailable, {
    maxAttempts: retries,
    backoff: new ExponentialBackoff({ initialDelay: 50, maxDelay: 2_000 }),
  });
  const breaker = circuitBreaker(unavailable, {
    halfOpenAfter: 1_000,
    breaker: new ConsecutiveBreaker(breakAfter > 0 ? breakAfter : Number.POSITIVE_INFINITY),
  });
  return wrap(again, breaker);
}

function buildClient(url: string, apiKey?: string): QdrantClient {
  const { origin, pathname } = new URL(url);
  // URL drops a port that is the scheme's own, and the client would then take 6333.
  const port = /^https?:\/\/[^/]*:(\d+)(?:\/|$)/.exec(url)?.[1];
  return new QdrantClient({
    url: origin,
    ...(port ? { port: Number(port) } : {}),
    ...(pathname === '/' ? {} : { prefix: pathname.replace(/\/$/, '') }),
    // The client puts its own signal over ours as long as its timeout is finite; without it each call's signal goes through.
    timeout: Number.POSITIVE_INFINITY,
    checkCompatibility: false,
    maxConnections: 32,
    headers: {
      // With gzip each answer waits about 40 ms for a delayed TCP acknowledgement on loopback.
      'accept-encoding': 'identity',
      ...(apiKey ? { 'api-key': apiKey } : {}),
    },
  });
}
