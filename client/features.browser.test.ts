import { describe, expect, it } from 'vitest';
import { hasBrowser } from './testing/browser.ts';
import { turnOver } from './testing/open-page.ts';
import { useChat } from './testing/use-chat.ts';

describe.runIf(hasBrowser())('what one can do with the cards', () => {
  const stage = useChat({ permissions: ['clipboard-read', 'clipboard-write'] });

  const button = (name: string | RegExp) => stage.chat.page.getByRole('button', { name });
  const dialog = (name: string | RegExp) => stage.chat.page.getByRole('dialog', { name });

  it('compares up to four, marks what differs and says what is not stated', async () => {
    await stage.chat.ask('under 170');
    for (const index of [0, 1, 2, 3])
      await button(/^Compare: /)
        .nth(index)
        .click();
    expect(
      await button(/^Compare: /)
        .nth(4)
        .isDisabled(),
    ).toBe(true);
    await stage.chat.page.getByRole('button', { name: 'Compare', exact: true }).click();
    const table = dialog('Side by side').getByRole('table');
    expect(await table.getByRole('columnheader').count()).toBe(5);
    await table
      .getByRole('row', { name: /^Colour ?differs/ })
      .or(table.getByRole('row', { name: /^Price ?differs/ }))
      .first()
      .waitFor();
    expect(await table.getByText('not stated').count()).toBeGreaterThan(0);
    await stage.chat.page.getByLabel('Differences only').check();
    expect(await table.getByRole('row', { name: /^Weight kg/ }).count()).toBe(0);
    await button(/^Put back: /)
      .first()
      .click();
    expect(await table.getByRole('columnheader').count()).toBe(4);
  });

  it('moves a limit by its slider and takes another value from the list', async () => {
    await stage.chat.ask('under 90 red');
    await button(/^Up to \$90, Must have/).click();
    await stage.chat.page.getByRole('slider').fill('40');
    await button('Apply').click();
    await stage.chat.page.getByText('Must have: Up to $40').waitFor();
    await turnOver(stage.chat.page);
    expect(stage.server.turnStarts.at(-1)?.edit).toMatchObject({
      set: { facet: 'price', value: 40, words: 'Up to $40' },
    });
    await stage.chat.ask('not red under 90');
    await button(/^Not red, Must have/).click();
    await stage.chat.page.getByRole('button', { name: /^green \d+ seen/ }).click();
    await turnOver(stage.chat.page);
    expect(stage.server.turnStarts.at(-1)?.edit).toMatchObject({
      set: { facet: 'colour', relation: 'is', value: 'green' },
    });
  });

  it('counts, adds up and empties the cart, and keeps what has a heart', async () => {
    await stage.chat.ask('under 90');
    await button(/^Add to cart: /)
      .first()
      .click();
    await button(/^Like: /)
      .nth(1)
      .click();
    await button('Cart, 1 item').click();
    const cart = dialog('Your cart');
    await cart.getByText('Total').waitFor();
    await cart.getByRole('button', { name: /^One more: / }).click();
    await cart.getByRole('status').getByText('$25.90').waitFor();
    await expect.poll(() => stage.server.interactions.filter(({ kind }) => kind === 'cart-add').length).toBe(2);
    await cart.getByRole('button', { name: /^Take out: / }).click();
    await cart.getByText('Nothing in it yet.').waitFor();
    await expect.poll(() => stage.server.interactions.filter(({ kind }) => kind === 'cart-remove').length).toBe(2);
    await stage.chat.page.keyboard.press('Escape');
    await stage.chat.page.reload();
    await button('Saved').click();
    await dialog('Saved')
      .getByRole('button', { name: /^Add to cart: / })
      .waitFor();
    await dialog('Saved')
      .getByRole('button', { name: /^Forget / })
      .click();
    await dialog('Saved').getByText('Nothing saved yet.').waitFor();
  });

  it('asks about an item and for similar ones from its details', async () => {
    await stage.chat.ask('under 90');
    await stage.chat.page.locator('[data-card] h3 button').nth(1).click();
    await stage.chat.page.getByLabel('Ask about this item').fill('is it heavy?');
    await stage.chat.page.keyboard.press('Enter');
    await stage.chat.page.getByRole('heading', { name: 'You: About number 2: is it heavy?' }).waitFor();
    await turnOver(stage.chat.page);
    await stage.chat.page.locator('[data-newest="true"] [data-card] h3 button').first().click();
    await button('Show similar').click();
    await stage.chat.page.getByRole('heading', { name: 'You: show me similar ones to number 1' }).waitFor();
  });

  it('pins and forgets what it thinks one likes', async () => {
    await stage.chat.ask('under 90');
    await button('Menu').click();
    await button('What you seem to like').click();
    const sheet = dialog('What you seem to like');
    await sheet.getByText('you liked two of them').first().waitFor();
    await sheet.getByRole('button', { name: 'Keep: blue' }).click();
    await sheet.getByRole('button', { name: 'Kept: blue', pressed: true }).waitFor();
    await sheet.getByRole('button', { name: 'Forget blue' }).click();
    await sheet.getByRole('button', { name: 'Forget everything' }).click();
    await sheet.getByText('Nothing yet.').waitFor();
  });

  it('shares a row as a link that asks for it again, once', async () => {
    await stage.chat.ask('red');
    await stage.chat.ask('under 90');
    await stage.chat.page.locator('[data-newest="true"]').getByRole('button', { name: 'Share these results' }).click();
    await stage.chat.page.getByText('Link copied').waitFor();
    const link = await stage.chat.page.evaluate(() => navigator.clipboard.readText());
    expect(new URL(link).searchParams.get('ask')).toBe('red, under 90');
    await stage.chat.page.goto(link);
    await stage.chat.page.getByRole('heading', { name: 'You: red, under 90' }).waitFor();
    await turnOver(stage.chat.page);
    expect(new URL(stage.chat.page.url()).search).toBe('');
    await stage.chat.page.reload();
    await stage.chat.page.locator('article[data-turn]').nth(2).waitFor();
    expect(stage.server.turnStarts).toHaveLength(3);
  });

  it('takes up the last message again, and goes back to an earlier one by the history', async () => {
    await stage.chat.ask('red');
    await stage.chat.ask('under 90');
    await button('Edit and send again').click();
    expect(await stage.chat.page.locator('#message').inputValue()).toBe('under 90');
    await button('Menu').click();
    await button('This conversation').click();
    await dialog('This conversation').getByRole('button', { name: /^red/ }).click();
    const top = async () => (await stage.chat.page.getByRole('heading', { name: 'You: red' }).boundingBox())?.y ?? -1;
    await expect.poll(top).toBeLessThan(180);
    expect(await top()).toBeGreaterThan(60);
  });

  it('writes what is spoken into the field, and has no microphone where the browser cannot listen', async () => {
    await stage.chat.page.addInitScript(() => {
      Object.assign(window, { SpeechRecognition: undefined, webkitSpeechRecognition: undefined });
    });
    await stage.chat.page.reload();
    await button('Menu').waitFor();
    expect(await button('Speak your message').count()).toBe(0);
    await stage.chat.page.addInitScript(() => {
      class Heard extends EventTarget {
        start() {
          setTimeout(() => {
            const results = [[{ transcript: 'a red lamp' }]];
            this.dispatchEvent(Object.assign(new Event('result'), { results }));
          }, 20);
        }
        stop() {
          this.dispatchEvent(new Event('end'));
        }
      }
      Object.assign(window, { SpeechRecognition: Heard });
    });
    await stage.chat.page.reload();
    await button('Speak your message').click();
    await expect.poll(() => stage.chat.page.locator('#message').inputValue()).toBe('a red lamp');
    await button('Listening. Tap to stop').click();
    await button('Speak your message').waitFor();
    expect(stage.server.turnStarts).toEqual([]);
  });

  it('draws few of 200 turns, and shows the first when one goes there', async () => {
    stage.server.preload(200);
    await stage.chat.page.reload();
    await stage.chat.page.getByRole('heading', { name: 'You: turn 200' }).waitFor();
    await turnOver(stage.chat.page);
    const drawn = () => stage.chat.page.locator('article[data-turn]').count();
    expect(await drawn()).toBeLessThan(16);
    expect(await stage.chat.page.locator('*').count()).toBeLessThan(8_000);
    const scroller = stage.chat.page.getByRole('main');
    await scroller.evaluate((element) => element.scrollTo(0, 0));
    await stage.chat.page.getByRole('heading', { name: 'You: turn 1', exact: true }).waitFor();
    expect(await drawn()).toBeLessThan(16);
    // A turn of one's own goes to the top from wherever one was.
    await stage.chat.page.locator('#message').fill('under 90');
    await stage.chat.page.locator('#message').press('Enter');
    const own = stage.chat.page.getByRole('heading', { name: 'You: under 90' });
    await own.waitFor();
    await stage.chat.page.locator('[data-newest="true"] [data-card]').first().waitFor();
    await expect.poll(async () => (await own.boundingBox())?.y).toBeLessThan(180);
    expect((await own.boundingBox())?.y).toBeGreaterThan(60);
    expect(await drawn()).toBeLessThan(16);
  });

  it('stands a day line between the days', async () => {
    stage.server.preload(3, 24 * 60 * 60_000);
    await stage.chat.page.reload();
    await stage.chat.page.getByRole('heading', { name: 'You: turn 3' }).waitFor();
    await expect.poll(() => stage.chat.page.getByText(/^\w+, \w+ \d+$/).count()).toBe(2);
  });
});
