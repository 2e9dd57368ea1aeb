import { parse } from 'csv-parse/sync';
import { INVALID_BYTES } from './decode-text.ts';
import type { FeedContext, FeedText } from './feed-reader.ts';
import { type Cells, normalName } from './field-names.ts';
import { splitLines } from './split-lines.ts';
import { splitRecords, type TableRecord } from './split-records.ts';

export interface TableRow {
  line: number;
  cells: Cells;
}

/** Rows of a separated table whose first record names the columns. A row that cannot be read is reported and left out. */
export async function* readTable(text: FeedText, delimiter: string, context: FeedContext): AsyncGenerator<TableRow> {
  let header: string[] | undefined;
  for await (const record of splitRecords(splitLines(text), delimiter)) {
    const row = readRow(record, delimiter, header?.length);
    if (typeof row === 'string') context.note({ line: record.line, reason: row });
    else if (row && header) yield { line: record.line, cells: nameCells(header, row) };
    else if (row) header = row.map(normalName);
  }
}

/** The values, a reason why there are none, or nothing for a blank line. */
function readRow(record: TableRecord, delimiter: string, columns: number | undefined): string[] | string | undefined {
  if (record.lines.some((line) => line.overlong)) return 'row is longer than 4 MiB; no product is that large';
  const text = record.lines.map((line) => line.text).join('\n');
  if (text.trim() === '') return undefined;
  if (text.includes(INVALID_BYTES)) return 'holds bytes that are not UTF-8; save the file as UTF-8';
  const values = record.unclosed ? rescue(text, delimiter, columns) : parseRow(text, delimiter);
  if (!values) return 'a quoted value is not closed; write quotes inside a value twice';
  if (values.every((value) => value === '')) return undefined;
  const extra = columns === undefined ? [] : values.slice(columns).filter(Boolean);
  if (extra.length === 0) return values;
  return `has ${values.length} values for ${columns} columns; put a value that holds the separator in quotes`;
}

function parseRow(text: string, delimiter: string): string[] | undefined {
  // Most rows hold no quote, and for them this is the same and many times faster.
  if (!text.includes('"')) return text.split(delimiter).map((value) => value.trim());
  try {
    const options = { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: ['\n'] };
    const rows: string[][] = parse(text, options);
    return rows.length === 1 ? rows[0]?.map((value) => value.trim()) : undefined;
  } catch {
    return undefined;
  }
}

/** Tools that write tabs often quote nothing: a value that merely begins with a quote is then plain text. */
function rescue(text: string, delimiter: string, columns: number | undefined): string[] | undefined {
  const values = text.split(delimiter).map((value) => value.trim());
  return delimiter === '\t' && values.length === columns ? values : undefined;
}

function nameCells(header: readonly string[], row: readonly string[]): Cells {
  const cells: Cells = new Map();
  header.forEach((name, index) => {
    const value = row[index];
    if (!value) return;
    const values = cells.get(name);
    if (values) values.push(value);
    else cells.set(name, [value]);
  });
  return cells;
}
