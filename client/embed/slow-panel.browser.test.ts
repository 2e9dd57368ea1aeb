import { describe, expect, it } from 'vitest';
import { hasBrowser } from '../testing/browser.ts';
import { startFakeServer } from '../testing/fake-server.ts';
import { openForeignPage } from '../testing/open-foreign-page.ts';
import { useBrowser } from '../testing/use-browser.ts';

describe.runIf(hasBrowser())('the panel on a slow machine', () => {
  const built = useBrowser();

  it('gives the focus to its message field all the same', async () => {
    const server = await startFakeServer(built.clientDir);
    const shop = await openForeignPage(built.browser, server.url);
    const session = await shop.page.context().newCDPSession(shop.page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const chat = shop.page.locator('aisle-chat');
    // Pressed by script: a mouse on its way would load the chat before the press.
    await chat.getByRole('button').evaluate((launcher: HTMLElement) => launcher.click());
    await chat.getByRole('textbox').and(shop.page.locator(':focus')).waitFor();
    expect(shop.faults).toEqual([]);
    await shop.close();
    await server.close();
  });
});
