import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { readClock, readFirstPaint, slowDown } from './slow-page.ts';

export interface LoadFigures {
  /** The chat as a page of its own. */
  firstPaintMs: number;
  /** From the navigation until the message field takes a key and shows it. */
  readyMs: number;
}

const TIMEOUT_MS = 30_000;

/** Everything anew: no cache, no storage, no session. */
async function openSlowPage(browser: Browser, times: number): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  await slowDown(page, times);
  return { context, page };
}

export async function measureLoad(browser: Browser, url: string, times: number): Promise<LoadFigures> {
  const { context, page } = await openSlowPage(browser, times);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('#message').pressSequentially('a');
  await page.waitForFunction(() => document.querySelector<HTMLTextAreaElement>('#message')?.value === 'a');
  const readyMs = await readClock(page);
  const firstPaintMs = await readFirstPaint(page);
  await context.close();
  return { firstPaintMs, readyMs };
}

export interface PanelFigures {
  /** Of the page around, with the launcher in it. */
  firstPaintMs: number;
  /** From the press on the launcher until the message field has the focus. */
  openMs: number;
}

export async function measurePanel(browser: Browser, server: string, times: number): Promise<PanelFigures> {
  const shop = await serveShop(server);
  const { context, page } = await openSlowPage(browser, times);
  await page.goto(shop.url);
  const launcher = page.locator('aisle-chat').getByRole('button').first();
  await launcher.waitFor();
  const firstPaintMs = await readFirstPaint(page);
  // Pressed by script: a mouse on its way would load the panel before the press.
  const openedAt = await page.evaluate(() => {
    document.querySelector('aisle-chat')?.shadowRoot?.querySelector('button')?.click();
    return performance.now();
  });
  const field = page.locator('aisle-chat').getByRole('textbox');
  await field.and(page.locator(':focus')).waitFor();
  const openMs = (await readClock(page)) - openedAt;
  await context.close();
  shop.close();
  return { firstPaintMs, openMs };
}

async function serveShop(server: string): Promise<{ url: string; close(): void }> {
  const origin = new URL(server).origin;
  const page = `<!doctype html><html lang="en"><title>A shop</title><h1>A shop</h1><script type="module" src="${origin}/aisle.js" data-server="${origin}"></script></html>`;
  const http = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/`,
    close() {
      http.closeAllConnections();
      http.close();
    },
  };
}
