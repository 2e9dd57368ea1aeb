import type { AttributeValue, Product } from '../domain/catalog-item.ts';
import type { Fact } from '../domain/fact.ts';
import { formatMoney } from './describe.ts';

export interface ItemQuestion {
  /** Facets or words that the question names; empty asks for everything. */
  asked: readonly string[];
  /** Compares what is asked with what records say: the language's stems. */
  key(phrase: string): string;
  locale: string;
}

const NOT_STATED = 'the shop does not say';
const MOST_ATTRIBUTES = 6;

/** Answers a question about one shown item from its record alone, naming the field, or says that the shop does not say. */
export function answerItem(item: Product, facts: readonly Fact[], question: ItemQuestion): string {
  if (question.asked.length === 0) return describeItem(item, question);
  const answers = question.asked.map((asked) => answerOne(item, facts, asked, question));
  return `${item.title}: ${[...new Set(answers)].join('; ')}.`;
}

function describeItem(item: Product, { locale }: ItemQuestion): string {
  const price = item.price ? formatMoney(item.price.amount, item.price.currency, locale) : undefined;
  const attributes = Object.entries(item.attributes)
    .slice(0, MOST_ATTRIBUTES)
    .map(([name, value]) => `${name}: ${say(value)}`);
  const stock = item.availability === 'unknown' ? undefined : item.availability.replaceAll('_', ' ');
  return `${item.title}: ${[price, stock, ...attributes].filter(Boolean).join(', ')}.`;
}

function answerOne(item: Product, facts: readonly Fact[], asked: string, { key, locale }: ItemQuestion): string {
  if (asked === 'price')
    return item.price
      ? `it costs ${formatMoney(item.price.amount, item.price.currency, locale)}`
      : `price: ${NOT_STATED}`;
  if (asked === 'rating')
    return item.rating ? `rated ${item.rating.average} of 5 by ${item.rating.count}` : 'it has no rating yet';
  if (asked === 'availability')
    return item.availability === 'unknown' ? `availability: ${NOT_STATED}` : item.availability.replaceAll('_', ' ');
  if (asked === 'brand') return item.brand ? `brand: ${item.brand}` : `brand: ${NOT_STATED}`;
  return (
    fromAttributes(item, asked, key) ??
    fromFacts(facts, asked, key) ??
    fromText(item, asked, key) ??
    `${asked}: ${NOT_STATED}`
  );
}

function fromAttributes(item: Product, asked: string, key: (phrase: string) => string): string | undefined {
  const wanted = key(asked).split(' ');
  const named = Object.entries(item.attributes).find(([name]) =>
    wanted.every((stem) => key(name).split(' ').includes(stem)),
  );
  if (named) return `${named[0]}: ${say(named[1])}`;
  const valued = Object.entries(item.attributes).find(
    ([, value]) => typeof value === 'string' && wanted.every((stem) => key(value).split(' ').includes(stem)),
  );
  return valued && `${valued[0]}: ${say(valued[1])}`;
}

function fromFacts(facts: readonly Fact[], asked: string, key: (phrase: string) => string): string | undefined {
  const fact = facts.find(({ facet, value }) => facet === asked || value === key(asked));
  return fact && `${fact.says === 'no' ? 'no, ' : ''}the ${fact.source} says “${fact.words}”`;
}

function fromText({ description = '' }: Product, asked: string, key: (phrase: string) => string): string | undefined {
  const wanted = key(asked).split(' ');
  const sentence = description
    .split(/(?<=[.!?])\s+/)
    .find((one) => wanted.every((stem) => key(one).split(' ').includes(stem)));
  return sentence && `the description says “${sentence.replace(/[.!?]$/, '')}”`;
}

const say = (value: AttributeValue): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : [value].flat().join(', ');
