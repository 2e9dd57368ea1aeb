import { ClaimFault, type ClaimScene, type SceneItem } from './claim-scene.ts';
import { ORDINALS } from './plain-words.ts';

export interface MarkedSentence {
  /** As the shopper would read it: mentions filled in from the records. */
  text: string;
  /** Lower case, short forms written out, every mention as `@` and its number, every quote as `§` and its number. */
  skeleton: string;
  /** By the number of the mention. */
  mentions: SceneItem[];
  quotes: string[];
}

const PLACEHOLDER = /\{\{\s*(item|price):(.*?)\s*\}\}/g;
/** Letters of Latin script, digits, money and plain punctuation: all else may hide something. */
const READABLE = /^[\p{Script=Latin}\p{N}\s.,;:!?'"“”‘’()\-–—%/&$€£¥×…|]*$/u;
const MOST_CHARACTERS = 600;

/** Fills mentions and numbers them. Throws `ClaimFault` for an item that is not on the screen or a character that has no place in prose. */
export function markMentions(sentence: string, scene: ClaimScene): MarkedSentence {
  if (sentence.length > MOST_CHARACTERS) throw new ClaimFault('words', 'it is too long');
  const known = new Map([...scene.others, ...scene.shown].map((item) => [item.id, item]));
  const mentions: SceneItem[] = [];
  const mark = (item: SceneItem): string => ` @${mentions.push(item) - 1} `;
  const filled = sentence.replace(PLACEHOLDER, (_, kind: string, id: string) => fill(kind, known.get(id), id, scene));
  const bare = sentence.replace(PLACEHOLDER, '').normalize('NFKC');
  if (!READABLE.test(bare)) throw new ClaimFault('words', 'it has characters that do not belong in a reply');
  let marked = sentence.replace(PLACEHOLDER, (_, kind: string, id: string) => {
    const item = known.get(id) as SceneItem;
    return kind === 'item' ? mark(item) : fill(kind, item, id, scene);
  });
  for (const { count, label } of scene.nearMiss?.relaxations ?? []) marked = replaceWhole(marked, `${count} ${label}`);
  for (const item of byLongestTitle([...known.values()])) marked = markTitle(marked, item, mark);
  const quotes: string[] = [];
  marked = marked.replace(/[“"]([^”"]*)[”"]/g, (_, quote: string) => ` §${quotes.push(quote) - 1} `);
  marked = markOrdinals(writeOut(marked), scene.shown, mark);
  return { text: filled.trim(), skeleton: marked.replace(/\s+/g, ' ').trim(), mentions, quotes };
}

/** The count of a near miss in the row's own words ("7 without “up to $50”") is true as it stands. */
const replaceWhole = (text: string, said: string): string => {
  const at = text.indexOf(said);
  return at < 0 || /[\d.,]/.test(text[at - 1] ?? '') ? text : `${text.slice(0, at)} ¶ ${text.slice(at + said.length)}`;
};

function fill(kind: string, item: SceneItem | undefined, id: string, { formatMoney, currency }: ClaimScene): string {
  if (!item) throw new ClaimFault('item', `no item ${id} is on the screen`);
  if (kind === 'item') return item.title;
  const price = item.product?.price;
  if (!price || price.currency !== currency) throw new ClaimFault('price', `${item.title} has no price`);
  return formatMoney(price.amount);
}

/** Two items of one title cannot be told apart by it: those must be named by their ids. */
const byLongestTitle = (items: readonly SceneItem[]): SceneItem[] =>
  items
    .filter(({ title }) => title.length > 3 && items.filter((one) => one.title === title).length === 1)
    .sort((left, right) => right.title.length - left.title.length);

/** A title typed out is a mention too, when it is typed exactly and stands alone. */
function markTitle(text: string, item: SceneItem, mark: (item: SceneItem) => string): string {
  let marked = text;
  for (let at = marked.indexOf(item.title); at >= 0; at = marked.indexOf(item.title, at + 1)) {
    const end = at + item.title.length;
    if (/[\p{L}\p{N}]/u.test(marked[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(marked[end] ?? '')) continue;
    marked = `${marked.slice(0, at)}${mark(item)}${marked.slice(end)}`;
  }
  return marked;
}

const SHORT_FORMS: [RegExp, string][] = [
  [/[‘’]/g, "'"],
  [/\bcan't\b|\bcannot\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\b(it|that|here|there|what)'s\b/g, '$1 is'],
  [/\b(they|you|these|those|we)'re\b/g, '$1 are'],
  [/\b(i|you|we|they)'(?:ve|d|ll)\b/g, '$1 have'],
];

const writeOut = (text: string): string =>
  SHORT_FORMS.reduce((written, [form, long]) => written.replace(form, long), text.toLowerCase());

/** "The second one" is the second card. Before any other noun an ordinal may count something else and stays a plain word. */
function markOrdinals(text: string, shown: readonly SceneItem[], mark: (item: SceneItem) => string): string {
  const words = Object.keys(ORDINALS).join('|');
  const pattern = new RegExp(
    `\\bthe (${words})(?: (?:one|card|item|product|option)\\b)?(?=\\s*(?:[,.;:!?]|$|(?:is|costs|has|comes|and|are|was)\\b))|\\b(?:number|card|no\\.) (\\d{1,2})\\b(?=\\s*(?:[,.;:!?]|$|(?:is|costs|has|comes|and|are)\\b))`,
    'g',
  );
  return text.replace(pattern, (_, word?: string, digits?: string) => {
    const item = shown[(word ? (ORDINALS[word] ?? 0) : Number(digits)) - 1];
    if (!item) throw new ClaimFault('item', `no card ${word ?? digits} is on the screen`);
    return mark(item);
  });
}
