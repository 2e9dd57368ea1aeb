import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from './testing/browser.ts';
import { type FakeServer, startFakeServer } from './testing/fake-server.ts';
import { findViolations } from './testing/find-violations.ts';
import { type ChatPage, openPage, turnOver } from './testing/open-page.ts';
import { useBrowser } from './testing/use-browser.ts';

/** Each leads to a state that has to be free of violations. */
const STATES: Record<string, (chat: ChatPage) => Promise<void>> = {
  'the empty page': async () => {},
  'a row of mixed cards': (chat) => chat.ask('under 90, not red, ideally wool, blessed by monks'),
  'a near miss': (chat) => chat.ask('red velvet under 60'),
  'an error': (chat) => chat.ask('please fail'),
  'a question': (chat) => chat.ask('which one'),
  'the details of a product': async (chat) => {
    await chat.ask('under 90');
    await chat.page.locator('[data-card] h3 button').first().click();
    await chat.page.getByRole('dialog', { name: /./ }).waitFor();
  },
  'the menu of a wish': async (chat) => {
    await chat.ask('under 90');
    await chat.page.getByRole('button', { name: /Change$/ }).click();
    await chat.page.getByRole('slider').waitFor();
  },
  'the interests': async (chat) => {
    await chat.ask('under 90');
    await openFromMenu(chat, 'What you seem to like');
  },
  'the menu': async (chat) => {
    await chat.page.getByRole('button', { name: 'Menu' }).click();
    await chat.page.getByRole('radio', { name: 'Dark' }).waitFor();
  },
  'the history': async (chat) => {
    await chat.ask('under 90');
    await openFromMenu(chat, 'This conversation');
  },
  'the question before a fresh start': async (chat) => {
    await chat.ask('under 90');
    await openFromMenu(chat, 'Start afresh');
  },
  'the cart and what is saved': async (chat) => {
    await chat.ask('under 90');
    await chat.page
      .getByRole('button', { name: /^Add to cart: / })
      .first()
      .click();
    await chat.page
      .getByRole('button', { name: /^Like: / })
      .first()
      .click();
    await chat.page.getByRole('button', { name: 'Cart, 1 item' }).click();
    await chat.page.getByRole('dialog', { name: 'Your cart' }).waitFor();
    expect(await findViolations(chat.page)).toEqual([]);
    await chat.page.keyboard.press('Escape');
    await chat.page.getByRole('button', { name: 'Saved' }).click();
    await chat.page.getByRole('dialog', { name: 'Saved' }).waitFor();
  },
  'the comparison': async (chat) => {
    await chat.ask('under 90');
    for (const index of [0, 1, 2])
      await chat.page
        .getByRole('button', { name: /^Compare: / })
        .nth(index)
        .click();
    await chat.page.getByRole('button', { name: 'Compare', exact: true }).click();
    await chat.page.getByRole('dialog', { name: 'Side by side' }).waitFor();
  },
};

async function openFromMenu({ page }: ChatPage, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: entry }).click();
  await page.locator('dialog[open]').waitFor();
}

describe.runIf(hasBrowser())('the chat page for everyone', () => {
  const built = useBrowser();
  let server: FakeServer;
  beforeAll(async () => {
    server = await startFakeServer(built.clientDir);
  });
  afterAll(() => server?.close());

  describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
    it.each(Object.entries(STATES))('has no violation in %s', async (_name, reach) => {
      const chat = await openPage(built.browser, server, { colorScheme });
      await reach(chat);
      expect(await findViolations(chat.page)).toEqual([]);
      await chat.close();
    });
  });

  it('can be used by keyboard alone', async () => {
    const chat = await openPage(built.browser, server);
    const { page } = chat;
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
      );
    const tabTo = async (name: RegExp) => {
      for (let presses = 0; presses < 60; presses++) {
        if (name.test(await focused())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`no way by Tab to ${name}, stopped at "${await focused()}"`);
    };
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the message field');
    await page.keyboard.press('Enter');
    await page.keyboard.type('red under 90');
    await page.keyboard.press('Enter');
    await page.locator('[data-card]').first().waitFor();
    await turnOver(page);
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('#message').inputValue()).toBe('red under 90');
    await page.locator('#message').fill('');
    await page.getByRole('main').focus();
    await tabTo(/^Red lamp/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^Red lamp/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toMatch(/^Red lamp/);
    await tabTo(/^Add to cart: Red lamp/);
    await page.keyboard.press('Space');
    await expect.poll(focused).toMatch(/^In the cart: Red lamp/);
    await tabTo(/^Remove: Red/);
    await page.keyboard.press('Enter');
    await page.getByText('Removed: Red').waitFor();
    await chat.close();
  });

  it('announces a turn once, when it is done', async () => {
    const chat = await openPage(built.browser, server);
    await chat.ask('red under 90');
    const region = chat.page.locator('[role=status].sr-only').last();
    await expect.poll(() => region.textContent()).toMatch(/^Here is what fits.*Results: Showing \d+ of \d+\.$/);
    await chat.page.reload();
    await turnOver(chat.page);
    expect(await region.textContent()).toBe('');
    await chat.close();
  });

  it.each([360, 768, 1600])('fits a screen %d pixels wide, with targets large enough for a thumb', async (width) => {
    const chat = await openPage(built.browser, server, { viewport: { width, height: 800 } });
    await chat.ask('red velvet under 60 blessed by monks');
    await chat.ask('under 170, wool');
    const overflow = await chat.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    const main = chat.page.getByRole('main');
    expect(await main.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
    const small = await chat.page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter(
          (button) =>
            button.checkVisibility() && !button.classList.contains('sr-only') && button.closest('h3') === null,
        )
        .map((button) => ({
          name: button.getAttribute('aria-label') ?? button.textContent,
          box: button.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ name, box }) => `${name} ${box.width}x${box.height}`),
    );
    expect(small).toEqual([]);
    await chat.close();
  });

  const overflow = ({ page }: ChatPage) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it('stays whole at 200% zoom, the message field and the conversation in view', async () => {
    // What a window of 1280 by 860 has at 200%.
    const chat = await openPage(built.browser, server, { viewport: { width: 640, height: 430 }, deviceScaleFactor: 2 });
    await chat.ask('red velvet under 60');
    expect(await overflow(chat)).toBeLessThanOrEqual(0);
    const field = await chat.page.locator('#message').boundingBox();
    expect((field?.y ?? 0) + (field?.height ?? 0)).toBeLessThanOrEqual(430);
    expect((await chat.page.getByRole('main').boundingBox())?.height).toBeGreaterThan(140);
    await chat.page.getByRole('button', { name: /^Up to \$60, Must have/ }).click();
    await chat.page.getByRole('button', { name: 'Apply' }).scrollIntoViewIfNeeded();
    expect(await chat.page.getByRole('button', { name: 'Apply' }).isVisible()).toBe(true);
    await chat.close();
  });

  it('mirrors for writing from right to left, windows included', async () => {
    const chat = await openPage(built.browser, server);
    await chat.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await chat.ask('under 90');
    const send = await chat.page.getByRole('button', { name: 'Send', exact: true }).boundingBox();
    const field = await chat.page.locator('#message').boundingBox();
    expect(send?.x).toBeLessThan(field?.x ?? 0);
    expect(await overflow(chat)).toBeLessThanOrEqual(0);
    await chat.page.getByRole('button', { name: 'Menu' }).click();
    const menu = await chat.page.getByRole('dialog', { name: 'Menu' }).boundingBox();
    expect(menu?.x).toBeGreaterThanOrEqual(0);
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeLessThan(640);
    await chat.page.keyboard.press('Escape');
    await chat.page.locator('[data-card] h3 button').first().click();
    const sheet = await chat.page.getByRole('dialog', { name: /^Red lamp/ }).boundingBox();
    expect(sheet?.x).toBeLessThan(100);
    await chat.close();
  });

  it.each(['reduce', 'no-preference'] as const)('moves only for those who want it: %s', async (reducedMotion) => {
    const chat = await openPage(built.browser, server, { reducedMotion });
    await chat.ask('under 90');
    const duration = await chat.page
      .locator('[data-card]')
      .first()
      .evaluate((element) => Number.parseFloat(getComputedStyle(element).animationDuration));
    if (reducedMotion === 'reduce') expect(duration).toBeLessThanOrEqual(0.001);
    else expect(duration).toBeGreaterThan(0.1);
    await chat.close();
  });

  it('follows a chosen colour theme against the system, and keeps it', async () => {
    const chat = await openPage(built.browser, server, { colorScheme: 'light' });
    const canvas = () => chat.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await canvas();
    await chat.page.getByRole('button', { name: 'Menu' }).click();
    await chat.page.getByRole('radio', { name: 'Dark' }).click();
    const dark = await canvas();
    expect(dark).not.toBe(light);
    await chat.page.reload();
    expect(await canvas()).toBe(dark);
    await chat.close();
  });
});
