import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { hasBrowser, launchBrowser } from '../client/testing/browser.ts';
import { say, shots } from './screenshots/shots.ts';

/** `npm run screenshots`: the real server over the sample shop, ten states of the page, `docs/screenshots/NAME.png`. */
const FOLDER = 'docs/screenshots';
const READY_TIMEOUT_MS = 240_000;

if (!hasBrowser()) process.exit(1);
const only = process.argv.slice(2);
const dataDir = mkdtempSync(join(tmpdir(), 'aisle-screenshots-'));
const shop = createServer((_request, response) => {
  const page = readFileSync('client/examples/plain-shop.html', 'utf8').replaceAll('http://localhost:3000', server.url);
  response.setHeader('content-type', 'text/html').end(page);
});
await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
const shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
const server = await startServer(dataDir, shopUrl);
const browser = await launchBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, shot] of Object.entries(shots)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const { width, height, ...look } = shot.look;
    const options: BrowserContextOptions = { locale: 'en-US', reducedMotion: 'reduce', colorScheme: 'light', ...look };
    const context = await browser.newContext({ ...options, viewport: { width, height } });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto(shot.embedded ? shopUrl : `${server.url}/${shot.query ?? ''}`);
    await shot.reach(page);
    await settle(page);
    await save(name, await page.screenshot());
    await context.close();
  }
} finally {
  await browser.close();
  shop.closeAllConnections();
  shop.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Every picture on the screen is there, and the place is held by no animation. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(400);
}

/** A palette keeps what is read and a fifth of the bytes. */
async function save(name: string, png: Buffer): Promise<void> {
  const small = await sharp(png)
    .png({ palette: true, quality: 100, dither: 0.4, compressionLevel: 9, effort: 8 })
    .toBuffer();
  writeFileSync(join(FOLDER, `${name}.png`), small);
  say(`${FOLDER}/${name}.png  ${Math.round(small.length / 1024)} kB`);
}

async function startServer(dataDir: string, allowedOrigin: string): Promise<{ url: string; stop(): Promise<void> }> {
  const flags = ['--port', '0', '--host', '127.0.0.1', '--data', dataDir, '--log-level', 'warn'];
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', ...flags], {
    env: { ...process.env, NODE_ENV: 'production', ALLOWED_ORIGINS: allowedOrigin },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server was not ready in time')), READY_TIMEOUT_MS);
    let heard = '';
    child.stdout.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
      const port = /Aisle is ready:.* at http:\/\/[^\s:]+:(\d+)/.exec(heard)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(`http://127.0.0.1:${port}`);
    });
    child.once('exit', () => reject(new Error('the server ended before it was ready')));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, stop };
}
