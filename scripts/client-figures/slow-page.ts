import type { Page } from 'playwright-core';

/** Makes the processor look `times` slower to this page, from now on. */
export async function slowDown(page: Page, times: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

/** First contentful paint in milliseconds since the navigation, as Chromium itself has it. */
export function readFirstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint');
          if (entry) resolve(entry.startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}

/** Milliseconds since the navigation on the page's own clock. */
export const readClock = (page: Page): Promise<number> => page.evaluate(() => performance.now());
