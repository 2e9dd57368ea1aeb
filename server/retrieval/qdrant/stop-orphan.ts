import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Ends a Qdrant that outlived its server, which takes both the server and the watchdog being killed: two Qdrants on one folder
 * destroy it. Call only while holding the folder's lock.
 */
export async function stopOrphan(folder: string, graceMs = 5_000): Promise<void> {
  const pidPath = join(folder, 'qdrant.pid');
  const pid = existsSync(pidPath) ? Number(readFileSync(pidPath, 'utf8')) : 0;
  for (let waitedMs = 0; pid > 0 && runsOn(pid, folder); waitedMs += 50) {
    process.kill(pid, waitedMs < graceMs ? 'SIGINT' : 'SIGKILL');
    await sleep(50);
  }
  rmSync(pidPath, { force: true });
}

/** The number may belong to someone else by now. */
function runsOn(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(join(folder, 'qdrant.yaml'));
  } catch {
    return false;
  }
}
