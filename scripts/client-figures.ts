import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildClient, hasBrowser, launchBrowser } from '../client/testing/browser.ts';
import { startFakeServer } from '../client/testing/fake-server.ts';
import { measureLoad, measurePanel } from './client-figures/measure-load.ts';
import { measureTyping } from './client-figures/measure-typing.ts';
import { percentile } from './client-figures/percentile.ts';

/**
 * `npx tsx scripts/client-figures.ts [--runs 10] [--slower 4] [--turns 200]`: how soon the chat is there on a slow processor, and how soon
 * a key shows in a long conversation. Chromium's own clocks over a scripted server; one line a figure on stdout.
 */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10' },
    slower: { type: 'string', default: '4' },
    turns: { type: 'string', default: '200' },
  },
});
const [runs, slower, turns] = [Number(values.runs), Number(values.slower), Number(values.turns)];
if (!hasBrowser()) process.exit(1);

const clientDir = await buildClient();
const server = await startFakeServer(clientDir);
const browser = await launchBrowser();
try {
  const loads = await repeat(() => measureLoad(browser, server.url, slower));
  const panels = await repeat(() => measurePanel(browser, server.url, slower));
  const slow = `${slower}x slowed CPU`;
  print(
    `chat page, first contentful paint, ${slow}`,
    loads.map(({ firstPaintMs }) => firstPaintMs),
  );
  print(
    `chat page, first key shown, ${slow}`,
    loads.map(({ readyMs }) => readyMs),
  );
  print(
    `shop page with launcher, first contentful paint, ${slow}`,
    panels.map(({ firstPaintMs }) => firstPaintMs),
  );
  print(
    `panel, press to focused field, ${slow}`,
    panels.map(({ openMs }) => openMs),
  );
  for (const times of [1, slower]) {
    const latencies = await measureTyping(browser, server, { turns, times });
    print(`input latency in ${turns} turns, ${times === 1 ? 'full speed' : slow}`, latencies);
  }
} finally {
  await browser.close();
  await server.close();
  rmSync(clientDir, { recursive: true, force: true });
}

async function repeat<Figures>(measure: () => Promise<Figures>): Promise<Figures[]> {
  const all: Figures[] = [];
  // The first run warms files and compiled code of the machine, which every later shopper finds warm.
  await measure();
  for (let run = 0; run < runs; run += 1) all.push(await measure());
  return all;
}

function print(name: string, figures: number[]): void {
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(figures, share).toFixed(0).padStart(5));
  console.log(`${name.padEnd(66)} p50 ${p50} ms  p95 ${p95} ms  n ${figures.length}`);
}
