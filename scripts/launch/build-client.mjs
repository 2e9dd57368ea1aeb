import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, say } from './console.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';
import { runCommands } from './run-commands.mjs';

const page = join(root, 'dist/client');
const stamp = join(root, 'dist/client.stamp');
/** All that the page is made of. */
const sources = ['client', 'server/contract', 'vite.config.ts', 'vite.pages.config.ts', 'package-lock.json'];

/** Builds the page to `dist/client` when its sources changed; the old one stays until the new one is whole. */
export async function buildClient() {
  if (isBuilt()) return;
  await withLock('build', async () => {
    if (isBuilt()) return;
    const hash = sourceHash();
    say('building the page');
    const draft = join(root, 'dist/client-next');
    const vite = [process.execPath, join('node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
    // The shop's own pages are a build of their own, into the same folder.
    for (const flags of [['--emptyOutDir'], ['--config', 'vite.pages.config.ts']]) {
      const code = await runCommands([[...vite, '--outDir', draft, ...flags]], { NODE_ENV: 'production' });
      if (code > 128) throw new Stop('stopped while building the page');
      if (code !== 0) throw new Stop('the page does not build; the message is above');
    }
    mkdirSync(join(root, 'dist'), { recursive: true });
    rmSync(page, { recursive: true, force: true });
    renameSync(draft, page);
    writeFileSync(stamp, hash);
  });
}

function isBuilt() {
  return existsSync(join(page, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();
}

function sourceHash() {
  const hash = createHash('sha256');
  for (const path of sources.flatMap(filesUnder).sort()) hash.update(path).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesUnder(path) {
  if (!existsSync(join(root, path))) return [];
  if (path.includes('.')) return [path];
  return readdirSync(join(root, path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}
