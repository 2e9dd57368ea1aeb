import { type Line, RECORD_CHARACTERS } from './split-lines.ts';

/** The longest HTML description is some hundred lines; a quote that is still open after this many was never closed. */
const RECORD_LINES = 2000;

export interface TableRecord {
  line: number;
  /** The physical lines, more than one when a quoted value holds line ends. */
  lines: Line[];
  /** Whether a quote was never closed: only the first line of what follows is in `lines`. */
  unclosed: boolean;
}

/**
 * Groups lines into records of a separated table. A stray opening quote would swallow every row up to the next quote;
 * such a record is given back line by line, so that only the row with the fault is lost.
 */
export async function* splitRecords(source: AsyncIterable<Line[]>, delimiter: string): AsyncGenerator<TableRecord> {
  let open: Line[] = [];
  let characters = 0;
  let inQuotes = false;
  let isStray = false;

  function reset(): void {
    open = [];
    characters = 0;
    inQuotes = false;
    isStray = false;
  }

  function* feed(lines: readonly Line[]): Generator<TableRecord> {
    const waiting = [...lines].reverse();
    for (let line = waiting.pop(); line; line = waiting.pop()) {
      const scan = scanQuotes(line.text, delimiter, inQuotes);
      open.push(line);
      characters += line.text.length;
      inQuotes = scan.inQuotes;
      isStray ||= scan.stray && open.length > 1;
      const tooLong = inQuotes && (open.length > RECORD_LINES || characters > RECORD_CHARACTERS);
      if (inQuotes && !tooLong) continue;
      const [first, ...rest] = open;
      const broken = tooLong || isStray;
      if (first) yield { line: first.line, lines: broken ? [first] : open, unclosed: broken };
      if (broken) waiting.push(...rest.reverse());
      reset();
    }
  }

  for await (const lines of source) yield* feed(lines);
  while (open.length > 0) {
    const [first, ...rest] = open;
    reset();
    if (first) yield { line: first.line, lines: [first], unclosed: true };
    yield* feed(rest);
  }
}

/** A quote opens only at the start of a value and closes only before a delimiter; any other inside a quoted value is stray. */
function scanQuotes(text: string, delimiter: string, startsInQuotes: boolean): { inQuotes: boolean; stray: boolean } {
  if (!text.includes('"')) return { inQuotes: startsInQuotes, stray: false };
  let inQuotes = startsInQuotes;
  let stray = false;
  let at = 0;
  while (at <= text.length) {
    if (!inQuotes && text[at] === '"') {
      inQuotes = true;
      at += 1;
    }
    if (!inQuotes) {
      const next = text.indexOf(delimiter, at);
      if (next === -1) return { inQuotes, stray };
      at = next + 1;
      continue;
    }
    const quote = text.indexOf('"', at);
    if (quote === -1) return { inQuotes, stray };
    const after = text[quote + 1];
    if (after === '"') at = quote + 2;
    else if (after === undefined || after === delimiter) {
      inQuotes = false;
      at = quote + 2;
      if (after === undefined) return { inQuotes, stray };
    } else {
      stray = true;
      at = quote + 1;
    }
  }
  return { inQuotes, stray };
}
