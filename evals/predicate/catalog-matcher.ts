import type { CatalogItem } from '../../server/domain/catalog-item.ts';
import { type FieldValue, readField } from './field-values.ts';
import type { FieldPredicate, Predicate, TextPredicate } from './predicate.ts';
import { buildWordPattern, normaliseText } from './words.ts';

/** Judges records of one catalog by predicates, and remembers: conversations ask the same things turn after turn. */
export interface CatalogMatcher {
  /** All of them hold for the record. */
  meets(id: string, predicates: Predicate[]): boolean;
  /** Those that do not hold; an id that the catalog does not have breaks all of them. */
  broken(id: string, predicates: Predicate[]): Predicate[];
  /** Every product for which all of them hold. */
  find(predicates: Predicate[]): CatalogItem[];
  get(id: string): CatalogItem | undefined;
}

export function createCatalogMatcher(items: ReadonlyMap<string, CatalogItem>): CatalogMatcher {
  const known = new Map<string, Uint8Array>();
  const places = new Map([...items.keys()].map((id, at) => [id, at]));
  const products = [...items.values()].filter((item) => item.kind === 'product');
  const texts = new Map<string, Map<string, string>>();

  const textOf = (item: CatalogItem, field: string): string => {
    const ofField = texts.get(field) ?? new Map<string, string>();
    texts.set(field, ofField);
    const text = ofField.get(item.id) ?? readField(item, field).map(String).map(normaliseText).join(' | ');
    ofField.set(item.id, text);
    return text;
  };

  /** One closure a predicate, so that its pattern is compiled and its key computed once, not once an item. */
  const compile = (predicate: Predicate): ((item: CatalogItem) => boolean) => {
    const key = JSON.stringify(predicate);
    const answers = known.get(key) ?? new Uint8Array(items.size);
    known.set(key, answers);
    const test = build(predicate);
    return (item) => {
      const at = places.get(item.id) ?? -1;
      if (!answers[at]) answers[at] = test(item) ? YES : NO;
      return answers[at] === YES;
    };
  };

  const build = (predicate: Predicate): ((item: CatalogItem) => boolean) => {
    if ('not' in predicate) return negate(compile(predicate.not));
    if ('any' in predicate) return either(predicate.any.map(compile));
    if ('all' in predicate) return every(predicate.all.map(compile));
    return 'text' in predicate ? buildText(predicate) : (item) => meetsField(item, predicate);
  };

  const buildText = (predicate: TextPredicate): ((item: CatalogItem) => boolean) => {
    const pattern = buildWordPattern(predicate.text);
    return (item) => predicate.in.some((field) => pattern.test(textOf(item, field)));
  };

  const broken = (id: string, predicates: Predicate[]): Predicate[] => {
    const item = items.get(id);
    return item ? predicates.filter((predicate) => !compile(predicate)(item)) : predicates;
  };

  return {
    broken,
    meets: (id, predicates) => items.has(id) && broken(id, predicates).length === 0,
    find: (predicates) => products.filter(every(predicates.map(compile))),
    get: (id) => items.get(id),
  };
}

/** One byte an item and predicate (0 is not asked yet): thousands of predicates over a large catalog stay small. */
const YES = 1;
const NO = 2;

type Test = (item: CatalogItem) => boolean;
const negate =
  (test: Test): Test =>
  (item) =>
    !test(item);
const either =
  (tests: Test[]): Test =>
  (item) =>
    tests.some((test) => test(item));
const every =
  (tests: Test[]): Test =>
  (item) =>
    tests.every((test) => test(item));

/** A silent record meets nothing, so `not` of it holds. */
export function meetsField(item: CatalogItem, predicate: FieldPredicate): boolean {
  return readField(item, predicate.field).some((value) => compares(value, predicate));
}

function compares(value: FieldValue, { op, value: wanted }: FieldPredicate): boolean {
  if (Array.isArray(wanted)) {
    if (op === 'in') return wanted.some((one) => equal(value, one));
    const [low, high] = wanted.map(Number);
    const number = Number(value);
    return low !== undefined && high !== undefined && number >= low - SLACK && number <= high + SLACK;
  }
  if (op === '==') return equal(value, wanted);
  const difference = Number(value) - Number(wanted);
  if (op === '<=') return difference <= SLACK;
  if (op === '>=') return difference >= -SLACK;
  return op === '<' ? difference < -SLACK : difference > SLACK;
}

/** Prices are decimal and sums of them are not exact. */
const SLACK = 1e-9;

function equal(value: FieldValue, wanted: FieldValue): boolean {
  if (typeof value === 'number' && typeof wanted === 'number') return Math.abs(value - wanted) <= SLACK;
  return normaliseText(String(value)) === normaliseText(String(wanted));
}
