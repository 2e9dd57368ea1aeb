import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether the header is `Bearer` with this token. Digests are compared: neither place nor length of a difference shows in the time. */
export function isBearer(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
