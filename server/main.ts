import { mkdirSync } from 'node:fs';
import closeWithGrace from 'close-with-grace';
import { startApp } from './app.ts';
import { createComponents } from './components.ts';
import { helpText, parseConfig, wantsHelp } from './config.ts';
import { AppError } from './errors.ts';
import { openFrontDoor } from './http/front-door.ts';
import { createLog } from './log.ts';
import { createProgressLine } from './progress-line.ts';

async function main(argv: string[]): Promise<void> {
  if (wantsHelp(argv)) {
    process.stdout.write(`${helpText()}\n`);
    return;
  }
  const config = parseConfig(argv, process.env);
  mkdirSync(config.dataDir, { recursive: true });
  const log = createLog(config.logLevel);
  const starting = new AbortController();
  const closers: (() => Promise<unknown>)[] = [
    () => Promise.resolve(starting.abort(new AppError('stopped', 'stopped while starting'))),
  ];
  closeWithGrace({ delay: config.shutdownTimeoutMs + 5_000, logger: false }, async ({ err }) => {
    if (err) log.error({ error: err }, 'stopping after a fault');
    for (const close of closers.reverse()) await close();
  });
  const door = await openFrontDoor(config);
  closers.push(() => door.close());
  const progress = createProgressLine();
  const say = (line: string): void => {
    door.report(line);
    progress.say(line);
  };
  const components = await createComponents(config, log, { say }, starting.signal);
  closers.push(() => components.close());
  const app = await startApp(config, components, log, door);
  closers.push(() => app.close());
  progress.end();
  const { name, items } = components.assistant.catalog();
  process.stdout.write(`Aisle is ready: ${name}, ${items} items, at ${app.url}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const line =
    error instanceof AppError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`aisle: ${line}\n`);
  process.exit(1);
});
