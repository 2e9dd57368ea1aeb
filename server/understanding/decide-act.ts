import type { Act } from '../contract/constraint.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Assembled } from './assemble-wishes.ts';
import type { Chart } from './chart.ts';
import type { CueBooks } from './cue-books.ts';
import type { ParseContext } from './parse-context.ts';

/** Sentence-level meanings found anywhere in the text, with how many tokens they cover. */
type Signals = ReadonlyMap<string, number>;

export function findSignals(chart: Chart, books: CueBooks, lexicon: Lexicon): Signals {
  const signals = new Map<string, number>();
  for (const { start, end, value } of matchActs(chart, books, lexicon))
    if (chart.isFree(start, end)) signals.set(value, Math.max(signals.get(value) ?? 0, end - start));
  return signals;
}

/** Sentence words say what to do, not what is wanted: they are explained before wishes are looked for. */
const SENTENCE_WORDS = new Set([
  'returnTo',
  'again',
  'clear',
  'more',
  'similar',
  'compare',
  'cartAdd',
  'cartRemove',
  'cartView',
  'undo',
  'redo',
]);

export function claimSentenceWords(chart: Chart, books: CueBooks, lexicon: Lexicon): void {
  for (const { start, end, value } of matchActs(chart, books, lexicon))
    if (SENTENCE_WORDS.has(value)) chart.claim({ kind: 'cue', cue: 'neutral', start, end });
}

/** "Others" asks for more, but "other colours" takes back the colour: a phrase in front of a facet's name is no act. */
const matchActs = (chart: Chart, books: CueBooks, { facetNames }: Lexicon) =>
  chart.tokens
    .flatMap((_, index) => books.acts.matchAt(chart.tokens, index))
    .filter(
      ({ start, end, value }) =>
        value !== 'more' || (facetNames.matchAt(chart.tokens, end).length === 0 && !isOr(chart, start - 1)),
    );

/** "Grey, or else black" asks for nothing more. */
const isOr = (chart: Chart, index: number): boolean => chart.tokens[index]?.norm === 'or';

/** Acts that are about the shop or the order and never search, by their name in the grammar. */
const SERVICE: [string, Act][] = [
  ['orderStatus', 'order-status'],
  ['returnItem', 'return-item'],
  ['askShop', 'ask-shop'],
  ['cartView', 'cart-view'],
];

/** Words that a phrase about an order needs to count although a product is named ("I want to return the shoes"). */
const SURE = 3;

const longer = (signals: Signals, one: string, other: string): boolean =>
  (signals.get(one) ?? 0) > (signals.get(other) ?? 0);

const TALK: [string, Act][] = [
  ['outOfScope', 'out-of-scope'],
  ['help', 'help'],
  ['smalltalk', 'smalltalk'],
  ['abuse', 'smalltalk'],
];

export function decideAct(signals: Signals, assembled: Assembled, context: ParseContext): Act {
  const wishes = assembled.changes.filter(({ do: kind }) => kind === 'add');
  const hasWishes = wishes.length > 0;
  const refers = assembled.references.length > 0;
  const { hasHead } = assembled;
  const compares = assembled.changes.some(({ do: kind }) => kind === 'than');
  if (signals.has('cartRemove')) return 'cart-remove';
  if (longer(signals, 'cartView', 'cartAdd')) return 'cart-view';
  if (signals.has('cartAdd') && !hasHead && (context.hasRow || refers)) return 'cart-add';
  for (const [signal, act] of SERVICE) if ((signals.get(signal) ?? 0) >= (hasHead ? SURE : 1)) return act;
  if (signals.has('undo') && !hasWishes && !refers) return 'undo';
  if (context.hasRow && signals.has('compare') && !hasHead) return 'compare';
  if (context.hasRow && asksAboutItem(signals, assembled, hasWishes)) return 'ask-item';
  if (context.hasRow && (assembled.points || assembled.picks)) return 'ask-item';
  if (assembled.changes.some(({ do: kind }) => kind === 'reject')) return 'refine';
  if (context.hasRow && signals.has('similar') && !hasHead) return 'similar';
  if (context.hasRow && signals.has('more') && !hasHead) return 'more';
  if (hasHead) return context.hasCategory && !assembled.switches ? 'refine' : 'search';
  // "The second one, but in blue"; "they have to be blue" is said of no card.
  const refersToCard = assembled.references.some(({ by }) => by !== 'all');
  if (hasWishes || assembled.changes.some(({ do: kind }) => kind === 'order' || kind === 'than'))
    return refersToCard && context.hasRow && !compares ? 'similar' : context.hasRow ? 'refine' : 'search';
  if (assembled.changes.some(({ do: kind }) => kind === 'relax')) return 'relax';
  if (refers && context.hasRow) return 'ask-item';
  if (signals.has('clear') || signals.has('redo')) return 'relax';
  for (const [signal, act] of TALK) if (signals.has(signal)) return act;
  return 'unclear';
}

/** A question form with something shown to ask about: "is it washable?", "how much is the second?". */
function asksAboutItem(
  signals: Signals,
  { references, changes, hasHead, asksFirst }: Assembled,
  hasWishes: boolean,
): boolean {
  if (!signals.has('askItem')) return false;
  if (hasHead) return asksFirst;
  if (
    changes.some(({ do: kind }) => kind === 'relax' || kind === 'than' || (kind === 'order' && references.length === 0))
  )
    return false;
  return references.length > 0 || !hasWishes;
}
