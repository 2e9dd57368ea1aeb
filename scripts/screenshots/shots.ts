import type { BrowserContextOptions, Page } from 'playwright-core';

export interface Shot {
  look: Omit<BrowserContextOptions, 'viewport'> & { width: number; height: number };
  /** In the page of a shop instead of on its own. */
  embedded?: boolean;
  query?: string;
  reach: (page: Page) => Promise<void>;
}

const DESK = { width: 1280, height: 860 };
const PHONE = { width: 390, height: 844, hasTouch: true, isMobile: true };

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function ask(page: Page, text: string): Promise<void> {
  const before = await page.locator('article[data-turn]').count();
  await page.locator('#message').fill(text);
  await page.locator('#message').press('Enter');
  await page.locator('article[data-turn]').nth(before).waitFor();
  await page.locator('article[data-turn]').last().and(page.locator('[aria-busy="false"]')).waitFor();
  await page.locator('#message').blur();
}

/** One for each state that a reader of the README should see. */
export const shots: Record<string, Shot> = {
  light: { look: DESK, reach: (page) => ask(page, 'a waterproof jacket under 150, not black') },
  dark: {
    look: { ...DESK, colorScheme: 'dark' },
    reach: (page) => ask(page, 'running shoes under 120'),
  },
  phone: { look: PHONE, reach: (page) => ask(page, 'a backpack for work under 120') },
  'near-miss': { look: DESK, reach: (page) => ask(page, 'leather boots under $20') },
  compare: {
    look: DESK,
    async reach(page) {
      await ask(page, 'headphones under 200');
      for (const index of [0, 1, 2])
        await page
          .getByRole('button', { name: /^Compare: / })
          .nth(index)
          .click();
      await page.getByRole('button', { name: 'Compare', exact: true }).click();
      await page.getByRole('table').waitFor();
    },
  },
  detail: {
    look: DESK,
    async reach(page) {
      await ask(page, 'a table lamp for reading');
      await page.locator('[data-card] h3 button').first().click();
      await page.getByLabel('Ask about this item').waitFor();
    },
  },
  empty: { look: DESK, reach: (page) => page.getByRole('heading', { level: 1 }).waitFor() },
  german: {
    look: { ...DESK, locale: 'de-DE' },
    query: '?lang=de',
    reach: (page) => ask(page, 'backpack unter 120'),
  },
  embedded: {
    look: DESK,
    embedded: true,
    async reach(page) {
      await page.getByRole('button', { name: 'A gift under 60' }).click();
      await page.locator('[data-card]').first().waitFor();
      await page.locator('article[data-turn]').last().and(page.locator('[aria-busy="false"]')).waitFor();
    },
  },
  cart: {
    look: DESK,
    async reach(page) {
      await ask(page, 'coffee mugs');
      for (const index of [0, 1])
        await page
          .getByRole('button', { name: /^Add to cart: / })
          .nth(index)
          .click();
      await page.getByRole('button', { name: /^Cart, / }).click();
      await page
        .getByRole('button', { name: /^One more: / })
        .first()
        .click();
    },
  },
};
