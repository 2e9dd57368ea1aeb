import type { CompoundPart } from './split-compound.ts';
import type { Stemmer } from './stemmer.ts';

/** A piece of text with its place in it. Words are split at hyphens, numbers from the unit that is written to them. */
export interface Token {
  text: string;
  /** Character offsets into the text that was tokenised. */
  start: number;
  end: number;
  kind: 'word' | 'number' | 'symbol';
  /** Lower case, without accents and possessive endings; one canonical spelling. */
  norm: string;
  /** What words are compared by. For numbers the plain decimal form. */
  stem: string;
  number?: number;
  /** Written to the token before, as in "wi-fi" or "128gb". */
  joined: boolean;
}

export interface TokeniserRules {
  stemmer: Stemmer;
  /** Endings that may be written to a number ("128gb", "6ft"). */
  isUnit(word: string): boolean;
  /** Other spelling -> canonical spelling, one word each. */
  spellings: Pick<ReadonlyMap<string, string>, 'get'>;
  /** The character between whole and fraction in this language; the other one of "." and "," groups thousands. */
  decimal: '.' | ',';
  /** Parts of a compound that is written as one word; left out where the language has none. */
  splitWord?(norm: string): CompoundPart[] | undefined;
}

const PIECES = /<=|>=|\d+(?:[.,]\d+)*(?:\p{L}+\d*)*|[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*|[^\s\p{L}\p{N}]/gu;
const NUMBER_WITH_LETTERS = /^(\d+(?:[.,]\d+)*)(\p{L}+)$/u;
const DIMENSIONS = /^(\d+(?:[.,]\d+)?)(x)(\d+(?:[.,]\d+)?)(?:(x)(\d+(?:[.,]\d+)?))?(\p{L}*)$/iu;

export function tokenise(text: string, rules: TokeniserRules): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(PIECES)) {
    let at = match.index;
    for (const piece of splitPiece(match[0], rules)) {
      tokens.push(...splitToken(buildToken(piece, at, at === previousEnd, rules), rules));
      at += piece.length;
      previousEnd = at;
    }
  }
  return markHyphens(tokens);
}

function splitPiece(piece: string, rules: TokeniserRules): string[] {
  const dimensions = DIMENSIONS.exec(piece);
  if (dimensions) return dimensions.slice(1).filter((part) => part !== undefined && part !== '');
  const glued = NUMBER_WITH_LETTERS.exec(piece);
  if (glued?.[1] && glued[2] && rules.isUnit(glued[2].toLowerCase())) return [glued[1], glued[2]];
  return [piece];
}

function buildToken(text: string, start: number, joined: boolean, rules: TokeniserRules): Token {
  return { text, start, end: start + text.length, joined, ...readPiece(text, rules) };
}

type Piece = Pick<Token, 'kind' | 'norm' | 'stem' | 'number'>;

const MOST_PIECES = 200_000;
const remembered = new WeakMap<TokeniserRules, Map<string, Piece>>();

/** A catalog says the same words over and over; what a piece of text means is worked out once. */
function readPiece(text: string, rules: TokeniserRules): Piece {
  const pieces = remembered.get(rules) ?? new Map<string, Piece>();
  remembered.set(rules, pieces);
  const known = pieces.get(text);
  if (known) return known;
  if (pieces.size >= MOST_PIECES) pieces.clear();
  const piece = parsePiece(text, rules);
  pieces.set(text, piece);
  return piece;
}

function parsePiece(text: string, rules: TokeniserRules): Piece {
  if (/^\d+(?:[.,]\d+)*$/.test(text)) {
    const number = parseDecimal(text, rules.decimal);
    return { kind: 'number', norm: String(number), stem: String(number), number };
  }
  if (!/[\p{L}\p{N}]/u.test(text)) return { kind: 'symbol', norm: text, stem: text };
  const plain = normaliseWord(text);
  const norm = rules.spellings.get(text.toLowerCase().normalize('NFC')) ?? rules.spellings.get(plain) ?? plain;
  return { kind: 'word', norm, stem: rules.stemmer(norm) };
}

/** "ledersofa" is read as "leder-sofa": two tokens, the second joined to the first. */
function splitToken(token: Token, { splitWord, spellings, stemmer }: TokeniserRules): Token[] {
  const parts = token.kind === 'word' && normaliseWord(token.text) === token.norm ? splitWord?.(token.norm) : undefined;
  if (!parts) return [token];
  let read = '';
  let from = 0;
  return parts.map((part, index) => {
    const { length } = part;
    const norm = spellings.get(part.norm) ?? part.norm;
    read += token.norm.slice(read.length, read.length + length);
    const to = index === parts.length - 1 ? token.text.length : endOf(read, token.text);
    const place = { text: token.text.slice(from, to), start: token.start + from, end: token.start + to };
    from = to;
    return { ...place, kind: 'word', norm, stem: stemmer(norm), joined: index > 0 || token.joined };
  });
}

/** Where in the text as written the normalised start of it ends; letters such as "ß" change their number. */
function endOf(norm: string, text: string): number {
  for (let end = 1; end < text.length; end += 1)
    if (normaliseWord(text.slice(0, end)).length >= norm.length) return end;
  return text.length;
}

/** "1,299.00" in English and "1.299,00" in German are both 1299. */
export function parseDecimal(text: string, decimal: '.' | ','): number {
  const group = decimal === '.' ? ',' : '.';
  const groups = text.split(group);
  const grouped = groups.length > 1 && groups.slice(1).every((part) => /^\d{3}(?!\d)/.test(part));
  const plain = grouped ? groups.join('') : text.replaceAll(group, decimal);
  return Number.parseFloat(decimal === '.' ? plain : plain.replaceAll(decimal, '.'));
}

export function normaliseWord(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '');
}

/** Drops hyphens inside words but remembers that their two sides are one: "wi-fi" is `wi` and a joined `fi`. */
function markHyphens(tokens: Token[]): Token[] {
  const kept: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const isHyphen = token.norm === '-' || token.norm === '‑';
    const between = isHyphen && token.joined && tokens[index + 1]?.joined === true && kept.at(-1)?.kind === 'word';
    if (!between) kept.push(token);
  }
  return kept;
}
