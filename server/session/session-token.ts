import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token is `v1.<session id>.<issued at, ms, base 36>.<mac>`; the first secret signs, every secret is accepted. */
const version = 'v1';

export type TokenReading =
  | { ok: true; sessionId: string; issuedAt: number }
  | { ok: false; reason: 'malformed' | 'forged' };

export function signSessionToken(secrets: readonly string[], sessionId: string, issuedAt: number): string {
  const claim = `${version}.${sessionId}.${issuedAt.toString(36)}`;
  return `${claim}.${sign(secrets[0] ?? '', claim)}`;
}

/** Never throws: a token comes from outside and may be anything. */
export function readSessionToken(secrets: readonly string[], token: unknown): TokenReading {
  if (typeof token !== 'string') return { ok: false, reason: 'malformed' };
  const match = /^(v1\.([\w-]{1,64})\.([0-9a-z]{1,11}))\.([\w-]{43})$/.exec(token);
  const [, claim, sessionId, issuedAt, mac] = match ?? [];
  if (!claim || !sessionId || !issuedAt || !mac) return { ok: false, reason: 'malformed' };
  if (!secrets.some((secret) => equal(mac, sign(secret, claim)))) return { ok: false, reason: 'forged' };
  return { ok: true, sessionId, issuedAt: Number.parseInt(issuedAt, 36) };
}

function sign(secret: string, claim: string): string {
  return createHmac('sha256', secret).update(claim).digest('base64url');
}

/** Both are base64url of 32 bytes: the length gives nothing away. */
function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
