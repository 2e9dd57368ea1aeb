/**
 * Words that claim nothing by themselves. A sentence may leave exactly these unexplained: every other word must be borne out by a record.
 * What praises, promises, hedges, counts, compares, places or denies is not here and must never be added.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those it its they them their which who what where here there
  i me my we us our you your
  is are be being has have do does can will would
  and as at by for from in into of on to with
  so then also too now next both each
  look see show shows shown showing take find found pick choose
  made comes come costs cost priced price listed
  one ones item items product products option options card cards row result results choice
  please hello hi thanks thank`.split(/\s+/),
);

/** Comparing words with the number they speak of and which way; `cheapest` and `cheaper` share it. */
export const MEASURES: Record<string, { measure: string; least: boolean }> = {
  cheap: { measure: 'price', least: true },
  'less expensive': { measure: 'price', least: true },
  'least expensive': { measure: 'price', least: true },
  'lowest priced': { measure: 'price', least: true },
  'more expensive': { measure: 'price', least: false },
  'most expensive': { measure: 'price', least: false },
  pric: { measure: 'price', least: false },
  dear: { measure: 'price', least: false },
  'better rated': { measure: 'rating', least: false },
  'best rated': { measure: 'rating', least: false },
  'top rated': { measure: 'rating', least: false },
  'higher rated': { measure: 'rating', least: false },
  'highest rated': { measure: 'rating', least: false },
  'lower rated': { measure: 'rating', least: true },
  'lowest rated': { measure: 'rating', least: true },
  light: { measure: 'weight', least: true },
  heav: { measure: 'weight', least: false },
  wid: { measure: 'width', least: false },
  narrow: { measure: 'width', least: true },
  tall: { measure: 'height', least: false },
  deep: { measure: 'depth', least: false },
};

/** The noun under which records file what an adjective or verb measures. */
export const MEASURE_NOUNS: Record<string, string> = {
  wide: 'width',
  width: 'width',
  tall: 'height',
  high: 'height',
  height: 'height',
  long: 'length',
  length: 'length',
  deep: 'depth',
  depth: 'depth',
  weighs: 'weight',
  weight: 'weight',
  heavy: 'weight',
  heel: 'heel',
  seat: 'seat',
  screen: 'screen',
  load: 'load',
};

const SMALL = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
export const COUNT = `(?:\\d{1,3}(?:,\\d{3})+|\\d+|${SMALL.join('|')})`;
export const readCount = (words: string): number => {
  const small = SMALL.indexOf(words);
  return small >= 0 ? small : Number(words.replaceAll(',', ''));
};

export const ORDINALS: Record<string, number> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
