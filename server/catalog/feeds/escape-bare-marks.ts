const MARKS = /<!\[CDATA\[|\]\]>|&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][\w.-]{0,30});)|<(?![a-z_:/!?])/gi;
/** No mark that this file looks for is longer. */
const LONGEST_MARK = 36;

/**
 * Links in feeds are full of bare ampersands ("?a=1&b=2") and texts of bare less-than signs ("< 5 cm"), at which an XML
 * parser loses what follows. They are escaped, but not in CDATA, where they stand for themselves.
 */
export async function* escapeBareMarks(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let inCdata = false;
  let carry = '';

  function escapeIn(text: string): string {
    return text.replace(MARKS, (mark) => {
      if (mark === '&' || mark === '<') return inCdata ? mark : mark === '&' ? '&amp;' : '&lt;';
      inCdata = mark !== ']]>';
      return mark;
    });
  }

  for await (const chunk of chunks) {
    const text = carry + chunk;
    const end = beforeOpenMark(text);
    carry = text.slice(end);
    if (end > 0) yield escapeIn(text.slice(0, end));
  }
  if (carry) yield escapeIn(carry);
}

/** A mark may be cut by the end of the chunk: it waits for the next one. */
function beforeOpenMark(text: string): number {
  const tail = Math.max(0, text.length - LONGEST_MARK);
  const open = text.slice(tail).search(/[&<\]]/);
  return open === -1 ? text.length : tail + open;
}
