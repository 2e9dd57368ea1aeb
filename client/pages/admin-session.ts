const KEY = 'aisle.admin';

/** The admin token of this tab; it goes with the tab. Where storage is blocked it lasts until the page is left. */
export function readToken(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepToken(token: string | undefined): void {
  try {
    if (token === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, token);
  } catch {
    // Nothing to do: the page holds the token itself.
  }
}
