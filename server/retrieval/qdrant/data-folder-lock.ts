import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { readProcessStart } from './process-start.ts';

const Owner = z.object({ pid: z.number().int(), started: z.string() });
type Owner = z.infer<typeof Owner>;

/**
 * Makes this process the only one that uses the folder. Throws `AppError` `qdrant_folder_in_use` while another one lives;
 * what a killed process left behind is taken over. Returns the release.
 */
export function lockDataFolder(folder: string): () => void {
  const path = join(folder, 'server.lock');
  const own: Owner = { pid: process.pid, started: readProcessStart(process.pid) ?? '' };
  const draft = `${path}.${process.pid}.${process.hrtime.bigint()}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      // A link appears whole or not at all, and never over an existing one.
      if (attemptLink(draft, path)) return () => release(path, own);
      removeStale(path, folder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw inUse(folder, 'another process');
}

function attemptLink(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(path: string, folder: string): void {
  const seen = readOwner(path);
  if (seen && isAlive(seen)) throw inUse(folder, `process ${seen.pid}`);
  // Two that find the same stale lock: only one gets to rename it, and whoever caught a fresh one puts it back.
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const caught = readOwner(aside);
  if (caught && isAlive(caught)) attemptLink(aside, path);
  rmSync(aside, { force: true });
}

function release(path: string, own: Owner): void {
  const owner = readOwner(path);
  if (owner?.pid === own.pid && owner.started === own.started) rmSync(path, { force: true });
}

function readOwner(path: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive({ pid, started }: Owner): boolean {
  return readProcessStart(pid) === started;
}

function inUse(folder: string, owner: string): AppError {
  return new AppError(
    'qdrant_folder_in_use',
    `${folder} is in use by ${owner}: stop that server, or give this one another folder with --data DIR`,
  );
}
