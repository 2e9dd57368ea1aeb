import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop, say } from './console.mjs';
import { withLock } from './lock.mjs';
import { root } from './root.mjs';

const stamp = join(root, 'node_modules/.aisle-installed');
const lockfile = join(root, 'package-lock.json');
const neededBytes = 1_500_000_000;

/** What npm says, and what to do about it. */
const remedies = [
  [/ENOSPC/, 'the disk is full: free 1.5 GB and run again'],
  [/EACCES|EPERM|EROFS/, `${root} cannot be written: use a copy that belongs to you`],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EIDLETIMEOUT|ERR_SOCKET_TIMEOUT/,
    'the package registry cannot be reached: check the network and the proxy (npm config get registry) and run again',
  ],
  [/E401|E403/, 'the package registry refuses access: check npm config get registry and run again'],
  [/EUSAGE/, 'package-lock.json does not fit package.json: run npm install, commit the lock and run again'],
  [/EINTEGRITY/, 'a package arrived damaged: run npm cache clean --force and run again'],
];

/** `npm ci`, only when node_modules is missing or does not belong to package-lock.json. */
export async function installPackages() {
  if (isInstalled()) return;
  await withLock('install', async () => {
    if (isInstalled()) return;
    checkDisk();
    say('installing packages (first start or changed package-lock.json; up to a few minutes)');
    const { code, output } = await npmCi();
    if (code !== 0) {
      const remedy = remedies.find(([pattern]) => pattern.test(output))?.[1];
      throw new Stop(`npm ci failed. ${remedy ?? 'Its message is above; mend that and run again'}`);
    }
    writeFileSync(stamp, lockHash());
    say('packages installed');
  });
}

function isInstalled() {
  if (read(stamp) === lockHash()) return true;
  // Installed by hand: npm writes this file last.
  const installed = modified(join(root, 'node_modules/.package-lock.json'));
  return installed !== undefined && installed >= (modified(lockfile) ?? 0);
}

function checkDisk() {
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes) throw new Stop(`${root} has too little disk space: free 1.5 GB and run again`);
}

function npmCi() {
  // Dev packages too, whatever NODE_ENV says: they build the page. No install script is needed (.npmrc); the variable is for
  // those who allow them: it keeps the ONNX runtime from fetching CUDA libraries that are not used here.
  const args = ['ci', '--include=dev', '--include=optional', '--fetch-retries=2', '--fetch-timeout=60000'];
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const child = spawn(npm[0], [...npm.slice(1), ...args], {
    cwd: root,
    env: { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' },
    stdio: ['ignore', 2, 'pipe'],
  });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output = (output + chunk).slice(-20_000);
    process.stderr.write(chunk);
  });
  const end = () => child.kill('SIGTERM');
  const quit = () => process.exit(130);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  process.on('exit', end);
  for (const signal of signals) process.on(signal, quit);
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `npm cannot be started: ${error.code}` }));
    child.on('close', (code) => {
      process.off('exit', end);
      for (const signal of signals) process.off(signal, quit);
      resolve({ code, output });
    });
  });
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(lockfile))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function modified(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return undefined;
  }
}
