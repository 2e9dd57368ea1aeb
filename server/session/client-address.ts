/**
 * The address to count a client by. With proxies in front (`trustedProxies` of them), each appends the address it saw to
 * `x-forwarded-for`: only the entries from the right are theirs, those further left can be invented by the client.
 */
export function readClientAddress(
  remoteAddress: string,
  forwardedFor: string | string[] | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return remoteAddress;
  const hops = [forwardedFor ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  return hops.at(-trustedProxies) ?? hops[0] ?? remoteAddress;
}

/** Browsers name the page's origin. No origin: not a browser. Empty list: only the own origin; `*`: every one. */
export function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowedOrigins: readonly string[],
): boolean {
  if (origin === undefined) return true;
  if (allowedOrigins.includes('*') || allowedOrigins.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}
