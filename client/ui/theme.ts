export type Theme = 'light' | 'dark' | 'system';

const KEY = 'aisle.theme';

/** What the shopper chose on this device; `system` follows `prefers-color-scheme`. */
export function storedTheme(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
}

export function chooseTheme(root: HTMLElement, theme: Theme): Theme {
  applyTheme(root, theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  return theme;
}
