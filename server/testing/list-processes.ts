import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes whose command line has `text`: all that a server with its own data folder has started. Linux only. */
export function listProcesses(text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => commandOf(pid).includes(text))
    .map(Number);
}

/** Ids of the processes that `parent` has started. */
export function listChildren(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === parent)
    .map(Number);
}

export function isRunning(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`);
  // A zombie has ended; nobody has asked for its status yet.
  return stat !== '' && stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
}

const commandOf = (pid: string): string => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

function parentOf(pid: string): number {
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Empty when the process has ended between the listing and the reading. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
