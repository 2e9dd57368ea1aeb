import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Stop, say } from './console.mjs';
import { root } from './root.mjs';

/** One launcher at a time installs or builds; another that is started meanwhile waits for it. */
export async function withLock(name, work) {
  const folder = join(root, '.aisle');
  const path = join(folder, `${name}.lock`);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Stop(`${root} cannot be written (${error.code}): use a copy that belongs to you`);
  }
  let waiting = false;
  while (!take(path)) {
    if (!waiting) say(`waiting for another start to finish (${name})`);
    waiting = true;
    await delay(500);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw new Stop(`${path} cannot be written (${error.code})`);
    if (!holderLives(path)) rmSync(path, { force: true });
    return false;
  }
}

function holderLives(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // Empty for the moment between making and writing it.
    return pid === 0 || process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
