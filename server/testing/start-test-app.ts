import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../app.ts';
import { type Components, createComponents } from '../components.ts';
import { type Config, parseConfig } from '../config.ts';
import { createLog } from '../log.ts';

/** A test is a crowd behind one address. */
export const noLimits = {
  TURNS_PER_MINUTE: '100000',
  ADDRESS_TURNS_PER_MINUTE: '100000',
  ADDRESS_CONNECTIONS_PER_MINUTE: '100000',
};

export interface TestApp {
  app: App;
  config: Config;
  components: Components;
  dataDir: string;
  url: string;
  close(): Promise<void>;
}

/** The real app in this process: embedded Qdrant, real embeddings, SQLite, a free port and a data folder of its own. */
export async function startTestApp(
  flags: string[] = [],
  options: Partial<Pick<Config, 'clientDir' | 'adminToken'>> = {},
): Promise<TestApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'aisle-app-'));
  const given = ['--data', dataDir, '--port', '0', '--host', '127.0.0.1', ...flags];
  const config = { ...parseConfig(given, { ...process.env, ...noLimits }), ...options };
  const log = createLog('silent');
  const components = await createComponents(config, log, { say: () => undefined });
  const app = await startApp(config, components, log);
  return {
    app,
    config,
    components,
    dataDir,
    url: app.url.replace('localhost', '127.0.0.1'),
    async close() {
      await app.close();
      await components.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
