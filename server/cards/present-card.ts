import type { Card, MoreLikeThis, ProductCard, SlotReason, Why } from '../contract/card.ts';
import type { Live, Product, Video } from '../domain/catalog-item.ts';
import { type Criterion, judge } from '../domain/criterion.ts';
import { factTerm } from '../domain/fact.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';

export interface Slot {
  indexed: IndexedItem;
  ordinal: number;
  slotReason: SlotReason;
  propensity?: number;
  more?: MoreLikeThis;
}

export interface CardContext {
  /** Criteria of all active constraints, with what they are about in the shop's words. */
  criteria: readonly { criterion: Criterion; label: string }[];
  formatMoney(amount: number): string;
}

/** A card as the catalog has the item; reasons quote the record. Never anything from a model. */
export function presentCard({ indexed, ordinal, slotReason, propensity, more }: Slot, context: CardContext): Card {
  const { item } = indexed;
  if (item.kind !== 'product') return presentContent(item, ordinal, slotReason);
  const { why, unknowns } = explain(indexed, item, context);
  return { ...presentProduct(item), ordinal, slotReason, propensity, why, unknowns, more };
}

function presentProduct(item: Product): Omit<ProductCard, 'ordinal' | 'slotReason' | 'why' | 'unknowns'> {
  const { id, title, price, listPrice, availability, stock, brand, category, rating, url, attributes } = item;
  return {
    kind: 'product',
    id,
    title,
    price,
    listPrice,
    availability,
    stock,
    brand,
    seller: item.seller?.name,
    category: category.length > 0 ? category : undefined,
    rating,
    image: item.images[0],
    url,
    attributes,
  };
}

function presentContent(item: Video | Live, ordinal: number, slotReason: SlotReason): Card {
  const { id, title, poster, media, creator, products } = item;
  const base = { id, title, poster, media, creator, products, ordinal, slotReason, why: [], unknowns: [] };
  if (item.kind === 'video') return { ...base, kind: 'video', durationSec: item.durationSec };
  return { ...base, kind: 'live', startsAt: item.startsAt, status: item.status };
}

function explain(
  indexed: IndexedItem,
  item: Product,
  { criteria, formatMoney }: CardContext,
): { why: Why[]; unknowns: string[] } {
  const why: Why[] = [];
  const unknowns: string[] = [];
  for (const { criterion, label } of criteria) {
    const verdict = judge(criterion, indexed);
    const { facet, constraintId } = criterion;
    if (verdict === 'unknown') unknowns.push(label);
    if (verdict !== 'yes') continue;
    const evidence = quote(criterion, item, indexed, formatMoney);
    if (evidence) why.push({ constraintId, facet, evidence });
  }
  return { why, unknowns: [...new Set(unknowns)] };
}

/** The words of the record that make the item fit. */
function quote(
  criterion: Criterion,
  item: Product,
  indexed: IndexedItem,
  formatMoney: (amount: number) => string,
): string | undefined {
  if (criterion.kind === 'range') {
    const number = indexed.numbers[criterion.key];
    if (number === undefined || criterion.facet === 'text') return undefined;
    return criterion.facet === 'price' ? formatMoney(number) : `${criterion.facet}: ${Number(number.toFixed(2))}`;
  }
  const { facts } = indexed;
  const says = criterion.negated ? 'no' : 'yes';
  const fact = facts.find((one) => one.says === says && criterion.any.includes(factTerm(one)));
  if (fact) return fact.source === 'description' ? `“${fact.words}”` : fact.words;
  if (criterion.negated) return facts.find((one) => one.facet === criterion.facet && one.says === 'yes')?.words;
  return quoteText(criterion.any, item);
}

/** The sentence piece of title or description in which one of the words stands. */
function quoteText(terms: readonly string[], item: Product): string | undefined {
  const words = terms
    .filter((term) => term.startsWith('text='))
    .map((term) => term.slice('text='.length).split(' ')[0] ?? '');
  const texts = [
    item.title,
    item.description ?? '',
    ...Object.entries(item.attributes).map(([name, value]) => `${name}: ${String(value)}`),
  ];
  for (const text of texts)
    for (const word of words) {
      const at = word.length < 2 ? -1 : text.toLowerCase().indexOf(word);
      if (at >= 0) return text === item.title ? text.slice(at).split(/[\s,;]/)[0] : `“${clip(text, at)}”`;
    }
  return undefined;
}

function clip(text: string, at: number): string {
  const start = Math.max(0, text.lastIndexOf(' ', Math.max(0, at - 20)) + 1);
  const end = text.indexOf(' ', at + 24);
  return `${start > 0 ? '…' : ''}${text.slice(start, end < 0 ? undefined : end)}${end < 0 ? '' : '…'}`;
}
