import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.mjs';

/** Longer than the server's own SHUTDOWN_TIMEOUT_MS. */
const patienceMs = 20_000;
const leash = pathToFileURL(join(root, 'scripts/launch/leash.mjs')).href;

/**
 * Runs the commands side by side until the first ends, then ends the others. Resolves to the exit code of the first.
 * Each has a process group of its own: it gets a Ctrl-C once, from here, and whatever it started and left behind is swept up.
 */
export async function runCommands(commands, environment = {}) {
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD || process.cwd(), ...environment };
  const children = commands.map((command) => start(command, env));
  const stopForwarding = forwardSignals(children);
  const code = await Promise.race(children.map((child) => child.ended));
  for (const child of children) stop(child, 'SIGTERM');
  await Promise.all(children.map((child) => child.ended));
  stopForwarding();
  return code;
}

function start([executable, ...args], env) {
  const [command, first, ...rest] = [executable, ...args];
  // Node as it is called here: the leash has to be loaded before the entry.
  const withLeash = command === process.execPath ? ['--import', leash, first, ...rest] : [first, ...rest];
  const child = spawn(command, withLeash, {
    cwd: root,
    env,
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.ended = new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`aisle: ${command} cannot be started (${error.code})\n`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL');
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
  return child;
}

function stop(child, signal) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  child.patience ??= setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs).unref();
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nothing is left in the group.
  }
}

function forwardSignals(children) {
  let last = 0;
  const forward = (signal) => {
    // npm hands a Ctrl-C on that the terminal has already sent; a second one by hand comes later and means it.
    if (Date.now() - last < 500) return;
    last = Date.now();
    for (const child of children) stop(child, signal === 'SIGHUP' ? 'SIGTERM' : signal);
  };
  const sweep = () => {
    for (const child of children) signalGroup(child, 'SIGKILL');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, forward);
  process.on('exit', sweep);
  const watch = watchParent(() => forward('SIGTERM'));
  return () => {
    clearInterval(watch);
    for (const signal of signals) process.off(signal, forward);
    process.off('exit', sweep);
  };
}

/**
 * npm that is killed hard cannot hand anything on. The scripts say `exec`, so that npm is the parent and no shell in between.
 * Started without npm, a parent may leave on purpose (nohup).
 */
function watchParent(onLoss) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && onLoss(), 1_000).unref();
}
