import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { openWatchedPage, type WatchedPage } from './open-watched-page.ts';

/** As strict as a shop can be towards others: scripts and connections only from `server`, no inline styles at all. */
const policy = (server: string) =>
  `default-src 'none'; script-src ${server}; connect-src ${server} ${server.replace('http', 'ws')}; img-src ${server} data:; style-src 'self'`;

/** A page of another origin with the launcher of `server` in it; `css` is the page's own style sheet. */
export async function openForeignPage(browser: Browser, server: string, css = '', body = ''): Promise<WatchedPage> {
  const origin = new URL(server).origin;
  const html = `<!doctype html><html lang="en"><head><title>A shop</title><link rel="stylesheet" href="/shop.css"></head><body><main><h1>A shop</h1><p class="hidden flex">Words of the shop.</p>${body}</main><script type="module" src="${origin}/aisle.js" data-server="${origin}"></script></body></html>`;
  const http = createServer((request, response) => {
    const isCss = request.url === '/shop.css';
    response.setHeader('content-type', isCss ? 'text/css' : 'text/html');
    response.setHeader('content-security-policy', policy(origin));
    response.end(isCss ? css : html);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { page, faults, close } = await openWatchedPage(browser);
  await page.goto(`http://127.0.0.1:${(http.address() as AddressInfo).port}/`);
  return {
    page,
    faults,
    async close() {
      await close();
      http.closeAllConnections();
      http.close();
    },
  };
}
