/**
 * The way into every command of this project, from a fresh clone on: checks the machine, installs what is missing, builds the page
 * when its sources changed, then runs the real entry. Only Node's own modules: nothing is installed when it starts.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildClient } from './launch/build-client.mjs';
import { checkMachine } from './launch/check-machine.mjs';
import { Stop } from './launch/console.mjs';
import { installPackages } from './launch/install-packages.mjs';
import { root } from './launch/root.mjs';
import { runCommands } from './launch/run-commands.mjs';
import { runChecks } from './launch/verify.mjs';

const typescript = (entry, ...flags) => [process.execPath, ...flags, '--import', 'tsx', entry];
const tool = (path) => [process.execPath, join('node_modules', path)];
const biome = tool('@biomejs/biome/bin/biome');
const vite = tool('vite/bin/vite.js');

/** `settings`: reads `.env`. `client`: needs the built page. */
const commands = {
  start: { run: typescript('server/main.ts'), settings: true, client: true },
  // In this order: the other way round Node 20 hands --watch on to its child, which then watches too.
  dev: { run: typescript('server/main.ts', '--watch', '--watch-preserve-output'), beside: vite, settings: true },
  index: { run: typescript('server/catalog/index-command.ts'), settings: true },
  eval: { run: typescript('evals/main.ts') },
  bench: { run: typescript('evals/bench/main.ts'), client: true },
  sample: { run: typescript('server/sample-shop/generate.ts') },
  screenshots: { run: typescript('scripts/screenshots.ts'), client: true },
  test: { run: [...tool('vitest/vitest.mjs'), 'run'] },
  typecheck: { run: tool('typescript/bin/tsc') },
  lint: { checks: { format: [...biome, 'check', '.'], imports: [process.execPath, 'scripts/check-imports.mjs'] } },
  format: { run: [...biome, 'check', '--write', '.'] },
  build: { client: true },
  verify: {
    checks: {
      format: [...biome, 'check', '.'],
      imports: [process.execPath, 'scripts/check-imports.mjs'],
      types: tool('typescript/bin/tsc'),
      tests: [...tool('vitest/vitest.mjs'), 'run'],
      evals: typescript('evals/main.ts'),
    },
  },
};

try {
  process.exitCode = await launch(process.argv[2], process.argv.slice(3));
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`aisle: ${error.message}`);
  process.exitCode = 1;
}

async function launch(name, args) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (!command) throw new Stop(`there is no command ${name ?? ''}. Try npm run ${Object.keys(commands).join(', ')}`);
  checkMachine();
  await installPackages();
  if (command.settings && existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'));
  // Help needs no page.
  if (command.client && !args.includes('--help') && !args.includes('-h')) await buildClient();
  if (command.checks) return runChecks(command.checks);
  if (!command.run) return 0;
  const environment = name === 'start' ? { NODE_ENV: process.env.NODE_ENV || 'production' } : {};
  return runCommands([[...command.run, ...args], ...(command.beside ? [command.beside] : [])], environment);
}
