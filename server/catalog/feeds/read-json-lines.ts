import { INVALID_BYTES } from './decode-text.ts';
import type { FeedContext, FeedRecord, FeedText } from './feed-reader.ts';
import { type Line, splitLines } from './split-lines.ts';
import { isRecord } from './tidy-text.ts';

/** The native form: one JSON object a line. */
export async function* readJsonLines(text: FeedText, context: FeedContext): AsyncGenerator<FeedRecord> {
  for await (const lines of splitLines(text)) {
    for (const line of lines) {
      const record = readLine(line);
      if (typeof record === 'string') context.note({ line: line.line, reason: record });
      else if (record) yield record;
    }
  }
}

function readLine({ line, text, overlong }: Line): FeedRecord | string | undefined {
  if (overlong) return 'line is longer than 4 MiB; no product is that large';
  if (text.trim() === '') return undefined;
  if (text.includes(INVALID_BYTES)) return 'holds bytes that are not UTF-8; save the file as UTF-8';
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { line, value } : 'is not a JSON object';
  } catch (error) {
    return `is not valid JSON (${explain(error)})`;
  }
}

function explain(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : 'unreadable';
}
