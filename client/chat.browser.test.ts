import { describe, expect, it } from 'vitest';
import { hasBrowser } from './testing/browser.ts';
import { turnOver } from './testing/open-page.ts';
import { useChat } from './testing/use-chat.ts';

describe.runIf(hasBrowser())('the chat page', () => {
  const stage = useChat();

  const main = () => stage.chat.page.getByRole('main');
  const cards = () => stage.chat.page.locator('[data-newest="true"] [data-card]');
  const chips = () =>
    stage.chat.page.getByRole('region', { name: 'Your wishes' }).getByRole('button', { name: /^Remove: / });
  const removing = (what: string) => stage.chat.page.getByRole('button', { name: `Remove: ${what}` });

  it('shows cards, an answer and the wishes for a message', async () => {
    await stage.chat.ask('something under 90, not red, ideally wool, blessed by monks');
    expect(await cards().count()).toBe(11);
    await main().getByText('Here is what fits, 9 in all.').waitFor();
    await main().getByText('Could not apply: blessed by monks').waitFor();
    expect(await chips().allInnerTexts()).toHaveLength(3);
    await stage.chat.page.getByText('Not stated: Material').first().waitFor();
    expect(await stage.chat.page.getByText('Number 2', { exact: true }).count()).toBe(1);
  });

  it('records once what came before the eyes, and what was opened, liked and put into the cart', async () => {
    await stage.chat.ask('under 90');
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
    const sheet = stage.chat.page.getByRole('dialog', { name: /^Red lamp/ });
    await sheet.getByText('Weight kg').waitFor();
    await stage.chat.page.keyboard.press('Escape');
    const of = (kind: string) => stage.server.interactions.filter((interaction) => interaction.kind === kind);
    await expect.poll(() => of('open')).toHaveLength(1);
    expect(of('like')).toMatchObject([{ itemId: 'item-1', position: 1 }]);
    expect(of('cart-add')).toMatchObject([{ itemId: 'item-1' }]);
    const seen = of('impression').map(({ itemId }) => itemId);
    expect(seen.length).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('removes a wish by its chip, makes one softer by a tap, and undoes', async () => {
    await stage.chat.ask('red under 90');
    await removing('Red').click();
    await stage.chat.page.getByText('Removed: Red').waitFor();
    await turnOver(stage.chat.page);
    expect(await chips().count()).toBe(1);
    await stage.chat.page.getByRole('button', { name: 'Up to $90 is a must. Make it nice to have' }).click();
    await stage.chat.page.getByText('Nice to have: Up to $90').waitFor();
    await turnOver(stage.chat.page);
    await stage.chat.page.getByRole('button', { name: 'Undo' }).click();
    await stage.chat.page.getByRole('button', { name: /^Up to \$90, Must have/ }).waitFor();
  });

  it('finds the conversation again after a reload, wishes and marks included', async () => {
    await stage.chat.ask('red under 90');
    await cards().first().getByRole('button', { name: /^Like/ }).click();
    await removing('Red').click();
    await turnOver(stage.chat.page);
    const shown = await cards().count();
    await stage.chat.page.reload();
    await stage.chat.page.getByRole('heading', { name: 'red under 90' }).waitFor();
    await turnOver(stage.chat.page);
    await stage.chat.page.getByText('Removed: Red').waitFor();
    expect(await cards().count()).toBe(shown);
    expect(await chips().count()).toBe(1);
    await stage.chat.page
      .getByRole('button', { name: /^Like: /, pressed: true })
      .first()
      .waitFor();
  });

  it('says when nothing fits and changes the search by one tap', async () => {
    await stage.chat.ask('red velvet under 60');
    await main().getByText('Nothing fits everything you asked for').waitFor();
    await stage.chat.page.getByRole('button', { name: 'without “velvet” 2 results' }).click();
    await stage.chat.page.getByText('Removed: Velvet').waitFor();
    await turnOver(stage.chat.page);
    expect(await cards().count()).toBe(2);
  });

  it('shows an error with its next step and sends the message again', async () => {
    await stage.chat.ask('please fail');
    await main().getByText('The search is not reachable. Try again in a moment.').waitFor();
    await stage.chat.page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => stage.server.turnStarts.length).toBe(2);
    expect(new Set(stage.server.turnStarts.map(({ turnId }) => turnId)).size).toBe(2);
    await turnOver(stage.chat.page);
    expect(await stage.chat.page.locator('article[data-turn]').count()).toBe(1);
  });

  it('shows a refused message as such', async () => {
    await stage.chat.ask('refuse this');
    await main().getByText('Too many at once. Wait a little.').waitFor();
  });

  it('says that the connection is lost, keeps what is written and sends it when it is back', async () => {
    await stage.chat.ask('under 90');
    stage.server.interrupt();
    await stage.chat.page.getByText('Connection lost. Reconnecting…').waitFor();
    await stage.chat.page.locator('#message').fill('red');
    await stage.chat.page.locator('#message').press('Enter');
    stage.server.resume();
    await stage.chat.page.getByText('Connection lost. Reconnecting…').waitFor({ state: 'hidden' });
    await chips().nth(1).waitFor();
    await turnOver(stage.chat.page);
    expect(await stage.chat.page.locator('article[data-turn]').count()).toBe(2);
  });

  it('sends a message again that was lost on its way, under the same id', async () => {
    stage.server.lose.turns = 1;
    await stage.chat.ask('under 90');
    expect(stage.server.turnStarts.map(({ turnId }) => turnId)).toHaveLength(2);
    expect(new Set(stage.server.turnStarts.map(({ turnId }) => turnId)).size).toBe(1);
  });

  it('says that the earlier conversation ended when the server has forgotten it', async () => {
    await stage.chat.ask('under 90');
    stage.server.forgetSessions();
    stage.server.interrupt();
    stage.server.resume();
    await stage.chat.page.getByText('Your earlier conversation has ended. This is a new one.').waitFor();
    await stage.chat.ask('red');
    expect(await cards().count()).toBeGreaterThan(0);
  });

  it('goes on past a part that it cannot read, with a small notice', async () => {
    await stage.chat.ask('under 90 garbled');
    await main().getByText('A part of this answer could not be shown.').waitFor();
    expect(await cards().count()).toBeGreaterThan(0);
  });

  it('stops a turn', async () => {
    await stage.chat.page.locator('#message').fill('slow under 90');
    await stage.chat.page.locator('#message').press('Enter');
    await stage.chat.page.getByRole('button', { name: 'Stop' }).click();
    await stage.chat.page.getByText('Stopped.', { exact: true }).last().waitFor();
    expect(await chips().count()).toBe(0);
  });

  it('asks back with answers that can be tapped', async () => {
    await stage.chat.ask('which one');
    await stage.chat.page.getByRole('button', { name: 'green' }).click();
    await stage.chat.page.getByText('Must have: Green').waitFor();
  });

  it('puts the own new turn at the top and leaves a reader who is further up in peace', async () => {
    await stage.chat.ask('under 90');
    await stage.chat.ask('red');
    const top = async () =>
      (await stage.chat.page.getByRole('heading', { name: 'You: red', exact: true }).boundingBox())?.y ?? -1;
    expect(await top()).toBeGreaterThan(60);
    expect(await top()).toBeLessThan(180);
    await stage.chat.page.getByRole('main').evaluate((element) => element.scrollTo(0, 0));
    await stage.chat.page.getByRole('button', { name: 'New results' }).click();
    expect(await top()).toBeLessThan(180);
    expect(await stage.chat.page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0);
  });

  it('counts the last characters and sends nothing that is too long', async () => {
    await stage.chat.page.locator('#message').fill('x'.repeat(1_990));
    await stage.chat.page.getByText('10 characters left').waitFor();
    await stage.chat.page.locator('#message').fill('x'.repeat(2_001));
    await stage.chat.page.locator('#message').press('Enter');
    expect(await stage.chat.page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    expect(stage.server.turnStarts).toEqual([]);
  });

  it('starts afresh after asking', async () => {
    await stage.chat.ask('under 90');
    await stage.chat.page.getByRole('button', { name: 'Menu' }).click();
    await stage.chat.page.getByRole('button', { name: 'Start afresh' }).click();
    const question = stage.chat.page.getByRole('dialog', { name: 'Start a new conversation?' });
    await question.getByRole('button', { name: 'Start afresh' }).click();
    await stage.chat.page.getByRole('heading', { name: 'What are you looking for?' }).waitFor();
    await stage.chat.page.reload();
    await stage.chat.page.getByRole('heading', { name: 'What are you looking for?' }).waitFor();
  });

  it('speaks German when asked to', async () => {
    await stage.chat.page.goto(`${stage.server.url}?lang=de`);
    await stage.chat.page.getByRole('heading', { name: 'Was suchen Sie?' }).waitFor();
    expect(await stage.chat.page.locator('html').getAttribute('lang')).toBe('de');
    await stage.chat.page.getByText('19.406 Artikel').waitFor();
  });
});
