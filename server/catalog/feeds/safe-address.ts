const SCHEME = /^\s*([a-z][a-z\d+.-]*):/i;

/** False for an address that a browser would run and not load; the client puts it in a link. Anything but text passes: the schema judges it. */
export function isSafeAddress(value: unknown): boolean {
  if (typeof value !== 'string') return true;
  const scheme = SCHEME.exec(value)?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'http' || scheme === 'https' || /^\s*data:image\//i.test(value);
}
