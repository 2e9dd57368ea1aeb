import { decodeEntities } from './html-entities.ts';

const TAGS =
  'a abbr article b blockquote br center code dd del div dl dt em font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins li main ' +
  'ol p pre s script section small span strong style sub sup table tbody td tfoot th thead tr u ul video';
const LOOKS_LIKE_HTML = new RegExp(`</?(?:${TAGS.split(' ').join('|')})(?=[\\s/>])[^<>]*>|<!--`, 'i');
const BREAKS = new Set(
  'article blockquote br dd div dl dt footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul'.split(
    ' ',
  ),
);
const SILENT = ['script', 'style'];

/** Readable text of a description; text that holds no HTML comes back with its entities decoded and nothing else changed. */
export function htmlToText(html: string): string {
  // Feeds that escape twice carry "&lt;p&gt;".
  const source = /&lt;\/?[a-z]/i.test(html) ? decodeEntities(html) : html;
  if (!LOOKS_LIKE_HTML.test(source)) return decodeEntities(source).trim();
  return decodeEntities(stripTags(source))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** One pass with no backtracking: descriptions come from strangers and may be megabytes of "<". */
function stripTags(html: string): string {
  const kept: string[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    // Line ends of the source are blanks in HTML; only tags break lines.
    kept.push(html.slice(at, open).replace(/\s+/g, ' '));
    const tag = tagAt(html, lower, open);
    if (!tag) kept.push('<');
    else if (BREAKS.has(tag.name)) kept.push('\n');
    else if (tag.name === 'td' || tag.name === 'th') kept.push(' ');
    at = tag ? tag.end : open + 1;
  }
  kept.push(html.slice(at).replace(/\s+/g, ' '));
  return kept.join('');
}

function tagAt(html: string, lower: string, open: number): { name: string; end: number } | undefined {
  if (html.startsWith('<!--', open)) return { name: '', end: endAfter(html, '-->', open) };
  const name = /^<[/!]?([a-z][a-z\d]*)/i.exec(html.slice(open, open + 20))?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  if (SILENT.includes(name) && html[open + 1] !== '/') {
    return { name, end: endAfter(html, '>', endAfter(lower, `</${name}`, open)) };
  }
  for (let at = open + 1; at < html.length; at += 1) {
    if (html[at] === '>') return { name, end: at + 1 };
    if (html[at] === '<') return undefined;
  }
  return undefined;
}

function endAfter(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found === -1 ? html.length : found + mark.length;
}
