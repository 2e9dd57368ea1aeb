import type { ClaimScene, SceneItem } from './claim-scene.ts';
import { productsOf } from './claim-scene.ts';
import { isScoped, SCOPE } from './read-superlatives.ts';
import { type SegmentReader, verdictOf } from './segment-reader.ts';

const CENT = 0.005;
const AMOUNT = '(\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?)';
const LESS = 'under|below|less than';
const AT_MOST = 'up to|at most|no more than|not more than|within';
const MORE = 'over|above|more than';
const AT_LEAST = 'at least';

const sameAmount = (left: number, right: number): boolean => Math.abs(left - right) < CENT;

/** Prices, reductions and bounds. Longer ways of saying come first: each takes its words away. */
export function readMoney(reader: SegmentReader): void {
  const { scene } = reader;
  const money = moneyPattern(scene);
  const amount = (text: string): number => Number(text.replaceAll(',', ''));
  const price = ({ product }: SceneItem): number | undefined =>
    product?.price?.currency === scene.currency ? product.price.amount : undefined;
  const before = ({ product }: SceneItem): number | undefined =>
    product?.listPrice?.currency === scene.currency ? product.listPrice.amount : undefined;
  const compare = (item: SceneItem, holds: (price: number) => boolean) => {
    const own = price(item);
    return verdictOf(own === undefined ? undefined : holds(own));
  };
  const saved = (item: SceneItem): number | undefined => {
    const [list, own] = [before(item), price(item)];
    return list !== undefined && own !== undefined && list > own ? list - own : undefined;
  };

  reader.take(new RegExp(`your budget of ${money}`), ([text = '']) => {
    const budget = scene.constraints.find(({ facet, relation }) => facet === 'price' && relation === 'at-most');
    reader.prove(
      'wish',
      budget !== undefined && sameAmount(Number(budget.value), amount(text)),
      'the budget is another one',
    );
  });
  reader.take(new RegExp(`(?:from|between|range from|run from) ${money} to ${money}`), ([low = '', high = ''], at) => {
    reader.claim('price', at, (item) =>
      compare(item, (own) => own >= amount(low) - CENT && own <= amount(high) + CENT),
    );
  });
  reader.take(
    new RegExp(`(?:prices )?(?:start|starts|starting) (?:at|from) ${money}${SCOPE}`),
    ([text = '', scope = '']) => {
      const prices = productsOf(scene.shown).map(price);
      const known = prices.filter((one) => one !== undefined);
      const holds = known.length > 0 && known.length === prices.length && sameAmount(Math.min(...known), amount(text));
      reader.prove('superlative', holds && isScoped(scope, scene), 'the lowest price is another one');
    },
  );
  reader.take(
    new RegExp(`(?:which |that )?(?:was|down from|reduced from|instead of|list price(?: is| of)?) ${money}`),
    ([text = ''], at) => {
      reader.claim('price', at, (item) =>
        verdictOf(saved(item) !== undefined && sameAmount(before(item) ?? Number.NaN, amount(text))),
      );
    },
  );
  reader.take(
    new RegExp(`(?:you save |saves you |saving |save )${money}|${money} off`),
    ([one = '', other = ''], at) => {
      reader.claim('price', at, (item) => verdictOf(sameAmount(saved(item) ?? Number.NaN, amount(one || other))));
    },
  );
  reader.take(/(\d{1,2}) ?% (?:off|less than before)/, ([percent = ''], at) => {
    reader.claim('price', at, (item) => {
      const share = (saved(item) ?? Number.NaN) / (before(item) ?? Number.NaN);
      return verdictOf(Math.round(share * 100) === Number(percent));
    });
  });
  reader.take(/\breduced\b|\bon sale\b/, (_, at) =>
    reader.claim('price', at, (item) => verdictOf(saved(item) !== undefined)),
  );
  reader.take(
    new RegExp(`${money} (less|cheaper|more)(?: expensive)? than @(\\d+)`),
    ([text = '', way = '', other = ''], at) => {
      const than = price(reader.mention(other));
      const sign = way === 'more' ? 1 : -1;
      reader.claim('comparison', at, (item) =>
        compare(item, (own) => than !== undefined && sameAmount(own, than + sign * amount(text))),
      );
    },
  );
  const bounds: [string, (own: number, bound: number) => boolean][] = [
    [LESS, (own, bound) => own < bound - CENT],
    [MORE, (own, bound) => own > bound + CENT],
    [AT_MOST, (own, bound) => own <= bound + CENT],
    [AT_LEAST, (own, bound) => own >= bound - CENT],
  ];
  // "No more than" before "more than": the longer one must have its words first.
  for (const [words, holds] of [...bounds].reverse())
    reader.take(new RegExp(`\\b(?:${words}) ${money}`), ([text = ''], at) => {
      reader.claim('price', at, (item) => compare(item, (own) => holds(own, amount(text))));
    });
  reader.take(new RegExp(money), ([text = ''], at) => {
    reader.claim('price', at, (item) => compare(item, (own) => sameAmount(own, amount(text))));
  });
}

/** An amount in the shop's own currency, by symbol or code; any other currency stays unexplained. One group. */
export function moneyPattern({ currency }: Pick<ClaimScene, 'currency'>): string {
  const parts = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(1);
  const symbol = parts.find(({ type }) => type === 'currency')?.value ?? currency;
  const escaped = symbol.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `(?:${escaped}|${currency.toLowerCase()} )${AMOUNT}(?! ?(?:%|\\d))(?: ${currency.toLowerCase()}\\b)?`;
}
