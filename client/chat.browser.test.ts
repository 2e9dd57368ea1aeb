import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClient, hasBrowser, launchBrowser } from './testing/browser.ts';
import { type FakeServer, startFakeServer } from './testing/fake-server.ts';
import { type ChatPage, openPage, turnOver } from './testing/open-page.ts';

describe.runIf(hasBrowser())('the chat page', () => {
  let clientDir: string;
  let browser: Browser;
  let server: FakeServer;
  let chat: ChatPage;

  beforeAll(async () => {
    clientDir = await buildClient();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(clientDir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    server = await startFakeServer(clientDir);
    chat = await openPage(browser, server);
  });
  afterEach(async () => {
    await chat.close();
    await server.close();
    expect(chat.faults).toEqual([]);
  });

  const main = () => chat.page.getByRole('main');
  const cards = () => chat.page.locator('[data-newest="true"] [data-card]');
  const chips = () => chat.page.getByRole('region', { name: 'Your wishes' }).getByRole('button', { name: /^Remove: / });
  const removing = (what: string) => chat.page.getByRole('button', { name: `Remove: ${what}` });

  it('shows cards, an answer and the wishes for a message', async () => {
    await chat.ask('something under 90, not red, ideally wool, blessed by monks');
    expect(await cards().count()).toBe(11);
    await main().getByText('Here is what fits, 9 in all.').waitFor();
    await main().getByText('Could not apply: blessed by monks').waitFor();
    expect(await chips().allInnerTexts()).toHaveLength(3);
    await chat.page.getByText('Not stated: Material').first().waitFor();
    expect(await chat.page.getByText('Number 2', { exact: true }).count()).toBe(1);
  });

  it('records once what came before the eyes, and what was opened, liked and put into the cart', async () => {
    await chat.ask('under 90');
    await cards().first().getByRole('button', { name: /^Like/ }).click();
    await cards()
      .first()
      .getByRole('button', { name: /^Add to cart/ })
      .click();
    await cards()
      .first()
      .getByRole('button', { name: /^In the cart/ })
      .waitFor();
    await cards().first().getByRole('heading').getByRole('button').click();
    const sheet = chat.page.getByRole('dialog', { name: /^Red lamp/ });
    await sheet.getByText('Weight kg').waitFor();
    await chat.page.keyboard.press('Escape');
    const of = (kind: string) => server.interactions.filter((interaction) => interaction.kind === kind);
    await expect.poll(() => of('open')).toHaveLength(1);
    expect(of('like')).toMatchObject([{ itemId: 'item-1', position: 1 }]);
    expect(of('cart-add')).toMatchObject([{ itemId: 'item-1' }]);
    const seen = of('impression').map(({ itemId }) => itemId);
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('removes a wish by its chip, makes one softer by a tap, and undoes', async () => {
    await chat.ask('red under 90');
    await removing('Red').click();
    await chat.page.getByText('Removed: Red').waitFor();
    await turnOver(chat.page);
    expect(await chips().count()).toBe(1);
    await chat.page.getByRole('button', { name: 'Up to $90 is a must. Make it nice to have' }).click();
    await chat.page.getByText('Nice to have: Up to $90').waitFor();
    await turnOver(chat.page);
    await chat.page.getByRole('button', { name: 'Undo' }).click();
    await chat.page.getByRole('button', { name: /^Up to \$90, Must have/ }).waitFor();
  });

  it('finds the conversation again after a reload, wishes and marks included', async () => {
    await chat.ask('red under 90');
    await cards().first().getByRole('button', { name: /^Like/ }).click();
    await removing('Red').click();
    await turnOver(chat.page);
    const shown = await cards().count();
    await chat.page.reload();
    await chat.page.getByRole('heading', { name: 'red under 90' }).waitFor();
    await turnOver(chat.page);
    await chat.page.getByText('Removed: Red').waitFor();
    expect(await cards().count()).toBe(shown);
    expect(await chips().count()).toBe(1);
    await chat.page
      .getByRole('button', { name: /^Like: /, pressed: true })
      .first()
      .waitFor();
  });

  it('says when nothing fits and changes the search by one tap', async () => {
    await chat.ask('red velvet under 60');
    await main().getByText('Nothing fits everything you asked for').waitFor();
    await chat.page.getByRole('button', { name: 'without “velvet” 2 results' }).click();
    await chat.page.getByText('Removed: Velvet').waitFor();
    await turnOver(chat.page);
    expect(await cards().count()).toBe(2);
  });

  it('shows an error with its next step and sends the message again', async () => {
    await chat.ask('please fail');
    await main().getByText('The search is not reachable. Try again in a moment.').waitFor();
    await chat.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => server.turnStarts.length).toBe(2);
    expect(new Set(server.turnStarts.map(({ turnId }) => turnId)).size).toBe(2);
    await turnOver(chat.page);
    expect(await chat.page.locator('article[data-turn]').count()).toBe(1);
  });

  it('shows a refused message as such', async () => {
    await chat.ask('refuse this');
    await main().getByText('Too many at once. Wait a little.').waitFor();
  });

  it('says that the connection is lost, keeps what is written and sends it when it is back', async () => {
    await chat.ask('under 90');
    server.interrupt();
    await chat.page.getByText('Connection lost. Reconnecting…').waitFor();
    await chat.page.locator('#message').fill('red');
    await chat.page.locator('#message').press('Enter');
    server.resume();
    await chat.page.getByText('Connection lost. Reconnecting…').waitFor({ state: 'hidden' });
    await chips().nth(1).waitFor();
    await turnOver(chat.page);
    expect(await chat.page.locator('article[data-turn]').count()).toBe(2);
  });

  it('sends a message again that was lost on its way, under the same id', async () => {
    server.lose.turns = 1;
    await chat.ask('under 90');
    expect(server.turnStarts.map(({ turnId }) => turnId)).toHaveLength(2);
    expect(new Set(server.turnStarts.map(({ turnId }) => turnId)).size).toBe(1);
  });

  it('says that the earlier conversation ended when the server has forgotten it', async () => {
    await chat.ask('under 90');
    server.forgetSessions();
    server.interrupt();
    server.resume();
    await chat.page.getByText('Your earlier conversation has ended. This is a new one.').waitFor();
    await chat.ask('red');
    expect(await cards().count()).toBeGreaterThan(0);
  });

  it('goes on past a part that it cannot read, with a small notice', async () => {
    await chat.ask('under 90 garbled');
    await main().getByText('A part of this answer could not be shown.').waitFor();
    expect(await cards().count()).toBeGreaterThan(0);
  });

  it('stops a turn', async () => {
    await chat.page.locator('#message').fill('slow under 90');
    await chat.page.locator('#message').press('Enter');
    await chat.page.getByRole('button', { name: 'Stop' }).click();
    await chat.page.getByText('Stopped.', { exact: true }).last().waitFor();
    expect(await chips().count()).toBe(0);
  });

  it('asks back with answers that can be tapped', async () => {
    await chat.ask('which one');
    await chat.page.getByRole('button', { name: 'green' }).click();
    await chat.page.getByText('Must have: Green').waitFor();
  });

  it('puts the own new turn at the top and leaves a reader who is further up in peace', async () => {
    await chat.ask('under 90');
    await chat.ask('red');
    const top = async () =>
      (await chat.page.getByRole('heading', { name: 'You: red', exact: true }).boundingBox())?.y ?? -1;
    expect(await top()).toBeGreaterThan(60);
    expect(await top()).toBeLessThan(180);
    await chat.page.getByRole('main').evaluate((element) => element.scrollTo(0, 0));
    await chat.page.getByRole('button', { name: 'New results' }).click();
    expect(await top()).toBeLessThan(180);
    expect(await chat.page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
  });

  it('counts the last characters and sends nothing that is too long', async () => {
    await chat.page.locator('#message').fill('x'.repeat(1_990));
    await chat.page.getByText('10 characters left').waitFor();
    await chat.page.locator('#message').fill('x'.repeat(2_001));
    await chat.page.locator('#message').press('Enter');
    expect(await chat.page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    expect(server.turnStarts).toEqual([]);
  });

  it('starts afresh after asking', async () => {
    await chat.ask('under 90');
    await chat.page.getByRole('button', { name: 'Menu' }).click();
    await chat.page.getByRole('button', { name: 'Start afresh' }).click();
    const question = chat.page.getByRole('dialog', { name: 'Start a new conversation?' });
    await question.getByRole('button', { name: 'Start afresh' }).click();
    await chat.page.getByRole('heading', { name: 'What are you looking for?' }).waitFor();
    await chat.page.reload();
    await chat.page.getByRole('heading', { name: 'What are you looking for?' }).waitFor();
  });

  it('speaks German when asked to', async () => {
    await chat.page.goto(`${server.url}?lang=de`);
    await chat.page.getByRole('heading', { name: 'Was suchen Sie?' }).waitFor();
    expect(await chat.page.locator('html').getAttribute('lang')).toBe('de');
    await chat.page.getByText('19.406 Artikel').waitFor();
  });
});
