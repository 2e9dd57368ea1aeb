import type { Constraint } from '../../server/contract/constraint.ts';
import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { buildWordPattern, normaliseText } from '../predicate/words.ts';

export type ParseText = (text: string) => Constraint[];

/**
 * A baseline, and meant to stay one: what a shop gets from a list of its brands and categories and two patterns for prices.
 * It knows no negation, no units and no typos, so that the figures of the real parser mean something.
 */
export function createKeywordParser(items: Iterable<CatalogItem>): ParseText {
  const names = { brand: new Set<string>(), category: new Set<string>() };
  for (const item of items) {
    if (item.kind !== 'product') continue;
    if (item.brand) names.brand.add(item.brand);
    for (const label of item.category) names.category.add(label);
  }
  const known = Object.entries(names).flatMap(([facet, values]) =>
    [...values].map((value) => ({ facet, value, pattern: buildWordPattern([value]) })),
  );
  return (text) => {
    const normalised = normaliseText(text);
    const found = known.filter(({ pattern }) => pattern.test(normalised));
    return [...found.map(({ facet, value }) => build(facet, 'is', value)), ...parsePrice(normalised)];
  };
}

function parsePrice(text: string): Constraint[] {
  const upper = /(?:under|below|less than|up to|max) \D?(\d+(?:\.\d+)?)/.exec(text)?.[1];
  const lower = /(?:over|above|more than|at least|from) \D?(\d+(?:\.\d+)?)/.exec(text)?.[1];
  return [
    ...(upper ? [build('price', 'at-most', Number(upper))] : []),
    ...(lower ? [build('price', 'at-least', Number(lower))] : []),
  ];
}

const build = (facet: string, relation: Constraint['relation'], value: string | number): Constraint => ({
  id: `${facet}-${relation}-${value}`,
  facet,
  relation,
  value,
  strength: 'must',
  scope: 'session',
  words: String(value),
});
