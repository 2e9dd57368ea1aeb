import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../../server/config.ts';
import { checkMachine } from './check-machine.mjs';

const runCommandsFile = join(repositoryRoot, 'scripts/launch/run-commands.mjs');

/** A launcher whose command is `body`; the command finds a folder for its notes in NOTES. */
function launch(body: string): { launcher: ChildProcess; note: (name: string) => Promise<string> } {
  const folder = mkdtempSync(join(tmpdir(), 'aisle-launch-'));
  const command = join(folder, 'command.mjs');
  const launcherFile = join(folder, 'launcher.mjs');
  writeFileSync(
    command,
    `import { spawn } from 'node:child_process';
     import { renameSync, writeFileSync } from 'node:fs';
     const note = (name, text) => {
       writeFileSync(process.env.NOTES + '/' + name + '.draft', String(text));
       renameSync(process.env.NOTES + '/' + name + '.draft', process.env.NOTES + '/' + name);
     };
     ${body}`,
  );
  writeFileSync(
    launcherFile,
    `import { runCommands } from ${JSON.stringify(runCommandsFile)};
     process.exitCode = await runCommands([[process.execPath, ${JSON.stringify(command)}, 'an argument']]);`,
  );
  const env = { ...process.env, NOTES: folder, npm_lifecycle_event: '' };
  const launcher = spawn(process.execPath, [launcherFile], { env, stdio: 'ignore' });
  return { launcher, note: (name) => readWhenThere(join(folder, name)) };
}

async function readWhenThere(path: string): Promise<string> {
  for (;;) {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      await delay(20);
    }
  }
}

async function gone(pid: string): Promise<void> {
  while (isRunning(Number(pid))) await delay(20);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // Ended, but whatever plays init in this container has not collected it yet.
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch (error) {
    return error instanceof Error && 'syscall' in error && error.syscall === 'open' && process.platform !== 'linux';
  }
}

const waits = `setInterval(() => {}, 1000); note('ready', process.pid);`;
const stopsInOrder = `process.on('SIGTERM', () => { note('stopped', 'in order'); process.exit(0); });`;
const startsAnother = `note('other', spawn('sleep', ['1000'], { stdio: 'ignore' }).pid);`;

describe('the launcher', () => {
  test('hands arguments on and the exit code back', async () => {
    const { launcher, note } = launch(`note('argument', process.argv[2]); process.exitCode = 7;`);
    expect(await once(launcher, 'exit')).toEqual([7, null]);
    expect(await note('argument')).toBe('an argument');
  });

  test('hands SIGTERM on and waits for an orderly end', async () => {
    const { launcher, note } = launch(`${stopsInOrder} ${waits}`);
    const pid = await note('ready');
    launcher.kill('SIGTERM');
    expect(await once(launcher, 'exit')).toEqual([0, null]);
    expect(await note('stopped')).toBe('in order');
    await gone(pid);
  });

  test('hands a Ctrl-C on once, although the terminal and npm both send it', async () => {
    const { launcher, note } = launch(
      `let times = 0;
       process.on('SIGINT', () => { times += 1; setTimeout(() => { note('times', times); process.exit(0); }, 200); });
       ${waits}`,
    );
    await note('ready');
    launcher.kill('SIGINT');
    launcher.kill('SIGINT');
    await once(launcher, 'exit');
    expect(await note('times')).toBe('1');
  });

  test('sweeps up what a command left behind when it crashes', async () => {
    const { launcher, note } = launch(`${startsAnother} ${waits}`);
    process.kill(Number(await note('ready')), 'SIGKILL');
    expect(await once(launcher, 'exit')).toEqual([137, null]);
    await gone(await note('other'));
  });

  test('that is killed hard takes its command along, in order', async () => {
    const { launcher, note } = launch(`${stopsInOrder} ${waits}`);
    const pid = await note('ready');
    launcher.kill('SIGKILL');
    expect(await note('stopped')).toBe('in order');
    await gone(pid);
  });

  test.each([
    ['18.20.0', 'linux', /Node 18\.20\.0 is too old.*20\.19/],
    ['20.18.3', 'darwin', /too old/],
    ['22.1.0', 'win32', /win32 is not supported.*docker/],
  ])('refuses Node %s on %s in one line that says what to do', (version, platform, line) => {
    expect(() => checkMachine({ version, platform })).toThrow(line);
  });

  test.each(['20.19.0', '22.0.0', '26.3.1'])('takes Node %s', (version) => {
    expect(() => checkMachine({ version, platform: 'linux' })).not.toThrow();
  });

  test('refuses an unknown command with the list of those there are', async () => {
    const child = spawn(process.execPath, [join(repositoryRoot, 'scripts/launch.mjs'), 'nope'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let output = '';
    child.stderr.on('data', (chunk) => {
      output += chunk;
    });
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(output).toMatch(/^aisle: there is no command nope\. Try npm run start, .*\n$/);
  });
});
