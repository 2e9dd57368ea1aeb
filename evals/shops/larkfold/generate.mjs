/**
 * Writes `catalog.jsonl`, an invented shop for clothes, home textiles and baby things: `node evals/shops/larkfold/generate.mjs`.
 * It has no categories and hardly any attributes: types are in titles, colours and materials in prose, sizes in variants.
 */
import { writeFileSync } from 'node:fs';
import { createDraw, slug } from '../draw.mjs';
import { BABY_TYPES } from './baby-types.mjs';
import { FASHION_TYPES } from './fashion-types.mjs';
import { HOME_TYPES } from './home-types.mjs';
import { buildColour } from './words.mjs';

const draw = createDraw(4711);

function buildVariants(id, options, isSoldOut) {
  if (!options) return {};
  const [[name, values]] = Object.entries(options);
  return {
    variants: values.map((value) => ({
      id: `${id}-${slug(value)}`,
      options: { [name]: value },
      availability: isSoldOut || draw.chance(0.15) ? 'out_of_stock' : 'in_stock',
    })),
  };
}

function buildProduct(type, at, number) {
  const colour = buildColour(draw);
  const made = type.make({ at, colour, draw, name: type.names[at % type.names.length] });
  const brand = type.brands[(at + Math.floor(at / type.brands.length)) % type.brands.length];
  const id = `${slug(made.title)}-${number}`;
  const isSoldOut = draw.chance(0.06);
  const amount = draw.price(made.base, type.spread ?? 0.2);
  return {
    id,
    title: made.title,
    description: made.text.replaceAll('{colour}', colour.prose).replaceAll('  ', ' ').trim(),
    brand,
    price: { amount, currency: 'USD' },
    ...(draw.chance(0.2) ? { listPrice: { amount: Math.round(amount * 1.3), currency: 'USD' } } : {}),
    availability: isSoldOut ? 'out_of_stock' : 'in_stock',
    ...(draw.chance(0.8) ? { rating: { average: draw.int(30, 50) / 10, count: draw.int(1, 410) } } : {}),
    ...(made.attributes ? { attributes: made.attributes } : {}),
    ...buildVariants(id, made.options, isSoldOut),
  };
}

const types = [...FASHION_TYPES, ...HOME_TYPES, ...BABY_TYPES];
const products = types.flatMap((type) => Array.from({ length: type.count }, (_, at) => ({ type, at })));
const lines = products.map(({ type, at }, number) => JSON.stringify(buildProduct(type, at, number)));
writeFileSync(new URL('./catalog.jsonl', import.meta.url), `${lines.join('\n')}\n`);
