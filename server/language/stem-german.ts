/** Words of the language data that its endings do not show. */
export interface GermanForms {
  /** Words that only look inflected ("leder", "garten"), also as the last part of a compound. */
  whole: ReadonlySet<string>;
  /** Nouns and short adjectives that take "-er" ("kleid", "bild", "rot"); other words in "-er" are names of things ("drucker"). */
  takesEr: ReadonlySet<string>;
}

const ADJECTIVE_ENDING = /(?:ig|lich|isch|los|bar|sam|haft|iert|end|dicht|fest|frei|arm|reich|farben|elt|ern)$/;
const PLURAL_IN_S = /[aobdfghklmnprty]s$/;
/** "dunkle" is a form of "dunkel". */
const DROPPED_E = /([bdgkpt])l$/;
const SHORTEST = 3;
const SHORTEST_BEFORE_S = 4;

/**
 * Takes off the endings of case, number and gender and nothing else: the usual German stemmers join "Leder" with "LED",
 * "Drucker" with "Druck" and "billiger" with "billig", which a shop must keep apart. `norm` has no accents and "ss" for "ß".
 */
export function stemGerman(norm: string, forms: GermanForms): string {
  const shorter = cutEnding(norm, forms);
  return shorter === norm ? norm : stemGerman(shorter, forms);
}

function cutEnding(word: string, forms: GermanForms): string {
  if (isWhole(word, forms) || /\d/.test(word)) return word;
  if (/er[nm]?$/.test(word)) return cutEr(word, forms);
  if (/[ns]$/.test(word) && isWhole(word.slice(0, -1), forms)) return word.slice(0, -1);
  const ending = /(?:e[mns]?|(?<=[el]l)n)$/.exec(word)?.[0] ?? '';
  const rest = word.slice(0, word.length - ending.length);
  if (ending !== '' && rest.length >= SHORTEST) return rest.replace(DROPPED_E, '$1el');
  if (PLURAL_IN_S.test(word) && word.length > SHORTEST_BEFORE_S) return word.slice(0, -1);
  return word;
}

/** "kleider", "kleidern", "roter"; "drucker" stays, "druckern" becomes "drucker". */
function cutEr(word: string, { takesEr }: GermanForms): string {
  const plain = word.endsWith('n') ? word.slice(0, -1) : word;
  const rest = plain.slice(0, -2);
  const isEnding = rest.length >= SHORTEST && (ADJECTIVE_ENDING.test(rest) || endsWithAny(rest, takesEr));
  return isEnding ? rest : plain;
}

const isWhole = (word: string, { whole }: GermanForms): boolean => whole.has(word) || endsWithAny(word, whole);

/** The word itself, or a compound that ends with it. */
function endsWithAny(word: string, words: ReadonlySet<string>): boolean {
  for (let start = 0; start <= word.length - SHORTEST; start += 1) {
    const isTail = start === 0 || (start >= SHORTEST && word.length - start > SHORTEST);
    if (isTail && words.has(word.slice(start))) return true;
  }
  return false;
}
