import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { buildClient, launchBrowser } from './browser.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { type ChatPage, openPage, type PageOptions } from './open-page.ts';

/** What each test finds; made anew for every one of them. */
export interface Stage {
  chat: ChatPage;
  server: FakeServer;
}

/** To be called in a `describe`: before each test the chat is open over a scripted server; a fault on the page fails the test. */
export function useChat(options: PageOptions = {}): Stage {
  const stage = {} as Stage;
  let clientDir: string;
  let browser: Browser;

  beforeAll(async () => {
    [clientDir, browser] = await Promise.all([buildClient(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(clientDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    stage.server = await startFakeServer(clientDir);
    stage.chat = await openPage(browser, stage.server, options);
  });
  afterEach(async () => {
    await stage.chat.close();
    await stage.server.close();
    expect(stage.chat.faults).toEqual([]);
  });
  return stage;
}
