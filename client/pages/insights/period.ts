export const PERIODS = [1, 7, 30, 90] as const;
export type Days = (typeof PERIODS)[number];

const DAY_MS = 24 * 3_600_000;
const DEFAULT_DAYS: Days = 7;

/** `?days=` of the address, seven where it names none of the choices. */
export function daysOf(search: string): Days {
  const asked = Number(new URLSearchParams(search).get('days'));
  return PERIODS.find((days) => days === asked) ?? DEFAULT_DAYS;
}

/** The query of the report: an exact stretch where the address names one, else so many days until now. */
export function queryOf(days: Days, search: string, now: number = Date.now()): string {
  const asked = new URLSearchParams(search);
  const exact = ['since', 'until'].flatMap((name) => {
    const value = asked.get(name);
    return value === null ? [] : [[name, value]];
  });
  if (exact.length > 0) return `?${new URLSearchParams(exact)}`;
  // To the minute, so that drawing the page again does not ask again.
  const since = Math.floor((now - days * DAY_MS) / 60_000) * 60_000;
  return `?${new URLSearchParams({ since: new Date(since).toISOString() })}`;
}

/** The choice stands in the address, so that the page can be sent on; an exact stretch gives way to it. */
export function rememberDays(days: Days): void {
  const address = new URL(window.location.href);
  for (const name of ['since', 'until']) address.searchParams.delete(name);
  address.searchParams.set('days', String(days));
  window.history.replaceState(null, '', address);
}
