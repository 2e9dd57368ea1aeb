import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { FakeServer } from './fake-server.ts';
import { openWatchedPage, type WatchedPage } from './open-watched-page.ts';

export interface ChatPage extends WatchedPage {
  /** Writes a message and waits until its turn is over. */
  ask(text: string): Promise<void>;
}

export interface PageOptions extends BrowserContextOptions {
  query?: string;
}

/** The chat, open and ready to be written to. */
export async function openPage(
  browser: Browser,
  server: Pick<FakeServer, 'url'>,
  options: PageOptions = {},
): Promise<ChatPage> {
  const { query = '', ...context } = options;
  const watched = await openWatchedPage(browser, context);
  const { page } = watched;
  await page.goto(server.url + query);
  await page.getByRole('heading', { level: 1, name: 'Corner Store' }).waitFor();
  return {
    ...watched,
    async ask(text) {
      const before = await page.locator('article[data-turn]').count();
      await page.locator('#message').fill(text);
      await page.locator('#message').press('Enter');
      await page.locator('article[data-turn]').nth(before).waitFor();
      await turnOver(page);
    },
  };
}

/** The newest turn is done, failed or stopped. */
export const turnOver = (page: Page): Promise<void> =>
  page.locator('article[data-turn]').last().and(page.locator('[aria-busy="false"]')).waitFor();
