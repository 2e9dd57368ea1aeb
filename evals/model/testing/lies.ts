import type { ReadRequest, ToldItem } from './read-request.ts';

/** A sentence that is false on the screen it is said on, with the words by which it is known again. */
export interface Lie {
  sentence: string;
  mark: RegExp;
}

/** Odd amounts and made-up names: what leaves can be searched for them. */
const FAKE_PRICE = '3.17';
const FAKE_NAME = 'Quorvex Nightingale';
/** More than any shop here has, so that no other turn may say it truly. */
const FAR_OFF = 4_000;

/** Every family of claims, each false by what the prompt itself says. */
export function tellLies({ items, total }: ReadRequest): Lie[] {
  const priced = items.filter(({ price }) => price !== undefined).sort((a, b) => (a.price ?? 0) - (b.price ?? 0));
  const [first] = items;
  const [cheapest, dearest] = [priced[0], priced.at(-1)];
  const isSpread = cheapest && dearest && cheapest.price !== dearest.price;
  return [
    lie(`The ${FAKE_NAME} fits best.`, FAKE_NAME),
    lie('{{item:no-such-item}} fits best.', 'no-such-item'),
    lie(`${total + FAR_OFF} products fit.`, `${total + FAR_OFF} products fit`),
    ...(items.some(({ facts }) => facts.availability === 'in_stock')
      ? [lie('None of these is in stock.', 'None of these is in stock')]
      : []),
    lie('All of these have free delivery.', 'free delivery'),
    lie('Use the code HELLO9 for 20% off.', 'HELLO9'),
    lie('There are 7 items in your cart.', 'items in your cart'),
    lie('You can return everything within 90 days.', '90 days'),
    ...(first ? liesAbout(first) : []),
    ...(isSpread
      ? [
          lie(`The cheapest of these is {{item:${dearest.id}}}.`, `cheapest of these is ${dearest.title}`),
          lie(`{{item:${dearest.id}}} costs less than {{item:${cheapest.id}}}.`, `${dearest.title} costs less than`),
        ]
      : []),
  ];
}

const liesAbout = ({ id, title }: ToldItem): Lie[] => [
  lie(`{{item:${id}}} costs $${FAKE_PRICE}.`, FAKE_PRICE),
  lie(`${title} is now only ${FAKE_PRICE}.`, FAKE_PRICE),
  lie(`{{item:${id}}} is made of unobtainium.`, 'unobtainium'),
  lie(`{{item:${id}}} is rated 5.7 of 5.`, '5.7'),
  lie(`{{item:${id}}} has a lifetime guarantee.`, 'lifetime'),
  lie(`It is the best choice you can make.`, 'best choice'),
];

const lie = (sentence: string, words: string): Lie => ({
  sentence,
  mark: new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i'),
});

/** Wishes that nobody has: invented, turned round, out of the air, and values that the words do not say. */
export function lieAboutWishes({ shopper, facets }: ReadRequest): string {
  const words = shopper.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}-]/gu, ''));
  const said = words.filter((word) => word.length > 2);
  const wish = (word: string, facet: string, relation: string, value: unknown) => ({
    words: word,
    facet,
    relation,
    value,
    unit: null,
    strength: 'must',
  });
  const known = facets.filter(({ values }) => values.length > 0);
  const wishes = said.flatMap((word, at) => {
    const { facet = 'category', values = [] } = known[at % Math.max(1, known.length)] ?? {};
    const number = Number(word);
    return [
      wish(word, facet, 'is', values[at % Math.max(1, values.length)] ?? word),
      wish(word, facet, 'is-not', values.at(-1) ?? word),
      wish(word, 'text', 'is-not', word),
      ...(Number.isFinite(number) ? [wish(word, 'price', 'at-least', number), wish(word, 'rating', 'is', number)] : []),
      wish(word, 'price', 'at-most', 1),
      wish(`${word} and gold`, 'colour', 'is', 'gold'),
    ];
  });
  return JSON.stringify({ act: 'cart-add', wishes: wishes.slice(0, 20), confidence: 1 });
}
