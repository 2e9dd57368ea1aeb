/** Writes `catalog.jsonl`, an invented shop for tools, garden and car: `node evals/shops/toolyard/generate.mjs`. */
import { writeFileSync } from 'node:fs';
import { createDraw } from '../draw.mjs';
import { CAR_TYPES } from './car-types.mjs';
import { GARDEN_TYPES } from './garden-types.mjs';
import { HARDWARE_TYPES } from './hardware-types.mjs';
import { TOOL_TYPES } from './tool-types.mjs';

const draw = createDraw(20261123);

/** One fact in nine is left out, as merchants do. */
const forget = (attributes) =>
  Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined && !draw.chance(0.11)));

const titles = new Set();

/** A second make of the same thing carries its model code, so that no two products are called the same. */
function buildTitle(title, brand, number) {
  const full = titles.has(title) ? `${title} ${brand[0]}X${100 + ((number * 37) % 900)}` : title;
  titles.add(full);
  return full;
}

function buildProduct(type, at, number) {
  const brand = type.brands[at % type.brands.length];
  const made = type.make({ at, brand, draw });
  const isSoldOut = draw.chance(0.07);
  const amount = draw.price(made.base, type.spread);
  const isReduced = draw.chance(0.15);
  return {
    id: `TY-${10000 + number * 7}`,
    title: buildTitle(made.title, brand, number),
    description: made.text,
    brand,
    category: type.path,
    price: { amount, currency: 'GBP' },
    ...(isReduced ? { listPrice: { amount: Math.round(amount * 1.25) - 0.01, currency: 'GBP' } } : {}),
    availability: isSoldOut ? 'out_of_stock' : 'in_stock',
    stock: isSoldOut ? 0 : draw.int(2, 140),
    ...(draw.chance(0.88) ? { rating: { average: draw.int(31, 50) / 10, count: draw.int(2, 640) } } : {}),
    attributes: forget(made.attributes ?? {}),
  };
}

const types = [...TOOL_TYPES, ...HARDWARE_TYPES, ...GARDEN_TYPES, ...CAR_TYPES];
const products = types.flatMap((type) => Array.from({ length: type.count }, (_, at) => ({ type, at })));
const lines = products.map(({ type, at }, number) => JSON.stringify(buildProduct(type, at, number)));
writeFileSync(new URL('./catalog.jsonl', import.meta.url), `${lines.join('\n')}\n`);
