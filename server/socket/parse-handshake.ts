import { Handshake } from '../contract/index.ts';
import { AppError } from '../errors.ts';
import { codes, describeIssues } from '../session/client-error.ts';

/**
 * `null` counts as left out, since some clients cannot leave a field out. A token is passed on unseen: one that is no good
 * gives a fresh session. Any other bad field throws `bad_request`.
 */
export function parseHandshake(auth: Record<string, unknown>): {
  session: unknown;
  lastSeq?: number;
  locale?: string;
} {
  const { session, ...rest } = Object.fromEntries(Object.entries(auth).filter(([, value]) => value !== null));
  const parsed = Handshake.safeParse(rest);
  if (!parsed.success) throw new AppError(codes.badRequest, describeIssues(parsed.error));
  return { session, lastSeq: parsed.data.lastSeq, locale: parsed.data.locale };
}
