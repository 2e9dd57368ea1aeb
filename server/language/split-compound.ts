/** Words that a language builds compounds of, by stem. */
export interface CompoundParts {
  /** Every word of the language data: a listed word is one thing, however it is built ("handschuh" is no shoe). */
  listed: ReadonlySet<string>;
  /** What may stand in front: materials, people, rooms, other things. */
  heads: ReadonlySet<string>;
  /** What may stand last: product names, materials, "-free". */
  tails: ReadonlySet<string>;
  /** Letters between two parts: the "s" of "arbeitstisch". */
  joints: readonly string[];
  /** Letters that a front part drops: the "e" of "baumwollhemd". */
  dropped: readonly string[];
  stem(word: string): string;
}

/** A part of a compound: how many letters of the word it takes up, and the word that it is. */
export interface CompoundPart {
  length: number;
  norm: string;
}

const SHORTEST_PART = 3;
const SHORTEST_UNKNOWN_HEAD = 4;
/** A long product name is sure enough to leave whatever stands in front as it is ("milanosessel"). */
const SHORTEST_SURE_TAIL = 5;

/** "ledersofa" is `leder` and `sofa`. Undefined for a word that is listed itself or that no known words make up. */
export function splitCompound(word: string, parts: CompoundParts): CompoundPart[] | undefined {
  if (parts.listed.has(parts.stem(word))) return undefined;
  return splitWith(word, parts, readKnownHead) ?? splitWith(word, parts, readAnyHead);
}

type ReadHead = (head: string, tail: string, parts: CompoundParts) => CompoundPart[] | undefined;

/** The longest tail wins: "kinderbettdecke" is a duvet, not a deck. */
function splitWith(word: string, parts: CompoundParts, readHead: ReadHead): CompoundPart[] | undefined {
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut += 1) {
    const tail = word.slice(cut);
    if (!parts.tails.has(parts.stem(tail))) continue;
    const head = readHead(word.slice(0, cut), tail, parts);
    if (head) return [...head, { length: tail.length, norm: tail }];
  }
  return undefined;
}

function readKnownHead(head: string, _tail: string, parts: CompoundParts): CompoundPart[] | undefined {
  const shorter = parts.joints.filter((joint) => head.endsWith(joint)).map((joint) => head.slice(0, -joint.length));
  const longer = parts.dropped.map((letters) => head + letters);
  const known = [head, ...shorter, ...longer].find(
    (one) => one.length >= SHORTEST_PART && parts.heads.has(parts.stem(one)),
  );
  if (known !== undefined) return [{ length: head.length, norm: known }];
  return parts.listed.has(parts.stem(head)) ? undefined : splitWith(head, parts, readKnownHead);
}

function readAnyHead(head: string, tail: string): CompoundPart[] | undefined {
  const isSure = tail.length >= SHORTEST_SURE_TAIL && head.length >= SHORTEST_UNKNOWN_HEAD;
  return isSure ? [{ length: head.length, norm: head }] : undefined;
}
