import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amountOf, cornerShopFile } from '../server/testing/corner-shop.ts';
import { startTestApp, type TestApp } from '../server/testing/start-test-app.ts';
import { hasBrowser } from './testing/browser.ts';
import { type ChatPage, openPage, turnOver } from './testing/open-page.ts';
import { useBrowser } from './testing/use-browser.ts';

describe.runIf(hasBrowser())('the chat page over the real server', () => {
  const built = useBrowser();
  let shop: TestApp;
  let chat: ChatPage;

  beforeAll(async () => {
    // Words alone lead to the same page, and need no weights.
    const flags = ['--catalog', cornerShopFile, '--name', 'Corner Store', '--embeddings', 'off'];
    shop = await startTestApp(flags, { clientDir: built.clientDir });
  });
  afterAll(() => shop?.close());
  beforeEach(async () => {
    chat = await openPage(built.browser, shop);
  });
  afterEach(async () => {
    await chat.close();
    expect(chat.faults).toEqual([]);
  });

  const cards = () => chat.page.locator('[data-newest="true"] [data-card]');
  const chips = () => chat.page.getByRole('region', { name: 'Your wishes' }).getByRole('button', { name: /^Remove: / });
  const cardIds = () => cards().evaluateAll((all) => all.map((card) => card.getAttribute('data-card') ?? ''));

  it('shows cards for words, takes a wish away by its chip, and finds the talk again after a reload', async () => {
    await chat.ask('red mugs under $11');
    expect(await cardIds()).toEqual(['mug-4']);
    expect(await chips().count()).toBeGreaterThanOrEqual(3);
    await chat.page.getByRole('button', { name: /^Remove: Up to/ }).click();
    await expect.poll(() => cards().count()).toBe(3);
    await turnOver(chat.page);
    const ids = await cardIds();
    expect(ids.some((id) => amountOf(id) > 11)).toBe(true);
    const left = await chips().allInnerTexts();

    await chat.page.reload();
    await chat.page.getByText('red mugs under $11').first().waitFor();
    await expect.poll(cardIds).toEqual(ids);
    expect(await chips().allInnerTexts()).toEqual(left);
    await chat.ask('undo');
    await expect.poll(cardIds).toEqual(['mug-4']);
  });

  it('keeps the talk through a break of the connection', async () => {
    await chat.ask('lamps under $40');
    const ids = await cardIds();
    expect(ids.length).toBeGreaterThan(3);
    await chat.page.context().setOffline(true);
    await chat.page.context().setOffline(false);
    await chat.ask('in black');
    const black = await cardIds();
    expect(black.length).toBeGreaterThan(0);
    expect(black.every((id) => ids.includes(id) && amountOf(id) <= 40)).toBe(true);
  });
});
