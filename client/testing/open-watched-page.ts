import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface WatchedPage {
  page: Page;
  /** What broke on the page since it was opened. */
  faults: string[];
  close(): Promise<void>;
}

/** An empty page in a window of its own (no storage and no session of another test) that keeps note of what breaks on it. */
export async function openWatchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The fake shop has one broken picture, and an interrupted connection is the point of some tests.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text()))
      faults.push(message.text());
  });
  return { page, faults, close: () => context.close() };
}
