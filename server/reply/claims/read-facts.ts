import type { Product } from '../../domain/catalog-item.ts';
import { ClaimFault, productsOf, type SceneItem } from './claim-scene.ts';
import { COUNT, readCount } from './plain-words.ts';
import { type SegmentReader, verdictOf } from './segment-reader.ts';

/** Whether it can be bought, and how many are left. */
export function readStock(reader: SegmentReader): void {
  const is =
    (...wanted: Product['availability'][]) =>
    ({ product }: SceneItem) =>
      !product || product.availability === 'unknown'
        ? ('unknown' as const)
        : verdictOf(wanted.includes(product.availability));
  reader.take(/\b(?:only )?(\d+) (?:left(?: in stock)?|in stock)\b/, ([count = ''], at) => {
    reader.claim('stock', at, ({ product }) =>
      verdictOf(
        product?.stock === undefined
          ? undefined
          : product.availability === 'in_stock' && product.stock === Number(count),
      ),
    );
  });
  reader.take(
    /\b(?:out of stock|sold out|unavailable|not available|not in stock)\b(?: (?:now|right now|at the moment))?/,
    (_, at) => reader.claim('stock', at, is('out_of_stock')),
  );
  reader.take(
    /\b(?:in stock|available)\b(?: (?:now|right now|at the moment))?(?! (?:for|on|as|to|until|from|in|with|at|by))/,
    (_, at) => reader.claim('stock', at, is('in_stock')),
  );
  reader.take(/\b(?:available )?(?:for|on) pre-?order\b/, (_, at) => reader.claim('stock', at, is('preorder')));
  reader.take(/\bon backorder\b/, (_, at) => reader.claim('stock', at, is('backorder')));
}

const RATERS = '(?:reviews?|ratings?|people|shoppers|customers|reviewers)';

export function readRatings(reader: SegmentReader): void {
  const average = '(\\d(?:\\.\\d+)?)';
  reader.take(/\b(?:no (?:rating|ratings|reviews) yet|not rated yet|no rating)\b/, (_, at) =>
    reader.claim('rating', at, ({ product }) => verdictOf(product && product.rating === undefined)),
  );
  const scores = [
    `\\b(?:rated |a rating of |rating |scores )${average}(?: (?:out of|of) (?:5|five)|/5)?(?: stars)?`,
    `\\b${average}(?: (?:out of|of) (?:5|five)|/5)(?: stars)?`,
    `\\b${average} stars`,
  ];
  for (const score of scores)
    reader.take(new RegExp(`${score}(?! ?[%\\d])`), ([text = ''], at) =>
      reader.claim('rating', at, ({ product }) => {
        const own = product?.rating?.average;
        return verdictOf(
          own === undefined ? undefined : own === Number(text) || (text.includes('.') && own.toFixed(1) === text),
        );
      }),
    );
  reader.take(new RegExp(`\\b(?:by|from|across|with|has|in) (\\d[\\d,]*) ${RATERS}`), ([count = ''], at) =>
    reader.claim('rating', at, ({ product }) =>
      verdictOf(product?.rating && product.rating.count === readCount(count)),
    ),
  );
}

/** How many there are, and that nothing fits. */
export function readCounts(reader: SegmentReader): void {
  const { scene } = reader;
  const shown = productsOf(scene.shown).length;
  reader.take(/¶/, () => reader.prove('count', true, ''));
  reader.take(new RegExp(`\\b(${COUNT}) of (?:the )?(${COUNT})\\b(?= |$)(?=.*\\bshown\\b)`), ([some = '', all = '']) =>
    reader.prove(
      'count',
      readCount(some) === shown && readCount(all) === scene.total && !scene.nearMiss,
      'the counts are others',
    ),
  );
  const noun = '((?: @?[\\p{L}-]+){0,4}?)';
  // "12 linen sofas fit": the number is the row's total, the words between are checked on the row.
  reader.text = reader.text.replace(
    new RegExp(
      `\\b(${COUNT})${noun} (?:fit|fits|match|matches)\\b(?: (?:your wish|your wishes|that|this|it all|all of that|all that|what you (?:asked|want|are looking) ?(?:for)?))?`,
      'u',
    ),
    (match, count: string, between: string) => {
      reader.prove('count', !scene.nearMiss && readCount(count) === scene.total, 'another number of products fits');
      return `${between} `.padEnd(match.length);
    },
  );
  reader.text = reader.text.replace(
    new RegExp(`\\b(?:i found|there (?:is|are)|found) (${COUNT})(?= |$)`),
    (match, count: string) => {
      reader.prove('count', !scene.nearMiss && readCount(count) === scene.total, 'there is another number of products');
      return ' '.repeat(match.length);
    },
  );
  reader.text = reader.text.replace(
    new RegExp(`\\b(?:here (?:is|are)|i show(?: you)?|showing|these are) (?:the )?(${COUNT})(?= |$)`),
    (match, count: string) => {
      reader.prove('count', readCount(count) === shown, 'another number of products is shown');
      return ' '.repeat(match.length);
    },
  );
  reader.take(
    /\b(?:nothing|none|no product|no item)(?: here| in (?:this|the) shop)? (?:fits|matches)(?: (?:all of (?:that|it|this)|all that|that|this|it all|exactly|everything|your wish|your wishes|what you asked for|all you asked for|all your wishes))?/,
    () => reader.prove('absence', scene.nearMiss !== undefined || scene.total === 0, 'something fits'),
  );
  reader.take(/\b(?:these |they )?come closest\b|\bthe nearest (?:ones|options|alternatives)\b/, () =>
    reader.prove('absence', scene.nearMiss !== undefined, 'these fit'),
  );
}

/** "Fits your wishes", "within your budget". */
export function readFit(reader: SegmentReader): void {
  const { scene } = reader;
  const whole =
    'your wishes|your wish|what you (?:asked for|want|wanted|are looking for)|all you asked for|everything you asked for|all of that';
  reader.take(new RegExp(`\\b(?:fit|fits|match|matches|meet|meets) (?:all )?(?:${whole})`), (_, at) =>
    reader.claim('fit', at, (item) => scene.fits(item.id)),
  );
  reader.take(/\b(?:fits?|within|in|on) your budget\b|\bbelow your limit\b/, (_, at) =>
    reader.claim('fit', at, ({ product }) => {
      const budget = scene.constraints.find(({ facet, relation }) => facet === 'price' && relation === 'at-most');
      if (!budget || product?.price?.currency !== scene.currency) return 'unknown';
      return verdictOf(product.price.amount <= Number(budget.value));
    }),
  );
}

const MOST_QUOTE = 160;
/** What may not be repeated even from a record: orders, links, codes, promises, money. */
const UNQUOTABLE =
  /https?:|www\.|@|\d{5,}|[%$€£]|\b(?:ignore|instruction|system|assistant|prompt|code|coupon|discount|free|guarantee|warranty|refund|return|shipping|delivery|call|visit|click|email|buy|must|always|never|best|shopper|customer)/i;

/** “The description says …”: the words themselves, letter by letter, and nothing that sells or commands. */
export function readQuotes(reader: SegmentReader, quotes: readonly string[]): void {
  reader.take(
    /\b(?:the |its )?(description|title|a review|a reviewer|one review|one reviewer|a shopper) (?:says|writes|calls it|reads) §(\d+)/,
    ([source = '', number = ''], at) => {
      const quote = (quotes[Number(number)] ?? '').replace(/[.!,]$/, '').trim();
      if (quote.length < 3 || quote.length > MOST_QUOTE || UNQUOTABLE.test(quote))
        throw new ClaimFault('quote', 'that may not be quoted');
      reader.claim('quote', at, ({ product }) => {
        const texts =
          source === 'description'
            ? [product?.description ?? '']
            : source === 'title'
              ? [product?.title ?? '']
              : (product?.reviews ?? []).flatMap(({ title, text }) => [title ?? '', text ?? '']);
        return verdictOf(texts.some((text) => text.toLowerCase().includes(quote.toLowerCase())));
      });
    },
  );
}

/** “You asked for linen”: only what is in force, denied only where it is denied. */
export function readWishes(reader: SegmentReader): void {
  const { constraints, lexicon } = reader.scene;
  reader.take(
    /\byou (?:asked for|want|wanted|are looking for|said|are after) (.+)$|\bfor your wish of (.+)$/,
    ([one = '', other = '']) => {
      const words = lexicon.language
        .tokenise(one || other)
        .filter(({ stem, kind }) => kind !== 'symbol' && !lexicon.language.isFiller(stem));
      const negated = /\b(?:not|no|without|never)\b/.test(one || other);
      const allowed = constraints
        .filter(({ relation }) => (relation === 'is-not') === negated)
        .flatMap(({ words: said, value }) => lexicon.language.stems(`${said} ${[value].flat().join(' ')}`));
      const holds =
        words.length > 0 &&
        words.every(({ stem, norm }) => allowed.includes(stem) || (negated && /^(?:not|no|without)$/.test(norm)));
      reader.prove('wish', holds, 'the shopper did not say that');
    },
  );
}
