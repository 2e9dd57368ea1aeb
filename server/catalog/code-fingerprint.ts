import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** What is learned depends on these folders; a change in any of their files makes every shop learn anew. */
const FOLDERS = ['./', '../language/'];

export function readCodeFingerprint(): string {
  const sum = createHash('sha256');
  for (const folder of FOLDERS)
    for (const name of readdirSync(new URL(folder, import.meta.url)).sort())
      if (name.endsWith('.ts') && !name.includes('.test.'))
        sum.update(readFileSync(new URL(folder + name, import.meta.url)));
  return sum.digest('hex').slice(0, 16);
}
