import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../server/testing/start-test-app.ts';
import { buildClient, hasBrowser, launchBrowser } from './testing/browser.ts';

const WISH = 'a waterproof jacket under 150 for my sister, not black';

/** A newcomer knows what is written on the screen or read aloud, and nothing else: only roles and names lead through this walk. */
describe.runIf(hasBrowser())('a newcomer in the sample shop', () => {
  let clientDir: string;
  let browser: Browser;
  let shop: TestApp;

  beforeAll(async () => {
    clientDir = await buildClient();
    // Words alone lead the same way, and need no weights.
    [shop, browser] = await Promise.all([startTestApp(['--embeddings', 'off'], { clientDir }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await shop?.close();
    rmSync(clientDir, { recursive: true, force: true });
  });

  /** Innermost articles: a turn of the conversation is one too, around its cards. */
  const cardsOf = (page: Page) =>
    page
      .getByRole('article')
      .filter({ hasNot: page.getByRole('article') })
      .filter({ has: page.getByRole('button', { name: /^Add to cart: / }) });

  it.each([
    ['a wide screen', { width: 1280, height: 860 }],
    ['a phone', { width: 390, height: 844 }],
  ])(`finds, compares and puts into the cart "${WISH}" on %s`, async (_screen, viewport) => {
    const context = await browser.newContext({ viewport, locale: 'en-US', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(shop.url);

    // The page says what to do, and the field is ready for it.
    await page.getByRole('heading', { name: 'What are you looking for?' }).waitFor();
    await page.getByRole('textbox', { name: 'Your message' }).fill(WISH);
    await page.getByRole('button', { name: 'Send', exact: true }).click();

    // What was understood stands there word by word, and every card keeps to it.
    const wishes = page.getByRole('region', { name: 'Your wishes' });
    for (const wish of ['Jacket', 'Up to $150', 'Not black', /Waterproof/, /Women/])
      await wishes.getByRole('button', { name: wish }).first().waitFor();
    const cards = cardsOf(page);
    await expect.poll(() => cards.count()).toBeGreaterThanOrEqual(2);
    const seen = await cards.allInnerTexts();
    for (const card of seen) {
      expect(Number(/Price: \$([\d,.]+)/.exec(card)?.[1])).toBeLessThanOrEqual(150);
      expect(card).not.toMatch(/\bblack\b/i);
      expect(card).toMatch(/waterproof|rain/i);
      expect(card).not.toMatch(/\bmen\b/i);
    }
    expect(
      await page
        .getByText(/^\d+ products fit/)
        .first()
        .innerText(),
    ).toContain(`${seen.length} products fit`);

    // Two of them side by side.
    await page
      .getByRole('button', { name: /^Compare: / })
      .nth(0)
      .click();
    await page.getByText('Pick one more to compare.').waitFor();
    await page
      .getByRole('button', { name: /^Compare: / })
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const comparison = page.getByRole('dialog', { name: 'Side by side' });
    await comparison.getByText(/^They differ in /).waitFor();
    expect(await comparison.getByRole('columnheader').count()).toBe(3);
    expect(await comparison.getByRole('row').filter({ hasText: 'Price' }).count()).toBe(1);

    // The one that is wanted goes into the cart from there.
    const choice = comparison.getByRole('button', { name: /^Add to cart: / }).first();
    const title = ((await choice.getAttribute('aria-label')) ?? '').replace('Add to cart: ', '');
    await choice.click();
    await comparison.getByRole('button', { name: `In the cart: ${title}` }).waitFor();
    await comparison.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Cart, 1 item' }).click();
    const cart = page.getByRole('dialog', { name: 'Your cart' });
    await cart.getByText(title, { exact: true }).first().waitFor();
    const [price, total] = (await cart.innerText()).match(/\$[\d,.]+/g) ?? [];
    expect(total).toBe(price);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('gets there by words alone as well', async () => {
    const context = await browser.newContext({ locale: 'en-US', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(shop.url);
    const say = async (words: string) => {
      await page.getByRole('textbox', { name: 'Your message' }).fill(words);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    };
    await say(WISH);
    await cardsOf(page).first().waitFor();
    await say('compare the first and the second');
    const answer = page.getByRole('article').filter({ hasText: 'compare the first and the second' }).last();
    await answer.getByText(/price/i).first().waitFor();
    await say('add the first one to my cart');
    await page.getByRole('button', { name: 'Cart, 1 item' }).click();
    await page.getByRole('dialog', { name: 'Your cart' }).getByText('Total').waitFor();
    await context.close();
  });
});
