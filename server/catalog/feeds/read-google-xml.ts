import { SaxesParser } from 'saxes';
import { INVALID_BYTES } from './decode-text.ts';
import { escapeBareMarks } from './escape-bare-marks.ts';
import type { FeedContext, FeedText } from './feed-reader.ts';
import { type Cells, normalName } from './field-names.ts';
import { HTML_ENTITIES } from './html-entities.ts';
import type { TableRow } from './read-table.ts';
import { RECORD_CHARACTERS } from './split-lines.ts';

const ITEMS = new Set(['item', 'entry']);
/** An unknown entity or a control character in a text does no harm. */
const HARMLESS = /entity|disallowed character/;

interface OpenItem {
  line: number;
  depth: number;
  cells: Cells;
  fault?: string;
}

/** Items of an RSS 2.0 or Atom product feed as rows; reports malformed ones and goes on with the next. */
export async function* readGoogleXml(text: FeedText, context: FeedContext): AsyncGenerator<TableRow> {
  const parser = new SaxesParser({ xmlns: false });
  Object.assign(parser.ENTITIES, HTML_ENTITIES);
  const path: { name: string; text: string[]; parts: Map<string, string> }[] = [];
  let item: OpenItem | undefined;
  let found: TableRow[] = [];
  let seen = 0;
  let sinceTag = 0;

  parser.on('error', (error) => {
    const reason = error.message.replace(/^\S*?\d+:\d+:\s*/, '').trim();
    if (HARMLESS.test(reason)) return;
    if (item) item.fault ??= `is not well-formed XML: ${reason}`;
    else context.noteOnce('xml', { line: parser.line, kind: 'bad-file', reason: `is not well-formed XML: ${reason}` });
  });
  parser.on('opentag', ({ name: tag, attributes }) => {
    sinceTag = 0;
    const name = localName(tag);
    if (ITEMS.has(name)) {
      if (item) context.note({ line: item.line, reason: `<${name}> is not closed before the next one` });
      item = { line: parser.line, depth: path.length, cells: new Map() };
      seen += 1;
    }
    path.push({ name, text: [], parts: new Map() });
    const { href } = attributes;
    if (item && name === 'link' && typeof href === 'string') path.at(-1)?.text.push(href);
  });
  parser.on('text', (chunk) => addText(chunk));
  parser.on('cdata', (chunk) => addText(chunk));
  parser.on('closetag', () => {
    sinceTag = 0;
    const closed = path.pop();
    if (!closed || !item) return;
    if (path.length === item.depth) {
      finishItem(item);
      item = undefined;
      return;
    }
    const value = closed.text.join('').trim();
    if (path.length > item.depth + 1) {
      path.at(-1)?.parts.set(closed.name, value);
      path.at(-1)?.text.push(value);
    } else if (value) addCell(item.cells, closed.name, fieldText(closed.parts, value));
  });

  function addText(chunk: string): void {
    sinceTag = 0;
    if (item) path.at(-1)?.text.push(chunk);
  }

  function finishItem({ line, cells, fault }: OpenItem): void {
    const isInvalid = [...cells.values()].some((values) => values.some((value) => value.includes(INVALID_BYTES)));
    const reason = fault ?? (isInvalid ? 'holds bytes that are not UTF-8; save the file as UTF-8' : undefined);
    if (reason) context.note({ line, reason });
    else found.push({ line, cells });
  }

  for await (const chunk of escapeBareMarks(text.chunks)) {
    sinceTag += chunk.length;
    if (sinceTag > RECORD_CHARACTERS) {
      context.note({
        line: parser.line,
        kind: 'bad-file',
        reason: 'a text is longer than 4 MiB; the rest of the file is not read',
      });
      return yield* found;
    }
    parser.write(chunk);
    const rows = found;
    found = [];
    yield* rows;
  }
  const openLine = item?.line;
  item = undefined;
  if (openLine !== undefined) context.note({ line: openLine, reason: 'the file ends in the middle of this item' });
  else if (!text.cut()) parser.close();
  yield* found;
  if (seen === 0) {
    const reason =
      'holds no <item> or <entry>; give an RSS 2.0 or Atom product feed as Google Merchant Center takes it';
    context.note({ line: 0, kind: 'bad-file', reason });
  }
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase();
}

function addCell(cells: Cells, name: string, value: string): void {
  const key = normalName(name);
  cells.set(key, [...(cells.get(key) ?? []), value]);
}

/** Fields with parts of their own are written as tables write them: "section:name:value". */
function fieldText(parts: Map<string, string>, value: string): string {
  const name = parts.get('attribute_name');
  if (name !== undefined) return `${parts.get('section_name') ?? ''}:${name}:${parts.get('attribute_value') ?? ''}`;
  return parts.get('content') ?? value;
}
