import { createGunzip } from 'node:zlib';

/**
 * Unpacks gzip and returns why it stopped early, if it did. A stream's own iterator drops what it has unpacked when the
 * file turns out to be cut; here every byte before the damage comes out first, so the items before it are read.
 */
export async function* gunzipChunks(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer, string | undefined> {
  const gunzip = createGunzip();
  let unpacked: Buffer[] = [];
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    gunzip.on('data', (chunk: Buffer) => unpacked.push(chunk));
    gunzip.on('error', (error) => {
      failure = error;
    });
    gunzip.on('close', resolve);
  });
  const take = () => {
    const taken = unpacked;
    unpacked = [];
    return taken;
  };
  try {
    for await (const chunk of packed) {
      await Promise.race([new Promise<void>((resolve) => gunzip.write(chunk, () => resolve())), ended]);
      yield* take();
      if (failure) break;
    }
    if (!failure) gunzip.end();
    await ended;
    yield* take();
  } finally {
    gunzip.destroy();
  }
  return failure && `the gzip file is damaged or cut short (${failure.message}); fetch it again`;
}
