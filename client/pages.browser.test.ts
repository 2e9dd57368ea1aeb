import { randomUUID } from 'node:crypto';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestSqlite } from '../server/session/testing/test-databases.ts';
import { startTestServer } from '../server/socket/testing/test-server.ts';
import { cornerShopFile } from '../server/testing/corner-shop.ts';
import { Shopper } from '../server/testing/shopper.ts';
import { startTestApp, type TestApp } from '../server/testing/start-test-app.ts';
import { buildPages, hasBrowser } from './testing/browser.ts';
import { findViolations } from './testing/find-violations.ts';
import { openWatchedPage } from './testing/open-watched-page.ts';
import { useBrowser } from './testing/use-browser.ts';

const adminToken = 'a token of the tests';

describe.runIf(hasBrowser())("the shop's own pages", () => {
  const built = useBrowser(buildPages);

  const open = async (url: string, options: BrowserContextOptions = {}) => {
    const { page, faults, ...opened } = await openWatchedPage(built.browser, options);
    await page.goto(url);
    const close = async () => {
      await opened.close();
      expect(faults).toEqual([]);
    };
    return { page, close };
  };
  const signIn = async (page: Page, token = adminToken) => {
    await page.getByLabel(/^Admin.Token$/i).fill(token);
    await page.keyboard.press('Enter');
  };
  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  describe('over a server without a turn', () => {
    let database: Awaited<ReturnType<typeof openTestSqlite>>;
    let server: Awaited<ReturnType<typeof startTestServer>>;
    beforeAll(async () => {
      database = await openTestSqlite();
      server = await startTestServer({ store: database.store, http: { clientDir: built.clientDir, adminToken } });
    });
    afterAll(async () => {
      await server?.close();
      await database?.destroy();
    });

    it.each(['light', 'dark'] as const)(
      'ask for the token, and keep it for this tab alone (%s)',
      async (colorScheme) => {
        const { page, close } = await open(`${server.url}/insights`, { colorScheme });
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
        expect(await findViolations(page)).toEqual([]);
        for (const wrong of ['not this one', 'tökén 漢']) {
          await signIn(page, wrong);
          await page.getByText('This token was not accepted.').waitFor();
        }
        expect(await findViolations(page)).toEqual([]);
        await signIn(page);
        await page.getByRole('heading', { name: 'No turn in this period' }).waitFor();
        expect(await findViolations(page)).toEqual([]);
        await page.reload();
        await page.getByRole('heading', { name: 'No turn in this period' }).waitFor();
        const other = await page.context().newPage();
        await other.goto(page.url());
        await other.getByRole('heading', { name: 'Sign in' }).waitFor();
        await page.getByRole('button', { name: 'Sign out' }).click();
        await page.reload();
        await page.getByRole('heading', { name: 'Sign in' }).waitFor();
        await close();
      },
    );

    it('say that the server cannot be reached, and try again', async () => {
      const { page, close } = await open(`${server.url}/insights`);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await page.route('**/api/**', (route) => route.abort());
      await signIn(page);
      await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.unroute('**/api/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('heading', { name: 'No turn in this period' }).waitFor();
      await close();
    });

    it('show what the server says of a bad period, an unknown turn and an id that is none', async () => {
      const { page, close } = await open(`${server.url}/insights?since=yesterday`);
      await signIn(page);
      await page.getByText('write a day as 2026-11-23').waitFor();
      await page.goto(`${server.url}/trace/${randomUUID()}`);
      await page.getByText('No turn has this id').waitFor();
      expect(await findViolations(page)).toEqual([]);
      await page.goto(`${server.url}/trace/one`);
      await page.getByText('A turn id is a UUID').waitFor();
      await close();
    });
  });

  describe('over a shop that was talked to', () => {
    let shop: TestApp;
    const turns: string[] = [];
    beforeAll(async () => {
      const flags = ['--catalog', cornerShopFile, '--name', 'Corner Store', '--embeddings', 'off'];
      shop = await startTestApp(flags, { clientDir: built.clientDir, adminToken });
      const shopper = await Shopper.visit(shop.url);
      for (const words of ['a black jacket under $100', 'under $150', 'a waterproof jacket under $50 blessed by monks'])
        turns.push((await shopper.say(words)).turnId);
      const [card] = (await shopper.say('lamps')).cards;
      for (const kind of ['impression', 'open', 'cart-add'])
        await shopper.client.send('interaction:record', { kind, itemId: card?.id });
      shopper.close();
    });
    afterAll(() => shop?.close());

    const insights = async (options: BrowserContextOptions = {}, query = '') => {
      const opened = await open(`${shop.url}/insights${query}`, options);
      await signIn(opened.page);
      await opened.page.getByRole('img').waitFor();
      return opened;
    };
    const trace = async (turnId: string | undefined, options: BrowserContextOptions = {}) => {
      const opened = await open(`${shop.url}/trace/${turnId}`, options);
      await signIn(opened.page);
      await opened.page.getByRole('heading', { name: 'About this turn' }).waitFor();
      return opened;
    };

    it.each(['light', 'dark'] as const)('count what was asked and what was not found (%s)', async (colorScheme) => {
      const { page, close } = await insights({ colorScheme });
      const figure = (name: string) =>
        page
          .locator('dl > div')
          .filter({ has: page.getByText(name, { exact: true }) })
          .locator('dd')
          .innerText();
      expect(await figure('Turns')).toBe('4');
      expect(await figure('Sessions')).toBe('1');
      expect(await figure('Turns that found nothing')).toBe('1 (25%)');
      expect(await figure('First card, 95% within')).toMatch(/^[\d.]+ ms$/);
      const row = (table: string, first: string) =>
        page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: first });
      expect(await row('What was asked for', 'Price').innerText()).toMatch(/3[\s\S]*Up to \$100 \(1\)/);
      expect(await row('Words that led to nothing', 'monks').count()).toBe(1);
      expect(await row('Requests that found nothing', 'a waterproof jacket under $50').count()).toBe(1);
      expect(await row('What became of the cards', 'Put into the cart').innerText()).toMatch(/1\s+1\s+100%/);
      expect(await page.getByRole('img').getAttribute('aria-labelledby')).toBeTruthy();
      await page.getByText('As a table').click();
      expect(await page.getByRole('table', { name: 'Turns over time' }).getByRole('row').count()).toBe(2);
      expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
      expect(await findViolations(page)).toEqual([]);
      await close();
    });

    it('lead from what was not found to the turn that asked for it, by keyboard too', async () => {
      const { page, close } = await insights();
      await page.keyboard.press('Tab');
      const focused = () => page.evaluate(() => document.activeElement?.closest('a')?.textContent ?? '');
      for (let presses = 0; presses < 60 && !(await focused()).includes('waterproof jacket'); presses += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Trace of a turn' }).waitFor();
      expect(page.url()).toContain(turns[2]);
      await page.getByText('Nothing fits all of it').waitFor();
      await close();
    });

    it('keep the chosen period in the address', async () => {
      const { page, close } = await insights();
      await page.getByRole('radio', { name: '7 days' }).focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.url()).toContain('days=30');
      await page.reload();
      expect(await page.getByRole('radio', { name: '30 days' }).isChecked()).toBe(true);
      await page.getByRole('img').waitFor();
      await close();
    });

    it.each(['light', 'dark'] as const)('show one turn from its words to its cards (%s)', async (colorScheme) => {
      const { page, close } = await trace(turns[1], { colorScheme });
      expect(await page.locator('mark').allInnerTexts()).toContain('under $150');
      const wishes = page.getByRole('table', { name: 'Wishes after this turn' }).getByRole('row');
      expect(await wishes.filter({ hasText: 'Up to $150' }).innerText()).toContain('was: Up to $100');
      expect(await wishes.filter({ hasText: 'Jacket' }).innerText()).toContain('as it was');
      const search = page.getByRole('region', { name: 'Search', exact: true });
      expect(await search.getByRole('row').filter({ hasText: '≤ 150' }).innerText()).toContain('left out');
      await search.getByText('The filter as Qdrant gets it').click();
      expect(await search.locator('pre').innerText()).toContain('"must"');
      const candidates = search.getByRole('table', { name: 'Candidates, best first' });
      expect(await candidates.getByRole('columnheader').allInnerTexts()).toEqual(
        expect.arrayContaining(['Recall', 'First stage', expect.stringMatching(/^title × /)]),
      );
      const cards = page.getByRole('table', { name: 'Why each card is where it is' }).getByRole('row');
      expect(await candidates.getByRole('row').count()).toBeGreaterThanOrEqual(await cards.count());
      expect(await page.getByRole('table', { name: 'Time by stage' }).getByRole('row').count()).toBeGreaterThan(2);
      expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
      expect(await findViolations(page)).toEqual([]);
      await page.getByRole('link', { name: turns[0] ?? '' }).click();
      await page.locator('mark', { hasText: 'under $100' }).waitFor();
      await close();
    });

    it('show what was looked for instead when nothing fits', async () => {
      const { page, close } = await trace(turns[2]);
      await page.getByRole('heading', { name: 'Search for the nearest alternatives' }).waitFor();
      expect(await page.getByRole('row').filter({ hasText: 'could not be used' }).count()).toBeGreaterThan(0);
      await close();
    });

    it('speak German', async () => {
      const { page, close } = await open(`${shop.url}/insights?lang=de`);
      await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
      await signIn(page);
      await page.getByRole('heading', { name: 'Was nicht gefunden wurde' }).waitFor();
      expect((await page.getByText('Jacke (1)').count()) + (await page.getByText('Bis 100 $').count())).toBeGreaterThan(
        0,
      );
      expect(await findViolations(page)).toEqual([]);
      await page
        .getByRole('link', { name: /^Beispiel für/ })
        .first()
        .click();
      await page.getByRole('heading', { name: 'Weg einer Anfrage' }).waitFor();
      await close();
    });

    it.each([360, 768])('fit a screen %d pixels wide, mirrored too', async (width) => {
      for (const opened of [
        await insights({ viewport: { width, height: 800 } }),
        await trace(turns[2], { viewport: { width, height: 800 } }),
      ]) {
        expect(await overflow(opened.page)).toBeLessThanOrEqual(0);
        await opened.page.evaluate(() => {
          document.documentElement.dir = 'rtl';
        });
        expect(await overflow(opened.page)).toBeLessThanOrEqual(0);
        await opened.close();
      }
    });
  });
});
