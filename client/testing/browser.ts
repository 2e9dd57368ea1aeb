import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

const EXECUTABLE = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';

/** Without a browser these tests say so and are left out; where every check must run, that is a failure. */
export function hasBrowser(): boolean {
  if (existsSync(EXECUTABLE)) return true;
  const line = `no Chromium at ${EXECUTABLE}: browser tests are left out. Install it (apt-get install chromium) or set CHROMIUM_PATH.`;
  if (process.env.CI === 'true') throw new Error(line);
  process.stderr.write(`${line}\n`);
  return false;
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The chat as it is shipped, built into a folder of its own. Returns the folder. */
export async function buildClient(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'aisle-client-'));
  await build(outDir, '--emptyOutDir');
  return outDir;
}

/** The shop's own pages as they are shipped, without the chat. Returns the folder. */
export async function buildPages(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'aisle-pages-'));
  await build(outDir, '--config', 'vite.pages.config.ts');
  return outDir;
}

/** In a process of its own: this one is a test run, for which React would be the slow build that nobody ships. */
async function build(outDir: string, ...flags: string[]): Promise<void> {
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const all = [vite, 'build', '--outDir', outDir, '--logLevel', 'error', '--sourcemap', 'false', ...flags];
  await run(process.execPath, all, { env: { ...process.env, NODE_ENV: 'production' } });
}
