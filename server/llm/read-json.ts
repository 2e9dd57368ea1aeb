export type ReadJson = { ok: true; value: unknown } | { ok: false; problem: string };

/**
 * The first JSON object or list of an answer, read as models write it: inside a code fence or prose, with comments, trailing commas, curly
 * quotes round names, or cut off at the end (what is open is then closed, an unfinished last member dropped).
 */
export function readJson(answer: string): ReadJson {
  const start = answer.search(/[{[]/);
  if (start < 0) return { ok: false, problem: 'there is no JSON in the answer' };
  const body = answer.slice(start, start + MOST_CHARACTERS);
  const { end, open } = scan(body);
  const exact = tryParse(body.slice(0, end ?? body.length));
  if (exact.ok) return exact;
  const tidy = tidyUp(body.slice(0, end ?? body.length));
  const mended = tryParse(tidy);
  if (mended.ok || end !== undefined) return mended;
  return closeOpen(tidy, open);
}

const MOST_CHARACTERS = 100_000;

/** Where the first value ends, or the brackets that are still open at the end of the text. */
function scan(text: string): { end?: number; open: string } {
  let open = '';
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
      continue;
    }
    if (character === '"') inString = true;
    else if (character === '{') open += '}';
    else if (character === '[') open += ']';
    else if (character === '}' || character === ']') {
      open = open.slice(0, -1);
      if (open === '') return { end: index + 1, open };
    }
  }
  return { open };
}

const tidyUp = (text: string): string =>
  outsideStrings(
    outsideStrings(text, /\/\/[^\n]*|\/\*[\s\S]*?\*\/|[“”]/, (mark) => (/[“”]/.test(mark) ? '"' : '')),
    /,(?=\s*[}\]])/,
    () => '',
  );

/** Strings are matched first and kept, so that what a shopper wrote stays as it is. */
const outsideStrings = (text: string, pattern: RegExp, replace: (match: string) => string): string =>
  text.replace(new RegExp(`"(?:[^"\\\\]|\\\\.)*"|${pattern.source}`, 'g'), (match) =>
    match.startsWith('"') ? match : replace(match),
  );

/** Cuts back to the last comma or bracket until what is left closes; each step gives one member away. */
function closeOpen(text: string, open: string): ReadJson {
  const direct = tryParse(text + [...open].reverse().join(''));
  if (direct.ok) return direct;
  let cut = text;
  for (let tries = 0; tries < 20; tries += 1) {
    const at = Math.max(cut.lastIndexOf(','), cut.lastIndexOf('{') + 1, cut.lastIndexOf('[') + 1);
    if (at <= 0 || at >= cut.length) cut = cut.slice(0, -1);
    else cut = cut.slice(0, at);
    const read = tryParse(cut + [...scan(cut).open].reverse().join(''));
    if (read.ok) return read;
  }
  return { ok: false, problem: 'the JSON is cut off' };
}

function tryParse(text: string): ReadJson {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) };
  }
}
