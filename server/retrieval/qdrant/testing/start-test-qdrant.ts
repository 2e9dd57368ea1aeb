import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectQdrant, type QdrantConnection } from '../qdrant-client.ts';
import { type QdrantProcess, startQdrant } from '../qdrant-process.ts';

export interface TestQdrant {
  process: QdrantProcess;
  connection: QdrantConnection;
  folder: string;
  close(): Promise<void>;
}

/** The real Qdrant in a folder of its own, for one test file. */
export async function startTestQdrant(): Promise<TestQdrant> {
  const folder = await mkdtemp(join(tmpdir(), 'aisle-qdrant-'));
  const process = await startQdrant({ folder, startTimeoutMs: 60_000 });
  const connection = connectQdrant({ url: process.url, timeoutMs: 60_000 });
  return {
    process,
    connection,
    folder,
    async close() {
      await process.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
