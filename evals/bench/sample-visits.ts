import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { pick, type Random } from '../metrics/seeded-random.ts';

/** What one shopper types, in order; the first is a request, the rest follow up on it. */
export type Visit = string[];

/** Requests in the words, brands and prices of the catalog at hand, so that any catalog can be measured. */
export function sampleVisits(items: CatalogItem[], count: number, random: Random): Visit[] {
  return Array.from({ length: count }, () => buildVisit(pick(random, items), random));
}

function buildVisit(item: CatalogItem, random: Random): Visit {
  const words = pickWords(item.title, random);
  const price = item.kind === 'product' ? item.price?.amount : undefined;
  const brand = item.kind === 'product' ? item.brand : undefined;
  const limit = price === undefined ? undefined : roundUp(price * (1 + random()));
  const requests = [
    words,
    ...(limit === undefined ? [] : [`${words} under ${limit}`, `I need a ${words}, at most ${limit}`]),
    ...(brand === undefined ? [] : [`${words}, not ${brand}`]),
  ];
  const followUps = ['cheaper', 'show me more', ...(limit === undefined ? [] : [`under ${roundUp(limit * 0.8)}`])];
  return [pick(random, requests), pick(random, followUps)];
}

/** One to three words in a row of the title, without bare numbers and signs. */
function pickWords(title: string, random: Random): string {
  const words = title.match(/\p{L}[\p{L}\p{N}'-]+/gu) ?? [title];
  const length = 1 + Math.floor(random() * Math.min(3, words.length));
  const start = Math.floor(random() * (words.length - length + 1));
  return words
    .slice(start, start + length)
    .join(' ')
    .toLowerCase();
}

/** People say round numbers. */
function roundUp(price: number): number {
  const step = price < 20 ? 1 : price < 200 ? 10 : 50;
  return Math.max(step, Math.ceil(price / step) * step);
}
