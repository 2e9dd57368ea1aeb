import { createHash } from 'node:crypto';
import type { CatalogItem, Product } from '../domain/catalog-item.ts';
import { type Fact, factTerm } from '../domain/fact.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import type { Language } from '../language/language.ts';
import { measuredKey } from '../language/number-facets.ts';
import { convertUnit, measureKey, toBase } from '../language/units.ts';
import { deriveFacts, type FactContext, resolveType } from './derive-facts.ts';
import { readAttributeNumber } from './facet-plan.ts';
import { collectStems, fieldsOf } from './item-text.ts';
import type { ResolvedType } from './type-resolver.ts';

const PASSAGE_DESCRIPTION = 240;

/** Everything that filtering and ranking need of one item. Sparse weights follow later, when average lengths are known. */
export function analyseItem(item: CatalogItem, context: FactContext): Omit<IndexedItem, 'sparse'> {
  const named = item.kind === 'product' ? resolveType(item, context) : undefined;
  const facts = item.kind === 'product' ? deriveFacts(item, context, named) : [];
  const text = collectStems(item, context);
  const passage = buildPassage(item, facts);
  const read = {
    terms: [
      ...new Set([
        ...factTerms(facts, 'yes'),
        ...compoundTerms(item, facts, context),
        ...stockTerms(item),
        ...measureTerms(item, context),
        ...text.stated,
        ...aboutTerms(item, named, context),
      ]),
    ],
    denied: [...new Set([...factTerms(facts, 'no'), ...text.denied])],
    stated: [
      ...new Set([...facts.map((fact) => fact.facet), ...(stockTerms(item).length > 0 ? ['availability'] : [])]),
    ],
    numbers: item.kind === 'product' ? readNumbers(item, context) : {},
    titleStems: text.title,
  };
  // What is read of an item belongs to its hash: better analysis makes a new index.
  return {
    item,
    facts,
    ...read,
    passage,
    passageHash: hash(passage),
    contentHash: hash(JSON.stringify([item, facts, read])),
  };
}

export const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const factTerms = (facts: Fact[], says: Fact['says']): string[] =>
  facts.filter((fact) => fact.says === says).map(factTerm);

const LONGEST_NAME = 3;

/** Things that a title names although the item is none: a lens cap says "digital camera", a loaf "sourdough". */
function aboutTerms(
  { title: text }: CatalogItem,
  resolved: ResolvedType | undefined,
  { language }: FactContext,
): string[] {
  if (!resolved) return [];
  const title = language.tokenise(text);
  const own = new Set(resolved.isTypical ? resolved.types : []);
  const named = title.flatMap((_, start) =>
    Array.from({ length: LONGEST_NAME }, (__, more) =>
      title
        .slice(start, start + more + 1)
        .map(({ stem }) => stem)
        .join(' '),
    ).filter((name) => language.types.isProduct(name)),
  );
  return [...resolved.types, ...named].filter((name) => !own.has(name)).map((name) => `about=${name}`);
}

const stockTerms = (item: CatalogItem): string[] =>
  item.kind === 'product' && item.availability !== 'unknown' ? [`availability=${item.availability}`] : [];

/** Sizes stated as attributes are found like those in the text: "15.6 inch" is one size wherever it is written. */
function measureTerms(item: CatalogItem, { language, plans }: FactContext): string[] {
  if (item.kind !== 'product') return [];
  return Object.entries(item.attributes).flatMap(([name, value]) => {
    const plan = plans.ofAttribute(name);
    const read = plan?.type === 'number' ? readAttributeNumber(value, language) : undefined;
    const unit = language.units.byUnitName(read?.unit ?? plan?.unit ?? '');
    if (!plan || !read) return [];
    const number = Number(convert(read.value, read.unit, plan.unit, language).toPrecision(6));
    return [`${plan.facet}=${number}`, ...(unit ? [`measure=${measureKey(read.value, unit)}`] : [])];
  });
}

/** Compound types that the item's title and attributes make true beside the ones in its title. */
function compoundTerms(item: CatalogItem, facts: Fact[], context: FactContext): string[] {
  const heads = facts
    .filter(({ facet, value, source }) => facet === 'category' && source === 'title' && !value.includes(' '))
    .map(({ value }) => value);
  const texts = fieldsOf(item).filter(
    ({ field, says }) => says && field !== 'description' && field !== 'brand' && field !== 'category',
  );
  const words = new Set(texts.flatMap(({ text }) => context.language.stems(text)));
  return heads.flatMap((head) =>
    context.language.types
      .compoundsOf(head, (stem) => words.has(stem))
      .map((type) => factTerm({ facet: 'category', value: type })),
  );
}

/** Sizes that title or description say, where they say one only: "5 m" of a tape measure, "weighs 8.9 kg" of a stroller. */
function readMeasured({ title, description = '' }: Product, { language }: FactContext): Record<string, number> {
  const measured: Record<string, number> = {};
  for (const text of [description, title]) {
    const sizes = new Map<string, Set<number>>();
    const tokens = language.tokenise(text);
    for (const [index] of tokens.entries()) {
      const measure = language.units.measureAt(tokens, index);
      if (!measure) continue;
      const { dimension } = measure.unit;
      sizes.set(
        dimension,
        (sizes.get(dimension) ?? new Set()).add(Number(toBase(measure.value, measure.unit).toPrecision(6))),
      );
    }
    for (const [dimension, [only, ...others]] of sizes)
      if (only !== undefined && others.length === 0) measured[measuredKey(dimension)] = only;
  }
  return measured;
}

function readNumbers(product: Product, context: FactContext): Record<string, number> {
  const { language, plans } = context;
  const numbers: Record<string, number> = readMeasured(product, context);
  for (const [name, value] of Object.entries(product.attributes)) {
    const plan = plans.ofAttribute(name);
    const read = plan?.type === 'number' ? readAttributeNumber(value, language) : undefined;
    if (plan && read) numbers[plan.numberKey] = convert(read.value, read.unit, plan.unit, language);
  }
  if (product.price) numbers.price = product.price.amount;
  if (product.rating && product.rating.count > 0) {
    numbers.rating = product.rating.average;
    numbers.rating_count = product.rating.count;
  }
  if (product.popularity !== undefined) numbers.popularity = product.popularity;
  const created = product.createdAt ? Date.parse(product.createdAt) : Number.NaN;
  if (Number.isFinite(created)) numbers.created = created;
  if (product.price && product.listPrice) numbers.discount = 1 - product.price.amount / product.listPrice.amount;
  return numbers;
}

function convert(value: number, from: string | undefined, to: string | undefined, language: Language): number {
  const [source, target] = [from, to].map((name) => (name ? language.units.byUnitName(name) : undefined));
  return convertUnit(value, source, target);
}

function buildPassage(item: CatalogItem, facts: Fact[]): string {
  if (item.kind !== 'product')
    return [item.title, item.transcript?.slice(0, PASSAGE_DESCRIPTION)].filter(Boolean).join('. ');
  const categories = item.category.join(' ');
  const values = facts.filter((fact) => fact.source === 'attribute' && fact.facet !== 'brand' && fact.says === 'yes');
  const facets = [...new Set(values.map((fact) => fact.words))].slice(0, 6).join(', ');
  const description = item.description?.slice(0, PASSAGE_DESCRIPTION);
  return [item.title, categories, description, facets].filter(Boolean).join('. ');
}
