import type { Browser } from 'playwright-core';
import type { FakeServer } from '../../client/testing/fake-server.ts';
import { slowDown } from './slow-page.ts';

const WORDS = 'a waterproof jacket for my sister, not too dear and not black, please';
/** About as fast as a quick typist. */
const PAUSE_MS = 60;

/** Milliseconds from each key until the frame after it was drawn, in a conversation of so many turns. */
export async function measureTyping(
  browser: Browser,
  server: FakeServer,
  { turns, times }: { turns: number; times: number },
): Promise<number[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-US' });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  server.forgetSessions();
  await page.goto(server.url);
  await page.getByRole('heading', { level: 1, name: 'Corner Store' }).waitFor();
  server.preload(turns);
  await page.reload();
  await page.getByRole('heading', { name: `You: turn ${turns}` }).waitFor();
  await page.waitForLoadState('networkidle');
  await slowDown(page, times);
  // No function has a name here: the loader would wrap it in a helper that the page does not have.
  await page.evaluate(() => {
    const latencies: number[] = [];
    Object.assign(window, { latencies });
    document.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          // The message is delivered after the frame that this callback belongs to was drawn.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => latencies.push(performance.now() - timeStamp);
          channel.port2.postMessage(undefined);
        });
      },
      { capture: true },
    );
  });
  await page.locator('#message').pressSequentially(WORDS, { delay: PAUSE_MS });
  await page.waitForFunction((count) => Reflect.get(window, 'latencies').length >= count, WORDS.length);
  const latencies: number[] = await page.evaluate(() => Reflect.get(window, 'latencies'));
  await context.close();
  return latencies;
}
