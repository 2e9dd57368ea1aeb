import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { FakeServer } from './fake-server.ts';

export interface ChatPage {
  page: Page;
  /** Writes a message and waits until its turn is over. */
  ask(text: string): Promise<void>;
  /** What broke on the page since it was opened. */
  faults: string[];
  close(): Promise<void>;
}

interface PageOptions extends BrowserContextOptions {
  query?: string;
}

/** The chat in a browser of its own: no storage and no session of another test. */
export async function openPage(
  browser: Browser,
  server: Pick<FakeServer, 'url'>,
  options: PageOptions = {},
): Promise<ChatPage> {
  const { query = '', ...context } = options;
  const opened = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-US',
    reducedMotion: 'reduce',
    ...context,
  });
  const page = await opened.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    // The fake shop has one broken picture, and an interrupted connection is the point of some tests.
    if (message.type() === 'error' && !/Failed to load resource|WebSocket/.test(message.text()))
      faults.push(message.text());
  });
  await page.goto(server.url + query);
  await page.getByRole('heading', { level: 1, name: 'Corner Store' }).waitFor();
  return {
    page,
    faults,
    async ask(text) {
      const before = await page.locator('article[data-turn]').count();
      await page.locator('#message').fill(text);
      await page.locator('#message').press('Enter');
      await page.locator('article[data-turn]').nth(before).waitFor();
      await turnOver(page);
    },
    close: () => opened.close(),
  };
}

/** The newest turn is done, failed or stopped. */
export const turnOver = (page: Page): Promise<void> =>
  page.locator('article[data-turn]').last().and(page.locator('[aria-busy="false"]')).waitFor();
