import type { Availability } from '../../contract/card.ts';

/** Without blanks, dashes and case, as the formats and shop systems write it. */
const WORDS: Record<string, Availability> = {
  instock: 'in_stock',
  available: 'in_stock',
  availablenow: 'in_stock',
  onstock: 'in_stock',
  yes: 'in_stock',
  y: 'in_stock',
  true: 'in_stock',
  instoreonly: 'in_stock',
  onlineonly: 'in_stock',
  limitedavailability: 'in_stock',
  limitedstock: 'in_stock',
  lowstock: 'in_stock',
  outofstock: 'out_of_stock',
  oos: 'out_of_stock',
  soldout: 'out_of_stock',
  notavailable: 'out_of_stock',
  notinstock: 'out_of_stock',
  unavailable: 'out_of_stock',
  discontinued: 'out_of_stock',
  no: 'out_of_stock',
  n: 'out_of_stock',
  false: 'out_of_stock',
  preorder: 'preorder',
  presale: 'preorder',
  comingsoon: 'preorder',
  backorder: 'backorder',
  onbackorder: 'backorder',
  onorder: 'backorder',
  availablefororder: 'backorder',
  madetoorder: 'backorder',
  unknown: 'unknown',
};

/** Undefined when the words are not known. A number is a stock; schema.org addresses are read by their last part. */
export function parseAvailability(value: unknown): Availability | undefined {
  if (typeof value === 'boolean') return value ? 'in_stock' : 'out_of_stock';
  if (typeof value === 'number') return value > 0 ? 'in_stock' : 'out_of_stock';
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text) > 0 ? 'in_stock' : 'out_of_stock';
  const word = text
    .slice(0, 200)
    .replace(/^.*schema\.org\//i, '')
    .toLowerCase()
    .replace(/[\s_.-]+/g, '');
  return Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
}
