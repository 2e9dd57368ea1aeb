import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '../../errors.ts';
import { gunzipChunks } from './gunzip-chunks.ts';

const CHUNK_BYTES = 64 * 1024;

export interface FeedBytes {
  totalBytes: number;
  /** Unpacked bytes. Ends early, with `cut()` set, when the packed file is damaged. */
  chunks: AsyncGenerator<Buffer>;
  /** Bytes taken from disk so far, packed. */
  bytesRead(): number;
  cut(): string | undefined;
  close(): Promise<void>;
}

/** Opens a plain or gzip file; gzip is known by its magic bytes. Throws `AppError` `catalog_unreadable`. */
export async function openFeedBytes(file: string, signal?: AbortSignal): Promise<FeedBytes> {
  const { handle, totalBytes } = await openFile(file);
  let bytesRead = 0;
  let cut: string | undefined;

  async function* raw(): AsyncGenerator<Buffer> {
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead: count, buffer } = await readChunk(file, handle);
      if (count === 0) return;
      bytesRead += count;
      yield buffer.subarray(0, count);
    }
  }

  async function* unpacked(): AsyncGenerator<Buffer> {
    const source = raw();
    const first = await source.next();
    if (first.done) return;
    const all = startWith(first.value, source);
    if (first.value[0] !== 0x1f || first.value[1] !== 0x8b) return yield* all;
    cut = yield* gunzipChunks(all);
  }

  return { totalBytes, chunks: unpacked(), bytesRead: () => bytesRead, cut: () => cut, close: () => handle.close() };
}

async function openFile(file: string): Promise<{ handle: FileHandle; totalBytes: number }> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    const stat = await handle.stat();
    if (stat.isFile()) return { handle, totalBytes: stat.size };
  } catch (cause) {
    await handle?.close();
    throw unreadable(file, cause);
  }
  await handle.close();
  throw new AppError(
    'catalog_unreadable',
    `"${file}" is not a file. Name the catalog file itself, one --catalog a file.`,
  );
}

async function readChunk(file: string, handle: FileHandle) {
  try {
    return await handle.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES, null);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): AppError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('catalog_unreadable', `There is no file "${file}". Check the path.`, { cause });
  }
  const name = basename(file);
  return new AppError('catalog_unreadable', `"${file}" cannot be read (${code}). Check the rights on ${name}.`, {
    cause,
  });
}

async function* startWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}
