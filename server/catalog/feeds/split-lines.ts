import type { FeedText } from './feed-reader.ts';

/** Longer records are no product; without a limit one missing newline would take all memory. */
export const RECORD_CHARACTERS = 4 * 1024 * 1024;

export interface Line {
  /** 1-based. */
  line: number;
  /** Without its end; empty when `overlong`. */
  text: string;
  overlong: boolean;
}

/** Lines that end in LF or CRLF. In a file that was cut short, the line in which it stops is left out: its values may be halves. */
export async function* splitLines(text: FeedText): AsyncGenerator<Line[]> {
  let number = 1;
  let parts: string[] = [];
  let length = 0;

  function add(piece: string): void {
    length += piece.length;
    if (length <= RECORD_CHARACTERS) parts.push(piece);
    else parts = [];
  }

  function finish(): Line {
    const whole = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
    const line = {
      line: number,
      text: whole.endsWith('\r') ? whole.slice(0, -1) : whole,
      overlong: length > RECORD_CHARACTERS,
    };
    number += 1;
    parts = [];
    length = 0;
    return line;
  }

  for await (const chunk of text.chunks) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf('\n'); end !== -1; end = chunk.indexOf('\n', start)) {
      add(chunk.slice(start, end));
      lines.push(finish());
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.slice(start));
    if (lines.length > 0) yield lines;
  }
  if (length > 0 && !text.cut()) yield [finish()];
}
