import { AppError } from '../../errors.ts';
import type { QdrantConnection } from './qdrant-client.ts';

/** 1.16 brought `rrf.k`; an older server would fuse with another constant or refuse. */
const oldest = { major: 1, minor: 16 };

/** Asks the server who it is. Throws `AppError` `qdrant_too_old`; a version that nobody has tried comes back with a warning to log. */
export async function checkQdrantVersion(
  connection: QdrantConnection,
  signal?: AbortSignal,
): Promise<{ version: string; warning?: string }> {
  const version = await connection.version({ signal });
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (!(major > oldest.major || (major === oldest.major && minor >= oldest.minor))) {
    throw new AppError(
      'qdrant_too_old',
      `Qdrant at ${connection.url} is ${version}; use ${oldest.major}.${oldest.minor} or newer`,
    );
  }
  if (major === oldest.major && minor === oldest.minor) return { version };
  return {
    version,
    warning: `Qdrant ${version} is newer than ${oldest.major}.${oldest.minor}, which Aisle is tested with`,
  };
}
