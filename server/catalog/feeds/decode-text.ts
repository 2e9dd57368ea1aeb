import { isUtf8 } from 'node:buffer';

/**
 * Stands in the text for bytes that are not UTF-8. A plane-16 private-use character: unlike U+FFFD it does not occur in
 * catalogs that were broken long before they reached us, and unlike a noncharacter it is legal in XML.
 */
export const INVALID_BYTES = '\u{10FFFD}';

export type Encoding = { label: string; bomBytes: number };

/** From the byte order mark, from NULs where ASCII would stand, or from an XML declaration; otherwise UTF-8. */
export function detectEncoding(head: Uint8Array): Encoding {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { label: 'utf-8', bomBytes: 3 };
  if (a === 0xff && b === 0xfe) return { label: 'utf-16le', bomBytes: 2 };
  if (a === 0xfe && b === 0xff) return { label: 'utf-16be', bomBytes: 2 };
  if (a && b === 0 && c && head[3] === 0) return { label: 'utf-16le', bomBytes: 0 };
  if (a === 0 && b && c === 0 && head[3]) return { label: 'utf-16be', bomBytes: 0 };
  const declaration = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(
    Buffer.from(head.subarray(0, 200)).toString('latin1'),
  );
  return { label: knownLabel(declaration?.[1]), bomBytes: 0 };
}

function knownLabel(label: string | undefined): string {
  if (!label || /^utf-?16/i.test(label)) return 'utf-8';
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return 'utf-8';
  }
}

/** Text without byte order mark; whatever cannot be decoded is marked with `INVALID_BYTES` in its own line. */
export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const body = skipBytes(chunks, encoding.bomBytes);
  yield* encoding.label === 'utf-8' ? decodeUtf8(body) : decodeOther(body, encoding.label);
}

async function* skipBytes(chunks: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  for await (const chunk of chunks) {
    const skipped = Math.min(left, chunk.length);
    left -= skipped;
    if (skipped < chunk.length) yield chunk.subarray(skipped);
  }
}

async function* decodeUtf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let carry = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const block = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const end = wholeCharacters(block);
    carry = Buffer.from(block.subarray(end));
    if (end > 0) yield textOf(block.subarray(0, end));
  }
  if (carry.length > 0) yield textOf(carry);
}

async function* decodeOther(chunks: AsyncIterable<Buffer>, label: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(label);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Where the last character that is whole in this block ends: a chunk may stop in the middle of one. */
function wholeCharacters(block: Buffer): number {
  const first = Math.max(0, block.length - 3);
  for (let at = block.length - 1; at >= first; at -= 1) {
    const byte = block[at] ?? 0;
    if (byte < 0x80) return block.length;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return at + length > block.length ? at : block.length;
    }
  }
  return block.length;
}

function textOf(block: Buffer): string {
  if (isUtf8(block)) return block.toString('utf8');
  const parts: string[] = [];
  for (let start = 0; start < block.length; ) {
    const newline = block.indexOf(0x0a, start);
    const end = newline === -1 ? block.length : newline + 1;
    const line = block.subarray(start, end);
    parts.push(isUtf8(line) ? line.toString('utf8') : line.toString('utf8').replaceAll('\ufffd', INVALID_BYTES));
    start = end;
  }
  return parts.join('');
}
