import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Embedder } from '../embedder.ts';

/** Vectors of passages by the hash of their text, kept across indexes, so that no text is embedded twice by the same model. */
export interface EmbeddingCache {
  readonly size: number;
  /** One entry a hash, in order; undefined where there is none. */
  read(hashes: string[]): Promise<(Float32Array | undefined)[]>;
  append(entries: { hash: string; vector: Float32Array }[]): Promise<void>;
  close(): Promise<void>;
}

const magic = 'AISLEVEC';
const headerBytes = 16;
const keyBytes = 20;
const crcBytes = 4;
const scanRecords = 1024;

/**
 * One append-only file per embedder: a header, then records of equal length (key, float32 vector, checksum). A write that was cut
 * short by a crash is found by length and checksum and cut off; a file of another make is begun anew.
 */
export async function openEmbeddingCache(
  folder: string,
  { id, dimensions }: Pick<Embedder, 'id' | 'dimensions'>,
): Promise<EmbeddingCache> {
  await mkdir(folder, { recursive: true });
  const file = await open(join(folder, fileName(id)), 'a+');
  const recordBytes = keyBytes + dimensions * 4 + crcBytes;
  await checkHeader(file, dimensions);
  const { offsets, end } = await scan(file, recordBytes);
  await file.truncate(end);
  let length = end;

  return {
    get size() {
      return offsets.size;
    },
    async read(hashes) {
      return Promise.all(
        hashes.map(async (hash) => {
          const offset = offsets.get(buildKey(hash).toString('hex'));
          if (offset === undefined) return undefined;
          const vector = new Float32Array(dimensions);
          await file.read(new Uint8Array(vector.buffer), 0, vector.byteLength, offset + keyBytes);
          return vector;
        }),
      );
    },
    async append(entries) {
      const records = entries.map(({ hash, vector }) => buildRecord(buildKey(hash), vector));
      await file.appendFile(Buffer.concat(records));
      for (const record of records) {
        offsets.set(record.subarray(0, keyBytes).toString('hex'), length);
        length += record.length;
      }
    },
    close: () => file.close(),
  };
}

function fileName(embedderId: string): string {
  const slug = embedderId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  return `${slug}-${createHash('sha1').update(embedderId).digest('hex').slice(0, 8)}.vectors`;
}

const buildKey = (hash: string): Buffer => createHash('sha1').update(hash).digest();

function buildRecord(key: Buffer, vector: Float32Array): Buffer {
  const body = Buffer.concat([key, new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength)]);
  const checksum = Buffer.alloc(crcBytes);
  checksum.writeUInt32LE(crc32(body));
  return Buffer.concat([body, checksum]);
}

async function checkHeader(file: FileHandle, dimensions: number): Promise<void> {
  const expected = Buffer.alloc(headerBytes);
  expected.write(magic, 'latin1');
  expected.writeUInt32LE(1, 8);
  expected.writeUInt32LE(dimensions, 12);
  const found = Buffer.alloc(headerBytes);
  await file.read(found, 0, headerBytes, 0);
  if (found.equals(expected)) return;
  await file.truncate(0);
  await file.appendFile(expected);
}

/** Where each vector lies, and where the sound part of the file ends. A damaged record in the middle is passed over. */
async function scan(file: FileHandle, recordBytes: number): Promise<{ offsets: Map<string, number>; end: number }> {
  const offsets = new Map<string, number>();
  const buffer = Buffer.alloc(recordBytes * scanRecords);
  let end = headerBytes;
  for (let position = headerBytes; ; ) {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
    const whole = Math.floor(bytesRead / recordBytes);
    if (whole === 0) return { offsets, end };
    for (let index = 0; index < whole; index++) {
      const record = buffer.subarray(index * recordBytes, (index + 1) * recordBytes);
      const body = record.subarray(0, recordBytes - crcBytes);
      if (crc32(body) !== record.readUInt32LE(recordBytes - crcBytes)) continue;
      offsets.set(body.subarray(0, keyBytes).toString('hex'), position + index * recordBytes);
      end = position + (index + 1) * recordBytes;
    }
    position += whole * recordBytes;
  }
}
