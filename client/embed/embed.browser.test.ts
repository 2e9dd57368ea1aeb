import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../testing/browser.ts';
import { type FakeServer, startFakeServer } from '../testing/fake-server.ts';
import { openForeignPage } from '../testing/open-foreign-page.ts';
import { useBrowser } from '../testing/use-browser.ts';

/** First load of a page with the launcher, and of the chat page itself, compressed. */
const FIRST_LOAD_LIMIT_BYTES = 120_000;

const hostile = readFileSync(new URL('../testing/hostile.css', import.meta.url), 'utf8');

/** What decides how the panel looks: size, place and style of its parts. */
const look = (page: Page) =>
  page.evaluate(() => {
    const shadow = document.querySelector('aisle-chat')?.shadowRoot;
    const selectors = ['.panel', 'h1', '#message', 'header', 'h2', '[data-conversation]', 'nav button'];
    return selectors.map((selector) => {
      const element = shadow?.querySelector(selector);
      if (!element) return `${selector} is missing`;
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const { fontSize, fontFamily, letterSpacing, lineHeight, color, textTransform, opacity, textAlign } = style;
      const box = [x, y, width, height].map(Math.round).join(' ');
      return [selector, box, fontSize, fontFamily, letterSpacing, lineHeight, color, textTransform, opacity, textAlign];
    });
  });

describe.runIf(hasBrowser())('the chat in a page of a shop', () => {
  const built = useBrowser();
  let server: FakeServer;
  beforeAll(async () => {
    server = await startFakeServer(built.clientDir);
  });
  afterAll(() => server?.close());

  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Find it for me' }).click();
    await page.getByRole('heading', { level: 1, name: 'Corner Store' }).waitFor();
  };
  const ask = async (page: Page, text: string) => {
    await page.locator('#message').fill(text);
    await page.locator('#message').press('Enter');
    await page.locator('[data-card]').first().waitFor();
    await page.locator('article[data-turn]').last().and(page.locator('[aria-busy="false"]')).waitFor();
  };

  it('loads little before it is opened, and the page no more than it must', () => {
    const size = (files: string[]) =>
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built.clientDir, file))).length, 0);
    const staticParts = (file: string, seen = new Set([file])): Set<string> => {
      const source = readFileSync(join(built.clientDir, file), 'utf8');
      for (const [, name] of source.matchAll(/(?:from|import)\s*"\.{1,2}\/(?:assets\/)?([^"]+\.js)"/g)) {
        const part = name === 'aisle.js' ? name : `assets/${name}`;
        if (!seen.has(part)) staticParts(part, seen.add(part));
      }
      return seen;
    };
    const html = readFileSync(join(built.clientDir, 'index.html'), 'utf8');
    const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
    const page = new Set(named.flatMap((file) => (file.endsWith('.js') ? [...staticParts(file)] : [file])));
    expect(size([...page])).toBeLessThan(FIRST_LOAD_LIMIT_BYTES);
    expect(size([...staticParts('aisle.js')])).toBeLessThan(8_000);
  });

  it('looks the same on a page whose style sheet fights it, and changes nothing there', async () => {
    const bare = await openForeignPage(built.browser, server.url);
    const fighting = await openForeignPage(built.browser, server.url, hostile);
    const shopLook = () =>
      fighting.page.evaluate(() => {
        const { display, fontSize, color } = getComputedStyle(document.querySelector('main p') ?? document.body);
        return [display, fontSize, color, document.documentElement.lang, document.title, document.head.children.length];
      });
    const before = await shopLook();
    for (const { page } of [bare, fighting]) {
      await open(page);
      await ask(page, 'under 90');
    }
    expect(await look(fighting.page)).toEqual(await look(bare.page));
    expect(await shopLook()).toEqual(before);
    expect([...bare.faults, ...fighting.faults]).toEqual([]);
    await bare.close();
    await fighting.close();
  });

  it('tells the page what happens, and does what the page asks', async () => {
    const { page, faults, close } = await openForeignPage(built.browser, server.url);
    await page.evaluate(() => {
      const seen: unknown[] = [];
      Object.assign(window, { seen });
      for (const name of ['open', 'close', 'cart-add', 'turn'])
        document.addEventListener(`aisle:${name}`, (event) => seen.push([name, (event as CustomEvent).detail]));
    });
    await page.waitForFunction(() => customElements.get('aisle-chat') !== undefined);
    await page.evaluate('document.querySelector("aisle-chat").ask("under 90")');
    await page.locator('[data-card]').first().waitFor();
    await page.locator('[aria-busy="false"][data-turn]').waitFor();
    await page
      .getByRole('button', { name: /^Add to cart: / })
      .first()
      .click();
    await page.getByRole('button', { name: 'Cart, 1 item' }).waitFor();
    await page.evaluate('document.querySelector("aisle-chat").close()');
    await page.getByRole('button', { name: 'Find it for me' }).waitFor();
    const seen = await page.evaluate<[string, Record<string, unknown>][]>('window.seen');
    expect(seen.map(([name]) => name)).toEqual(['open', 'turn', 'cart-add', 'close']);
    expect(seen[1]?.[1]).toMatchObject({ text: 'under 90', status: 'done', total: 12 });
    expect(seen[2]?.[1]).toMatchObject({ itemId: 'item-1', quantity: 1 });
    expect(faults).toEqual([]);
    await close();
  });

  it('takes the colours of the shop', async () => {
    const css = 'aisle-chat { --aisle-accent: rgb(200, 0, 90); --aisle-panel-width: 500px }';
    const { page, close } = await openForeignPage(built.browser, server.url, css);
    await open(page);
    const accent = await page
      .locator('header svg rect')
      .first()
      .evaluate((element) => getComputedStyle(element).fill);
    expect(accent).toBe('rgb(200, 0, 90)');
    expect((await page.locator('.panel').boundingBox())?.width).toBe(500);
    await close();
  });

  it('keeps windows above the page, gives the focus back and closes by Escape', async () => {
    const { page, close } = await openForeignPage(built.browser, server.url, hostile);
    await open(page);
    await ask(page, 'under 90');
    const focused = () =>
      page.evaluate(() => document.querySelector('aisle-chat')?.shadowRoot?.activeElement?.textContent ?? '');
    await page.locator('[data-card] h3 button').first().click();
    await page.getByRole('dialog', { name: /^Red lamp/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toMatch(/^Red lamp/);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('radio', { name: 'Dark' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('radio', { name: 'Dark' }).waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Find it for me' }).waitFor();
    expect(await focused()).toBe('Find it for me');
    await close();
  });

  it('fills a phone, and has no violation there', async () => {
    const { page, close } = await openForeignPage(built.browser, server.url, hostile);
    await page.setViewportSize({ width: 390, height: 800 });
    await open(page);
    await ask(page, 'under 90');
    expect(await page.locator('.panel').boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 800 });
    await page.evaluate(axe.source);
    const found = await page.evaluate<string[]>(
      `axe.run({ fromShadowDom: ['aisle-chat', '.panel'] }).then(({ violations }) => violations.map(({ id }) => id))`,
    );
    expect(found).toEqual([]);
    await close();
  });
});
