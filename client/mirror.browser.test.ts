import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildClient, hasBrowser, launchBrowser } from './testing/browser.ts';
import { type FakeServer, startFakeServer } from './testing/fake-server.ts';
import { type ChatPage, openPage } from './testing/open-page.ts';

/** Each leads to a state whose two directions are held against each other. */
const STATES: Record<string, (chat: ChatPage) => Promise<unknown>> = {
  'the empty page': async () => {},
  'a row of cards': (chat) => chat.ask('under 90, ideally wool'),
  'a near miss': (chat) => chat.ask('red velvet under 60 blessed by monks'),
  'the menu': (chat) => chat.page.getByRole('button', { name: 'Menu' }).click(),
  'the details of a product': async (chat) => {
    await chat.ask('under 90');
    await chat.page.locator('[data-card] h3 button').first().click();
    await chat.page.getByRole('dialog', { name: /./ }).waitFor();
  },
  'the cart': async (chat) => {
    await chat.ask('under 90');
    await chat.page
      .getByRole('button', { name: /^Add to cart: / })
      .first()
      .click();
    await chat.page.getByRole('button', { name: 'Cart, 1 item' }).click();
    await chat.page.getByRole('dialog', { name: 'Your cart' }).waitFor();
  },
  'the comparison': async (chat) => {
    await chat.ask('under 90');
    for (const place of [0, 1])
      await chat.page
        .getByRole('button', { name: /^Compare: / })
        .nth(place)
        .click();
    await chat.page.getByRole('button', { name: 'Compare', exact: true }).click();
    await chat.page.getByRole('dialog', { name: 'Side by side' }).waitFor();
  },
};

interface Box {
  what: string;
  start: number;
  width: number;
}

describe.runIf(hasBrowser())('the chat written from right to left', () => {
  let clientDir: string;
  let browser: Browser;
  let server: FakeServer;
  beforeAll(async () => {
    clientDir = await buildClient();
    [browser, server] = await Promise.all([launchBrowser(), startFakeServer(clientDir)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    rmSync(clientDir, { recursive: true, force: true });
  });

  /** What can be pressed, written into or looked at, by its distance from where the line starts. */
  const boxesOf = (page: Page): Promise<Box[]> =>
    page.evaluate(() => {
      const rtl = document.documentElement.dir === 'rtl';
      const all = [
        ...document.querySelectorAll<HTMLElement>('button, a, h1, h2, h3, textarea, input, img, article, th, td'),
      ];
      return all
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.sr-only'))
        .map((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
          const start = rtl ? window.innerWidth - right : left;
          return {
            what: `${element.tagName} ${name.slice(0, 40)}`,
            start: Math.round(start),
            width: Math.round(width),
          };
        });
    });
  const overflowing = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const scrolls = (element: Element | null): boolean =>
        element !== null &&
        (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.checkVisibility() && !scrolls(element.parentElement))
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect();
          return width > 0 && (left < -1 || right > window.innerWidth + 1);
        })
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
    });
  const reach = async (direction: 'ltr' | 'rtl', state: (chat: ChatPage) => Promise<unknown>, width: number) => {
    const chat = await openPage(browser, server, { viewport: { width, height: 860 } });
    await chat.page.evaluate((dir) => {
      document.documentElement.dir = dir;
    }, direction);
    await state(chat);
    return chat;
  };

  it.each(Object.entries(STATES))('is the mirror image in %s', async (_name, state) => {
    const [plain, mirrored] = [await reach('ltr', state, 1280), await reach('rtl', state, 1280)];
    const [expected, found] = [await boxesOf(plain.page), await boxesOf(mirrored.page)];
    expect(found.map(({ what }) => what)).toEqual(expected.map(({ what }) => what));
    const moved = found.filter(({ start, width }, index) => {
      const other = expected[index];
      return Math.abs(start - (other?.start ?? 0)) > 2 || Math.abs(width - (other?.width ?? 0)) > 2;
    });
    expect(moved).toEqual([]);
    expect(expected.length).toBeGreaterThan(5);
    for (const chat of [plain, mirrored]) await chat.close();
  });

  it.each([360, 1280])('lets nothing stand out of a screen %d pixels wide', async (width) => {
    for (const state of Object.values(STATES)) {
      const chat = await reach('rtl', state, width);
      expect(await overflowing(chat.page)).toEqual([]);
      expect(chat.faults).toEqual([]);
      await chat.close();
    }
  });
});
