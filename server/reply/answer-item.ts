import type { AttributeValue, Product } from '../domain/catalog-item.ts';
import type { Fact } from '../domain/fact.ts';
import { formatMoney } from './describe.ts';
import { en } from './strings/en.ts';
import type { ReplyStrings } from './strings/reply-strings.ts';

export interface ItemQuestion {
  /** Facets or words that the question names; empty asks for everything. */
  asked: readonly string[];
  /** Compares what is asked with what records say: the language's stems. */
  key(phrase: string): string;
  locale: string;
}

const MOST_ATTRIBUTES = 6;

/** Answers a question about one shown item from its record alone, naming the field, or says that the shop does not say. */
export function answerItem(
  item: Product,
  facts: readonly Fact[],
  question: ItemQuestion,
  strings: ReplyStrings = en,
): string {
  if (question.asked.length === 0) return describeItem(item, question, strings);
  const answers = question.asked.map((asked) => answerOne(item, facts, asked, question, strings));
  return `${item.title}: ${[...new Set(answers)].join('; ')}.`;
}

function describeItem(item: Product, { locale }: ItemQuestion, strings: ReplyStrings): string {
  const price = item.price ? formatMoney(item.price.amount, item.price.currency, locale) : undefined;
  const attributes = Object.entries(item.attributes)
    .slice(0, MOST_ATTRIBUTES)
    .map(([name, value]) => `${name}: ${say(value, strings)}`);
  const stock = item.availability === 'unknown' ? undefined : strings.item.availability[item.availability];
  return `${item.title}: ${[price, stock, ...attributes].filter(Boolean).join(', ')}.`;
}

function answerOne(
  product: Product,
  facts: readonly Fact[],
  asked: string,
  { key, locale }: ItemQuestion,
  strings: ReplyStrings,
): string {
  return (
    fromRecord(product, asked, locale, strings) ??
    fromAttributes(product, asked, key, strings) ??
    fromFacts(facts, asked, key, strings) ??
    fromText(product, asked, key, strings) ??
    strings.item.notStated(asked)
  );
}

/** What every record has a field for. */
function fromRecord(
  { price, rating, availability, brand }: Product,
  asked: string,
  locale: string,
  { item }: ReplyStrings,
): string | undefined {
  const { fields, notStated } = item;
  switch (asked) {
    case 'price':
      return price ? item.costs(formatMoney(price.amount, price.currency, locale)) : notStated(fields.price);
    case 'rating':
      return rating ? item.rated(rating.average, rating.count) : item.unrated;
    case 'availability':
      return availability === 'unknown' ? notStated(fields.availability) : item.availability[availability];
    case 'brand':
      return brand ? `${fields.brand}: ${brand}` : notStated(fields.brand);
  }
  return undefined;
}

function fromAttributes(
  item: Product,
  asked: string,
  key: (phrase: string) => string,
  strings: ReplyStrings,
): string | undefined {
  const wanted = key(asked).split(' ');
  const named = Object.entries(item.attributes).find(([name]) =>
    wanted.every((stem) => key(name).split(' ').includes(stem)),
  );
  if (named) return `${named[0]}: ${say(named[1], strings)}`;
  const valued = Object.entries(item.attributes).find(
    ([, value]) => typeof value === 'string' && wanted.every((stem) => key(value).split(' ').includes(stem)),
  );
  return valued && `${valued[0]}: ${say(valued[1], strings)}`;
}

function fromFacts(
  facts: readonly Fact[],
  asked: string,
  key: (phrase: string) => string,
  { item }: ReplyStrings,
): string | undefined {
  const fact = facts.find(({ facet, value }) => facet === asked || value === key(asked));
  if (!fact) return undefined;
  const statement = item.says(fact.source, fact.words);
  return fact.says === 'no' ? item.deny(statement) : statement;
}

function fromText(
  { description = '' }: Product,
  asked: string,
  key: (phrase: string) => string,
  { item }: ReplyStrings,
): string | undefined {
  const wanted = key(asked).split(' ');
  const sentence = description
    .split(/(?<=[.!?])\s+/)
    .find((one) => wanted.every((stem) => key(one).split(' ').includes(stem)));
  return sentence && item.says('description', sentence.replace(/[.!?]$/, ''));
}

const say = (value: AttributeValue, { item }: ReplyStrings): string =>
  typeof value === 'boolean' ? (value ? item.yes : item.no) : [value].flat().join(', ');
