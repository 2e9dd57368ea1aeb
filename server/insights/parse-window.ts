import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { TimeWindow } from '../session/turn-log.ts';

const DAY_MS = 24 * 3_600_000;
const DEFAULT_MS = 7 * DAY_MS;
const MOST_MS = 366 * DAY_MS;

/** `2026-11-23`, which is midnight of UTC, or a whole time with its offset. */
const Time = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })])
  .transform((text) => Date.parse(text))
  .optional();
const Query = z.object({ since: Time, until: Time });

/** A stretch of time from a query string; the last seven days when nothing is said. Throws `AppError` `bad_request`. */
export function parseWindow(query: unknown, now: number): TimeWindow {
  const parsed = Query.safeParse(query);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))].join(' and ');
    throw refuse(`${names}: write a day as 2026-11-23 or a time as 2026-11-23T08:00:00Z, once.`);
  }
  // The turn that ends in this very millisecond counts.
  const until = parsed.data.until ?? now + 1;
  const since = parsed.data.since ?? until - DEFAULT_MS;
  if (since >= until) throw refuse('since: must lie before until.');
  if (until - since > MOST_MS) throw refuse('since: at most 366 days before until.');
  return { since, until };
}

const refuse = (message: string): AppError => new AppError('bad_request', message);
