import type { z } from 'zod';

export type Report<Value> =
  | { status: 'ready'; value: Value }
  | { status: 'unauthorized' }
  | { status: 'failed'; reason: 'offline' | 'unreadable' }
  /** Refused in the server's own words. */
  | { status: 'failed'; reason: 'refused'; message: string };

const SENDABLE = /^[ -~]*$/;

/** Asks the server for a report; whatever goes wrong is an answer too. Rejects only when the signal is aborted. */
export async function fetchReport<Value>(
  path: string,
  { token, schema, signal }: { token: string; schema: z.ZodType<Value>; signal: AbortSignal },
): Promise<Report<Value>> {
  let response: Response;
  try {
    // A token is written by hand: what no header may carry is a wrong token, not a fault.
    const headers = { authorization: `Bearer ${SENDABLE.test(token) ? token : ''}` };
    response = await fetch(path, { headers, signal, cache: 'no-store' });
  } catch {
    signal.throwIfAborted();
    return { status: 'failed', reason: 'offline' };
  }
  if (response.status === 401) return { status: 'unauthorized' };
  const body: unknown = await response.json().catch(() => undefined);
  signal.throwIfAborted();
  if (!response.ok) {
    const message = messageOf(body);
    return message === undefined
      ? { status: 'failed', reason: 'unreadable' }
      : { status: 'failed', reason: 'refused', message };
  }
  const parsed = schema.safeParse(body);
  return parsed.success ? { status: 'ready', value: parsed.data } : { status: 'failed', reason: 'unreadable' };
}

function messageOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('error' in body)) return undefined;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined;
  return typeof error.message === 'string' ? error.message : undefined;
}
