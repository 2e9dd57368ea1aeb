import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';
import { codes } from './client-error.ts';

/** A fault that says when to try again; `retryAfterMs` is for doors that can say it in their own way. */
export class RateLimited extends AppError {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    const seconds = Math.max(1, Math.ceil(retryAfterMs / 1000));
    super(codes.rateLimited, `That was too many requests. Please try again in ${seconds} s.`);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Takes one of the points of `key`; rejects with `RateLimited` when there is none left. */
export type RateLimit = (key: string) => Promise<void>;

export interface DoorLimits {
  connectionsOfAddress: RateLimit;
  turnsOfAddress: RateLimit;
  turnsOfSession: RateLimit;
  interactionsOfSession: RateLimit;
  adminRequestsOfAddress: RateLimit;
}

export interface DoorLimitOptions {
  turnsPerMinute: number;
  addressTurnsPerMinute: number;
  addressConnectionsPerMinute: number;
  interactionsPerMinute: number;
  adminRequestsPerMinute?: number;
}

/** People who read a page, and nobody who guesses a token. */
const ADMIN_REQUESTS_PER_MINUTE = 60;

/** Both doors share one set, so that a second door is not a second allowance. Counted per process. */
export function createDoorLimits(options: DoorLimitOptions): DoorLimits {
  return {
    connectionsOfAddress: createRateLimit(options.addressConnectionsPerMinute),
    turnsOfAddress: createRateLimit(options.addressTurnsPerMinute),
    turnsOfSession: createRateLimit(options.turnsPerMinute),
    interactionsOfSession: createRateLimit(options.interactionsPerMinute),
    adminRequestsOfAddress: createRateLimit(options.adminRequestsPerMinute ?? ADMIN_REQUESTS_PER_MINUTE),
  };
}

function createRateLimit(pointsPerMinute: number): RateLimit {
  const limiter = new RateLimiterMemory({ points: pointsPerMinute, duration: 60 });
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw new RateLimited(error.msBeforeNext);
      throw error;
    }
  };
}
