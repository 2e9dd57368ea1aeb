import { readFileSync } from 'node:fs';

/** When a process started, which tells it from a later one with the same number; undefined when it does not run (any more). */
export function readProcessStart(pid: number): string | undefined {
  const stat = readStat(pid);
  if (stat === undefined) return answersSignals(pid) ? '' : undefined;
  // Fields count from behind the name, which may have spaces and brackets in it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A dead process that its parent has not yet asked about: in a container without an init it stays like that for ever.
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function readStat(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
}

/** The answer of last resort, for systems without /proc. */
function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
