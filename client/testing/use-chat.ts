import { afterEach, beforeEach, expect } from 'vitest';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { type ChatPage, openPage, type PageOptions } from './open-page.ts';
import { useBrowser } from './use-browser.ts';

/** What each test finds; made anew for every one of them. */
export interface Stage {
  chat: ChatPage;
  server: FakeServer;
}

/** To be called in a `describe`: before each test the chat is open over a scripted server; a fault on the page fails the test. */
export function useChat(options: PageOptions = {}): Stage {
  const stage = {} as Stage;
  const built = useBrowser();
  beforeEach(async () => {
    stage.server = await startFakeServer(built.clientDir);
    stage.chat = await openPage(built.browser, stage.server, options);
  });
  afterEach(async () => {
    await stage.chat.close();
    await stage.server.close();
    expect(stage.chat.faults).toEqual([]);
  });
  return stage;
}
