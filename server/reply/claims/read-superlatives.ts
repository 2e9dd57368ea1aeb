import { type ClaimScene, productsOf, type SceneItem } from './claim-scene.ts';
import { assertionsOf } from './item-assertions.ts';
import { COUNT, MEASURES } from './plain-words.ts';
import { type SegmentReader, verdictOf } from './segment-reader.ts';

/** "Of these", "here": a superlative is about what is on the screen. One group. */
export const SCOPE = `( (?:of|among) (?:these|those|them|the ${COUNT}(?: shown)?|all ${COUNT})(?: shown| here)?| here| shown(?: here)?| in (?:this|the) row| on (?:the|this) screen)?`;

/** Without a scope a superlative speaks of all that fits, which the screen only shows when nothing is left over. */
export const isScoped = (scope: string, { shown, total }: ClaimScene): boolean =>
  scope !== '' || total <= productsOf(shown).length;

/** The number that a comparing word speaks of, where the record has exactly one of it. */
export function measureOf(
  item: SceneItem,
  measure: string,
  { lexicon, currency }: ClaimScene,
): { number: number; unit: string } | undefined {
  const { product } = item;
  if (measure === 'price')
    return product?.price?.currency === currency ? { number: product.price.amount, unit: currency } : undefined;
  if (measure === 'rating') return product?.rating ? { number: product.rating.average, unit: '' } : undefined;
  const named = assertionsOf(item, lexicon).numbers.filter(({ name }) => name.join(' ') === measure);
  const [only] = named;
  return only && named.length === 1 ? { number: only.number, unit: only.unit.join(' ') } : undefined;
}

const WORDS = Object.keys(MEASURES);
const entryOf = (word: string) => {
  const known = WORDS.filter((one) => word.startsWith(one)).sort((left, right) => right.length - left.length)[0];
  return known === undefined ? undefined : MEASURES[known];
};

/** "The cheapest of these", "the best rated here": against every product of the row, which must all state the number. */
export function readSuperlatives(reader: SegmentReader): void {
  const { scene } = reader;
  const most = WORDS.filter((word) => / /.test(word) && /st |top /.test(`${word} `)).join('|');
  const plain = WORDS.filter((word) => !word.includes(' ')).map((word) => `${word}i?est`);
  reader.take(
    new RegExp(`\\b(?:the )?(${[most, ...plain].join('|')})\\b(?: (?:one|option|item|product))?${SCOPE}`),
    ([word = '', scope = ''], at) => {
      reader.claim('superlative', at, (item) => {
        const entry = entryOf(word);
        if (!entry || !isScoped(scope, scene) || !scene.shown.includes(item)) return 'unknown';
        const all = productsOf(scene.shown).map((one) => measureOf(one, entry.measure, scene));
        const own = measureOf(item, entry.measure, scene);
        if (!own || all.some((one) => one === undefined || one.unit !== own.unit)) return 'unknown';
        const numbers = all.flatMap((one) => (one ? [one.number] : []));
        return verdictOf(own.number === (entry.least ? Math.min(...numbers) : Math.max(...numbers)));
      });
    },
  );
}

/** "Cheaper than that one", "the same price", "differ in colour". */
export function readComparisons(reader: SegmentReader): void {
  const { scene } = reader;
  const compared = WORDS.map((word) => (word.includes(' ') ? word : `${word}i?er`)).join('|');
  reader.take(
    new RegExp(`\\b(?:(?:costs|priced) )?(${compared}|less|more) than (?:@(\\d+)|(the others|the rest))`),
    ([word = '', other = '', rest = ''], at) => {
      const entry =
        word === 'less'
          ? { measure: 'price', least: true }
          : word === 'more'
            ? { measure: 'price', least: false }
            : entryOf(word);
      reader.claim('comparison', at, (item) => {
        const others = rest ? productsOf(scene.shown).filter((one) => one !== item) : [reader.mention(other)];
        const own = entry && measureOf(item, entry.measure, scene);
        const theirs = others.map((one) => entry && measureOf(one, entry.measure, scene));
        if (!entry || !own || theirs.length === 0 || theirs.some((one) => one?.unit !== own.unit)) return 'unknown';
        return verdictOf(
          theirs.every((one) => one && (entry.least ? own.number < one.number : own.number > one.number)),
        );
      });
    },
  );
}
