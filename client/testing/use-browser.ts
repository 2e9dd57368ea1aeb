import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { buildClient, launchBrowser } from './browser.ts';

export interface BuiltChat {
  browser: Browser;
  /** Folder of the chat as it is shipped. */
  clientDir: string;
}

/** To be called in a `describe`: its tests find a browser and the built chat in what is returned. */
export function useBrowser(build: () => Promise<string> = buildClient): BuiltChat {
  const built = {} as BuiltChat;
  beforeAll(async () => {
    [built.clientDir, built.browser] = await Promise.all([build(), launchBrowser()]);
  });
  afterAll(async () => {
    await built.browser?.close();
    if (built.clientDir) rmSync(built.clientDir, { recursive: true, force: true });
  });
  return built;
}
