import { decodeText, detectEncoding } from './decode-text.ts';
import type { FeedText } from './feed-reader.ts';
import { openFeedBytes } from './read-bytes.ts';

export interface OpenFeedText extends FeedText {
  totalBytes: number;
  /** The beginning of the text, up to 64 Ki characters, enough to know the format. Blank when there is none. */
  head: string;
  bytesRead(): number;
  close(): Promise<void>;
}

const HEAD_CHARACTERS = 64 * 1024;

/** Opens a file, unpacks and decodes it. Throws `AppError` `catalog_unreadable`. */
export async function openFeedText(file: string, signal?: AbortSignal): Promise<OpenFeedText> {
  const bytes = await openFeedBytes(file, signal);
  try {
    const first = await bytes.chunks.next();
    const start = first.done ? Buffer.alloc(0) : first.value;
    const decoded = decodeText(startWith(start, bytes.chunks), detectEncoding(start));
    const { head, all } = await readHead(decoded);
    return {
      totalBytes: bytes.totalBytes,
      head,
      chunks: all,
      bytesRead: bytes.bytesRead,
      cut: bytes.cut,
      close: bytes.close,
    };
  } catch (error) {
    await bytes.close();
    throw error;
  }
}

/** Reads enough to know the format; old Mac tables end their lines in CR alone. */
async function readHead(decoded: AsyncGenerator<string>): Promise<{ head: string; all: AsyncIterable<string> }> {
  let head = '';
  while (head.length < HEAD_CHARACTERS) {
    const next = await decoded.next();
    if (next.done) break;
    head += next.value;
  }
  return { head, all: withNewlines(startWith(head, decoded), head.includes('\r') && !head.includes('\n')) };
}

async function* withNewlines(chunks: AsyncIterable<string>, hasOnlyReturns: boolean): AsyncGenerator<string> {
  for await (const chunk of chunks) yield hasOnlyReturns ? chunk.replaceAll('\r', '\n') : chunk;
}

async function* startWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
