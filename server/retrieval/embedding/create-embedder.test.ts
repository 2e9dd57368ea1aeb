import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parseConfig } from '../../config.ts';
import { createLog } from '../../log.ts';
import { createEmbedder } from './create-embedder.ts';
import { createRealEmbedder } from './real-embedder.ts';

function recordLog() {
  const stream = new PassThrough();
  return { log: createLog('info', stream), text: () => String(stream.read() ?? '') };
}

test('loads the configured model', async () => {
  await (await createRealEmbedder()).close();
  const { log } = recordLog();
  const embedder = await createEmbedder(parseConfig([], process.env), log);
  expect(embedder?.dimensions).toBe(384);
  await embedder?.close();
});

test('is undefined when embeddings are off', async () => {
  const { log, text } = recordLog();
  expect(await createEmbedder(parseConfig(['--embeddings', 'off'], process.env), log)).toBeUndefined();
  expect(text()).toContain('words alone');
});

test('is undefined without weights, and the log says why and what to do', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'aisle-embedder-')), 'file');
  writeFileSync(file, '');
  const { log, text } = recordLog();
  expect(await createEmbedder(parseConfig([], { ...process.env, CACHE_DIR: file }), log)).toBeUndefined();
  expect(text()).toMatch(/words alone.*EMBEDDINGS_URL/);
});

test('is undefined when the endpoint does not answer', async () => {
  const { log, text } = recordLog();
  const env = { ...process.env, EMBEDDINGS_URL: 'http://127.0.0.1:9/v1', EMBEDDINGS_MODEL: 'm' };
  expect(await createEmbedder(parseConfig([], env), log)).toBeUndefined();
  expect(text()).toContain('127.0.0.1:9');
});
