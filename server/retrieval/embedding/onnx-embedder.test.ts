import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeEmbedder } from '../embedder.contract.ts';
import { embeddingModels } from './models.ts';
import { OnnxEmbedder } from './onnx-embedder.ts';
import { createRealEmbedder } from './real-embedder.ts';

describeEmbedder('model on this machine', () => createRealEmbedder());

describe('the worker process', () => {
  let embedder: OnnxEmbedder;
  beforeAll(async () => {
    embedder = await createRealEmbedder();
  });
  afterAll(() => embedder.close());

  test('refuses what was asked of a worker that dies, and starts another', async () => {
    const lost = embedder.embed(Array.from({ length: 200 }, (_, index) => `text ${index}`));
    const refused = expect(lost).rejects.toMatchObject({ code: 'embeddings_unavailable' });
    const pid = workerOf(embedder);
    process.kill(pid, 'SIGKILL');
    await refused;
    expect(await embedder.embed(['here again'])).toHaveLength(1);
    expect(workerOf(embedder)).not.toBe(pid);
    expect(isAlive(pid)).toBe(false);
  });

  test('outlives a Ctrl-C that reaches the whole process group', async () => {
    const pid = workerOf(embedder);
    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGTERM');
    expect(await embedder.embed(['a turn that is ending'])).toHaveLength(1);
    expect(workerOf(embedder)).toBe(pid);
  });

  test('is gone when the embedder is closed in the middle of the work', async () => {
    const pid = workerOf(embedder);
    const lost = embedder.embed(['one', 'two', 'three']);
    const refused = expect(lost).rejects.toMatchObject({ code: 'embeddings_unavailable' });
    await embedder.close();
    await refused;
    expect(isAlive(pid)).toBe(false);
    await expect(embedder.embed(['too late'])).rejects.toMatchObject({ code: 'embeddings_unavailable' });
  });
});

test('says that embeddings are unavailable when the folder has no model', async () => {
  const limits = { queryTimeoutMs: 60_000, passageTimeoutMs: 60_000 };
  const embedder = new OnnxEmbedder({ model: embeddingModels.minilm, folder: '/nowhere/model', ...limits });
  await expect(embedder.start()).rejects.toMatchObject({ code: 'embeddings_unavailable' });
  await embedder.close();
});

function workerOf(embedder: OnnxEmbedder): number {
  if (embedder.workerPid === undefined) throw new Error('no worker is at work');
  return embedder.workerPid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
