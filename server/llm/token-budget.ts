import { AppError } from '../errors.ts';
import type { Usage } from './model-port.ts';

const DAY_MS = 86_400_000;
/** Sessions remembered at most; the longest unused is forgotten first. */
const MOST_SESSIONS = 10_000;

export interface BudgetLimits {
  /** Tokens in and out together. */
  sessionTokens: number;
  dayTokens: number;
}

/** Counts tokens a session and a day (UTC) and refuses calls once they are spent. One process counts for itself. */
export class TokenBudget {
  readonly #limits: BudgetLimits;
  readonly #now: () => number;
  readonly #sessions = new Map<string, number>();
  #day = -1;
  #dayTokens = 0;

  constructor(limits: BudgetLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Throws `AppError` `model_budget`. */
  check(sessionId: string): void {
    this.#turnDay();
    if ((this.#sessions.get(sessionId) ?? 0) >= this.#limits.sessionTokens)
      throw new AppError('model_budget', 'this session has spent its tokens: raise OPENAI_SESSION_TOKENS');
    if (this.#dayTokens >= this.#limits.dayTokens)
      throw new AppError('model_budget', 'this day has spent its tokens: raise OPENAI_DAY_TOKENS');
  }

  spend(sessionId: string, { inputTokens, outputTokens }: Usage): void {
    this.#turnDay();
    const tokens = inputTokens + outputTokens;
    const spent = (this.#sessions.get(sessionId) ?? 0) + tokens;
    this.#sessions.delete(sessionId);
    this.#sessions.set(sessionId, spent);
    this.#dayTokens += tokens;
    const [oldest] = this.#sessions.keys();
    if (this.#sessions.size > MOST_SESSIONS && oldest !== undefined) this.#sessions.delete(oldest);
  }

  #turnDay(): void {
    const day = Math.floor(this.#now() / DAY_MS);
    if (day === this.#day) return;
    this.#day = day;
    this.#dayTokens = 0;
  }
}
