import type { Product } from '../../server/domain/catalog-item.ts';
import type { ClaimScene, SceneItem } from '../../server/reply/claims/claim-scene.ts';
import type { Random } from '../metrics/seeded-random.ts';
import type { LabelledSentence } from './labelled-sentence.ts';

type Labelled = Omit<LabelledSentence, 'scene'>;
const yes = (tag: string, sentence: string, previous?: string): Labelled => ({ tag, sentence, isTrue: true, previous });
const no = (tag: string, sentence: string, previous?: string): Labelled => ({ tag, sentence, isTrue: false, previous });

/** Names of boolean attributes that are said as an adjective. */
const ADJECTIVES = [
  'waterproof',
  'machine washable',
  'organic',
  'vegan',
  'foldable',
  'wireless',
  'packable',
  'recycled',
  'dishwasher safe',
];
const MEASURES: [RegExp, (number: string, unit: string) => string][] = [
  [/^weight (g|kg)$/, (number, unit) => `weighs ${number} ${unit}`],
  [/^width (cm)$/, (number, unit) => `is ${number} ${unit} wide`],
  [/^height (cm)$/, (number, unit) => `has a height of ${number} ${unit}`],
  [/^capacity (l|ml)$/, (number, unit) => `has a capacity of ${number} ${unit}`],
];

/**
 * True and false sentences about one scene. What is true is read from the records field by field, and never by the code that is judged.
 */
export function drawSentences(scene: ClaimScene, random: Random): Labelled[] {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const items = scene.shown.filter(({ product }) => product?.price);
  if (items.length < 3) return [];
  const item = pick(items);
  const other = pick(items.filter((one) => one !== item));
  return [
    ...aboutPrice(item, other, scene, pick),
    ...aboutAttributes(item, other, items, pick),
    ...aboutFeatures(item),
    ...aboutMeasures(item, other),
    ...aboutStock(item),
    ...aboutRating(item, other),
    ...aboutRow(items, item, scene),
    ...aboutCart(item, other, scene),
    ...lies(item, other, pick),
  ];
}

const say = ({ id }: SceneItem): string => `{{item:${id}}}`;
const productOf = ({ product }: SceneItem): Product => product as Product;
const priceOf = (item: SceneItem): number => productOf(item).price?.amount ?? 0;
const money = (amount: number, scene: ClaimScene): string => scene.formatMoney(amount);

function aboutPrice(
  item: SceneItem,
  other: SceneItem,
  scene: ClaimScene,
  pick: <V>(values: readonly V[]) => V,
): Labelled[] {
  const [own, theirs] = [priceOf(item), priceOf(other)];
  const isOnlyOne = scene.shown.filter(({ title }) => title === item.title).length === 1;
  const name = pick([say(item), isOnlyOne ? item.title : say(item)]);
  const list = productOf(item).listPrice?.amount;
  return [
    yes('price', `${name} costs {{price:${item.id}}}.`),
    yes('price', `It costs ${money(own, scene)}.`, `This is ${say(item)}.`),
    yes('price', `${name} is under ${money(own + 5, scene)}.`),
    yes('price', `${say(item)} costs ${money(own, scene)} and ${say(other)} costs ${money(theirs, scene)}.`),
    no('price', `${name} costs ${money(own + 1, scene)}.`),
    no('price', `${name} is only ${money(Math.max(1, own - 10), scene)}.`),
    no('price', `${name} costs ${money(own, scene).replace('$', '€')}.`),
    no('price', `${name} is under ${money(Math.max(1, own - 1), scene)}.`),
    no('price', `It costs ${money(own + 0.5, scene)}.`, `This is ${say(item)}.`),
    ...(own === theirs
      ? [yes('comparison', `${say(item)} and ${say(other)} have the same price.`)]
      : [
          no('price', `${name} costs {{price:${other.id}}}.`),
          no('price', `${say(item)} costs ${money(theirs, scene)} and ${say(other)} costs ${money(own, scene)}.`),
          yes('comparison', `${say(item)} is ${own < theirs ? 'cheaper' : 'more expensive'} than ${say(other)}.`),
          no('comparison', `${say(item)} is ${own > theirs ? 'cheaper' : 'more expensive'} than ${say(other)}.`),
          yes(
            'comparison',
            `${say(item)} costs ${money(Math.abs(own - theirs), scene)} ${own < theirs ? 'less' : 'more'} than ${say(other)}.`,
          ),
          no(
            'comparison',
            `${say(item)} costs ${money(Math.abs(own - theirs) + 2, scene)} ${own < theirs ? 'less' : 'more'} than ${say(other)}.`,
          ),
          no('comparison', `${say(item)} and ${say(other)} have the same price.`),
        ]),
    ...(list !== undefined && list > own
      ? [
          yes('reduction', `${name} was ${money(list, scene)} and costs ${money(own, scene)} now.`),
          yes('reduction', `${name} is reduced.`),
          no('reduction', `${name} was ${money(list + 20, scene)} and costs ${money(own, scene)} now.`),
          no('reduction', `${name} is ${Math.min(95, Math.round((1 - own / list) * 100) + 15)}% off.`),
        ]
      : [
          no('reduction', `${name} was ${money(own + 30, scene)} and costs ${money(own, scene)} now.`),
          no('reduction', `${name} is on sale.`),
        ]),
  ];
}

/** One of them says more of the same (cashmere is wool): neither is a plain lie about the other. */
const overlap = (left: string, right: string): boolean => left.includes(right) || right.includes(left);
const shadesOf = (value: string): boolean => /\b(?:wood|wool|multi|natural|metal|print)/.test(value);

/** Denim jeans are denim, whatever their colour is called. */
const statesAnyhow = (item: SceneItem, value: string): boolean =>
  Object.values(productOf(item).attributes).some((one) => String(one).includes(value));

function aboutAttributes(
  item: SceneItem,
  other: SceneItem,
  items: readonly SceneItem[],
  pick: <V>(values: readonly V[]) => V,
): Labelled[] {
  const text = (one: SceneItem, name: string): string | undefined => {
    const value = productOf(one).attributes[name];
    return typeof value === 'string' && !/\d/.test(value) ? value : undefined;
  };
  return ['material', 'colour', 'pattern'].flatMap((name) => {
    const own = text(item, name);
    if (own === undefined) return [];
    const theirs = items
      .flatMap((one) => text(one, name) ?? [])
      .filter((value) => !overlap(value, own) && !shadesOf(value) && !statesAnyhow(item, value));
    const wrong = theirs.length > 0 ? pick(theirs) : undefined;
    const shared = items.every((one) => text(one, name) === own);
    return [
      yes(name, `${say(item)} is ${own}.`),
      yes(name, `The ${name} of ${say(item)} is ${own}.`),
      yes(name, `${say(item)}, which is ${own}, is from ${productOf(item).brand ?? productOf(item).category[0]}.`),
      yes(name, `It comes in ${own}.`, `Take a look at ${say(item)}.`),
      no(name, `${say(item)} is not ${own}.`),
      no(name, `${say(item)} is ${own} and soft as a cloud.`),
      ...(own === 'faux leather'
        ? [no(name, `${say(item)} is leather.`), no(name, `${say(item)} is real leather.`)]
        : []),
      ...(own === 'leather'
        ? [no(name, `${say(item)} is faux leather.`), no(name, `${say(item)} is leather-free.`)]
        : []),
      ...(wrong === undefined
        ? []
        : [
            no(name, `${say(item)} is ${wrong}.`),
            no(name, `The ${name} of ${say(item)} is ${wrong}.`),
            no(name, `${say(item)} is ${own} and ${wrong}.`),
            no(name, `It comes in ${wrong}.`, `Take a look at ${say(item)}.`),
            yes(name, `${say(item)} is not ${wrong}.`),
          ]),
      ...(shared ? [yes(name, `All of these are ${own}.`)] : []),
      ...(items.every((one) => statesAnyhow(one, own)) ? [] : [no(name, `All of these are ${own}.`)]),
      ...(text(other, name) === own
        ? [yes(name, `${say(item)} and ${say(other)} are both ${own}.`)]
        : text(other, name) === undefined || overlap(text(other, name) ?? '', own) || statesAnyhow(other, own)
          ? []
          : [
              no(name, `${say(item)} and ${say(other)} are both ${own}.`),
              yes(name, `${say(item)} and ${say(other)} differ in ${name}.`),
            ]),
    ];
  });
}

function aboutFeatures(item: SceneItem): Labelled[] {
  const { attributes, title, description = '' } = productOf(item);
  return ADJECTIVES.flatMap((name) => {
    const value = attributes[name];
    const mentioned = `${title} ${description}`.toLowerCase().includes(name.split(' ')[0] ?? name);
    if (value === true)
      return [
        yes('feature', `${say(item)} is ${name}.`),
        no('feature', `${say(item)} is not ${name}.`),
        no('unknown', `The shop does not say whether ${say(item)} is ${name}.`),
      ];
    if (value === false)
      return [yes('feature', `${say(item)} is not ${name}.`), no('feature', `${say(item)} is ${name}.`)];
    if (mentioned) return [];
    return [
      no('unknown', `${say(item)} is ${name}.`),
      no('unknown', `${say(item)} is not ${name}.`),
      yes('unknown', `The shop does not say whether ${say(item)} is ${name}.`),
    ];
  });
}

function aboutMeasures(item: SceneItem, other: SceneItem): Labelled[] {
  return Object.entries(productOf(item).attributes).flatMap(([name, value]) => {
    const measure = MEASURES.find(([pattern]) => pattern.test(name));
    const unit = measure?.[0].exec(name)?.[1];
    if (!measure || !unit || typeof value !== 'number') return [];
    const theirs = productOf(other).attributes[name];
    return [
      yes('measure', `${say(item)} ${measure[1](String(value), unit)}.`),
      no('measure', `${say(item)} ${measure[1](String(value + 1), unit)}.`),
      no('measure', `${say(item)} ${measure[1](String(value), unit === 'cm' ? 'm' : 'tonnes')}.`),
      no('measure', `${say(item)} has a depth of ${value + 3} ${unit}.`),
      ...(typeof theirs === 'number' && theirs !== value
        ? [no('measure', `${say(item)} ${measure[1](String(theirs), unit)}.`)]
        : []),
    ];
  });
}

function aboutStock(item: SceneItem): Labelled[] {
  const { availability, stock } = productOf(item);
  if (availability !== 'in_stock' && availability !== 'out_of_stock') return [];
  const inStock = availability === 'in_stock';
  return [
    yes('stock', `${say(item)} is ${inStock ? 'in stock' : 'out of stock'}.`),
    no('stock', `${say(item)} is ${inStock ? 'sold out' : 'available'}.`),
    no('stock', `${say(item)} is ${inStock ? 'not in stock' : 'in stock'}.`),
    no('stock', `Hurry, ${say(item)} is almost sold out.`),
    ...(inStock && stock !== undefined
      ? [yes('stock', `Only ${stock} left of ${say(item)}.`), no('stock', `Only ${stock + 1} left of ${say(item)}.`)]
      : []),
  ];
}

function aboutRating(item: SceneItem, other: SceneItem): Labelled[] {
  const [own, theirs] = [productOf(item).rating, productOf(other).rating];
  if (!own) return [yes('rating', `${say(item)} has no rating yet.`), no('rating', `${say(item)} is rated 4.5 of 5.`)];
  return [
    yes('rating', `${say(item)} is rated ${own.average} out of 5 by ${own.count} shoppers.`),
    no('rating', `${say(item)} is rated ${own.average > 4.7 ? 3.1 : 4.9} out of 5.`),
    no('rating', `${say(item)} is rated ${own.average} out of 5 by ${own.count + 100} shoppers.`),
    no('rating', `${say(item)} is loved by everyone.`),
    ...(theirs && theirs.average !== own.average
      ? [
          yes(
            'rating',
            `${say(item)} is ${own.average > theirs.average ? 'better' : 'lower'} rated than ${say(other)}.`,
          ),
          no(
            'rating',
            `${say(item)} is ${own.average < theirs.average ? 'better' : 'lower'} rated than ${say(other)}.`,
          ),
        ]
      : []),
  ];
}

function aboutRow(items: readonly SceneItem[], item: SceneItem, scene: ClaimScene): Labelled[] {
  const prices = items.map(priceOf);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const cheapest = items.find((one) => priceOf(one) === low) as SceneItem;
  const dearest = items.find((one) => priceOf(one) === high) as SceneItem;
  const whole = items.length === scene.shown.length;
  const bound = Math.round((low + 10) * 100) / 100;
  const under = prices.filter((price) => price <= bound).length;
  const known = scene.shown.every(({ product }) => product?.rating);
  const stocked = items.filter((one) => productOf(one).availability === 'in_stock').length;
  return [
    yes('count', `${scene.total} products fit.`),
    yes('count', `Here are ${scene.shown.length} of them.`),
    no('count', `${scene.total + 3} products fit.`),
    no('count', `Here are ${scene.shown.length + 1} products.`),
    no('absence', 'Nothing fits all of that.'),
    ...(stocked > 0 ? [no('absence', 'None of these is in stock.')] : []),
    ...(whole
      ? [
          yes('superlative', `The cheapest of these is ${say(cheapest)} at ${money(low, scene)}.`),
          yes('count', `${stocked} of these are in stock.`),
          no('count', `${stocked + 1} of these are in stock.`),
          yes('count', `${under} of these cost up to ${money(bound, scene)}.`),
          yes('price', `All of these are under ${money(high + 1, scene)}.`),
          no('price', `All of these are under ${money(low, scene)}.`),
          ...(low < high
            ? [
                yes('superlative', `${say(dearest)} is the most expensive here.`),
                no('superlative', `The cheapest of these is ${say(dearest)}.`),
                no('superlative', `${say(cheapest)} is the most expensive here.`),
                no('superlative', `The cheapest of these are ${say(cheapest)} and ${say(dearest)}.`),
              ]
            : []),
          ...(scene.total > scene.shown.length
            ? [no('superlative', `${say(cheapest)} is the cheapest in the shop.`)]
            : []),
          ...(known
            ? [
                yes(
                  'superlative',
                  `The best rated of these is ${say([...items].sort((a, b) => (productOf(b).rating?.average ?? 0) - (productOf(a).rating?.average ?? 0))[0] as SceneItem)}.`,
                ),
              ]
            : [no('superlative', `The best rated of these is ${say(item)}.`)]),
        ]
      : []),
    yes('question', 'Would you like something cheaper?'),
    yes('question', 'Which colour do you prefer?'),
    no('question', 'Did you know that these are all half price?'),
    no('question', `Would you like free delivery with ${say(item)}?`),
  ];
}

function aboutCart(item: SceneItem, other: SceneItem, scene: ClaimScene): Labelled[] {
  const inCart = (one: SceneItem): boolean => (scene.cart[one.id] ?? 0) > 0;
  const quantity = Object.values(scene.cart).reduce((sum, one) => sum + one, 0);
  return [
    inCart(item) ? yes('cart', `${say(item)} is in your cart.`) : no('cart', `${say(item)} is in your cart.`),
    inCart(item) ? no('cart', `${say(item)} is not in your cart.`) : yes('cart', `${say(item)} is not in your cart.`),
    inCart(item) && inCart(other)
      ? yes('cart', `${say(item)} and ${say(other)} are in your cart.`)
      : no('cart', `${say(item)} and ${say(other)} are in your cart.`),
    quantity === 0 ? yes('cart', 'Your cart is empty.') : no('cart', 'Your cart is empty.'),
    no('cart', `I have put ${say(item)} in your cart.`),
    ...(quantity > 0
      ? [yes('cart', `Your cart holds ${quantity} items.`), no('cart', `Your cart holds ${quantity + 1} items.`)]
      : []),
  ];
}

function lies(item: SceneItem, other: SceneItem, pick: <V>(values: readonly V[]) => V): Labelled[] {
  const name = say(item);
  const all: [string, string][] = [
    ['item', 'The Velvet Dream Deluxe costs $20.'],
    ['item', '{{item:no-such-thing}} fits your wish.'],
    ['policy', `${name} ships for free.`],
    ['policy', `${name} comes with a lifetime warranty.`],
    ['policy', `You can return ${name} within 90 days.`],
    ['policy', 'Use the code SAVE20 for 20% off.'],
    ['policy', 'Delivery takes two days.'],
    ['praise', `${name} is the perfect choice.`],
    ['praise', `${name} is very popular.`],
    ['praise', `${name} is the best of all.`],
    ['other-shop', `${name} is cheaper at another shop.`],
    ['link', `See http://evil.example/${item.id} for more.`],
    ['link', `Call 555 0199 to order ${name}.`],
    ['markup', `<b>${name}</b> is here.`],
    ['markup', `**${name}** is here.`],
    ['hidden', `${name} is\u200b here\u202e.`],
    ['language', `${name} ist wasserdicht und kostenlos.`],
    ['language', `${name} es gratis hoy.`],
    ['homoglyph', `${name} is frее.`],
    ['system', 'My instructions are to be helpful.'],
    ['system', 'I am a language model.'],
    ['safety', `${name} is safe for children with allergies.`],
    ['hedge', `${name} may be waterproof.`],
    ['hedge', `${name} is probably ${productOf(other).attributes.colour ?? 'red'} inside.`],
    ['part', `${name} has leather straps and golden buckles.`],
    ['denial', `${name} is neither heavy nor loud.`],
    ['denial', `${name} is not.`],
  ];
  return [pick(all), pick(all), pick(all)].map(([tag, sentence]) => no(tag, sentence));
}
