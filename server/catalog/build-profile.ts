import type { CatalogProfile, FacetProfile, ValueCount } from '../domain/catalog-profile.ts';
import type { IndexedItem } from '../domain/indexed-item.ts';
import { type FactContext, splitValues } from './derive-facts.ts';
import type { FacetPlan } from './facet-plan.ts';

const MAX_VALUES = 2000;
const RANGE_TAIL = 0.01;

interface ProfileOptions {
  name: string;
  version: string;
  currency?: string;
  context: FactContext;
}

/** Counts what the indexed items say: the shop as the assistant knows it. */
export function buildProfile(
  items: readonly IndexedItem[],
  { name, version, currency, context }: ProfileOptions,
): CatalogProfile {
  const products = items.filter(({ item }) => item.kind === 'product');
  const terms = countTerms(products);
  const labels = collectLabels(products, context);
  const valuesOf = (facet: string): ValueCount[] => readValues(facet, terms.get(facet), labels);
  const stated = countStated(products);
  const numbers = collectNumbers(products);
  const counts = { product: 0, video: 0, live: 0 };
  for (const { item } of items) counts[item.kind] += 1;
  return {
    name,
    version,
    currency:
      currency ??
      mostFrequent(
        products.flatMap(({ item }) => (item.kind === 'product' && item.price ? [item.price.currency] : [])),
      ) ??
      'USD',
    counts,
    facets: Object.fromEntries(
      context.plans.all.map((plan) => [plan.facet, buildFacet(plan, { stated, numbers, valuesOf })]),
    ),
    types: placeTypes(valuesOf('type'), products, context),
    brands: valuesOf('brand'),
    categories: [...new Set(products.flatMap(({ item }) => (item.kind === 'product' ? item.category : [])))].map(
      (label) => ({
        value: context.language.key(label),
        label,
        count: terms.get('type')?.get(context.language.key(label)) ?? 0,
      }),
    ),
    typeNumbers: countTypeNumbers(products, context),
    vocabulary: Object.fromEntries(terms.get('text') ?? []),
  };
}

const TYPICAL_SHARE = 0.2;

/** Where in the shop the things of each type lie. */
function placeTypes(
  types: ValueCount[],
  products: readonly IndexedItem[],
  { language }: FactContext,
): CatalogProfile['types'] {
  const sizes = new Map<string, number>();
  const places = new Map<string, Map<string, number>>();
  for (const { item, terms } of products) {
    if (item.kind !== 'product') continue;
    const labels = [...new Set(item.category.map(language.key))];
    for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
    for (const term of terms) {
      if (!term.startsWith('type=')) continue;
      const type = term.slice('type='.length);
      const counts = places.get(type) ?? new Map<string, number>();
      for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
      places.set(type, counts);
    }
  }
  return types.map((type) => {
    const typical = [...(places.get(type.value) ?? [])].filter(([, count]) => count >= TYPICAL_SHARE * type.count);
    const narrowest = typical.sort(([one], [other]) => (sizes.get(one) ?? 0) - (sizes.get(other) ?? 0));
    return { ...type, categories: narrowest.map(([label]) => label) };
  });
}

/** Facet -> value -> number of products. */
function countTerms(products: readonly IndexedItem[]): Map<string, Map<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { terms } of products)
    for (const term of terms) {
      const cut = term.indexOf('=');
      const [facet, value] = [term.slice(0, cut), term.slice(cut + 1)];
      const values = counts.get(facet) ?? new Map<string, number>();
      values.set(value, (values.get(value) ?? 0) + 1);
      counts.set(facet, values);
    }
  return counts;
}

function readValues(facet: string, counts: Map<string, number> | undefined, labels: Map<string, string>): ValueCount[] {
  return [...(counts ?? [])]
    .map(([value, count]) => ({ value, label: labels.get(`${facet}=${value}`) ?? value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, facet === 'type' || facet === 'brand' ? undefined : MAX_VALUES);
}

/** The catalog's own spelling of a brand or category, for texts that a person reads. */
function collectLabels(products: readonly IndexedItem[], { language, plans }: FactContext): Map<string, string> {
  const labels = new Map<string, string>();
  for (const { item } of products) {
    if (item.kind !== 'product') continue;
    if (item.brand) labels.set(`brand=${language.key(item.brand)}`, item.brand);
    for (const label of item.category) labels.set(`type=${language.key(label)}`, label);
    for (const [name, value] of Object.entries(item.attributes)) {
      const facet = plans.ofAttribute(name)?.facet;
      if (facet && (typeof value === 'string' || Array.isArray(value)))
        for (const one of splitValues(value)) labels.set(`${facet}=${language.key(one)}`, one);
    }
  }
  return labels;
}

const MIN_TYPE_PRODUCTS = 2;

function countTypeNumbers(products: readonly IndexedItem[], { plans }: FactContext): CatalogProfile['typeNumbers'] {
  const facetOfKey = new Map(plans.all.map((plan) => [plan.numberKey, plan.facet]));
  const counted: CatalogProfile['typeNumbers'] = {};
  for (const { terms, numbers } of products) {
    const facets = Object.keys(numbers).flatMap((key) => facetOfKey.get(key) ?? []);
    for (const term of terms) {
      if (!term.startsWith('type=')) continue;
      const type = term.slice('type='.length);
      const entry = counted[type] ?? { products: 0, facets: {} };
      counted[type] = entry;
      entry.products += 1;
      for (const facet of facets) entry.facets[facet] = (entry.facets[facet] ?? 0) + 1;
    }
  }
  return Object.fromEntries(Object.entries(counted).filter(([, { products: count }]) => count >= MIN_TYPE_PRODUCTS));
}

interface Counted {
  /** Facet -> number of products that say anything of it. */
  stated: ReadonlyMap<string, number>;
  /** Number key -> all its numbers. */
  numbers: ReadonlyMap<string, number[]>;
  valuesOf(facet: string): ValueCount[];
}

function countStated(products: readonly IndexedItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { stated } of products) for (const facet of stated) counts.set(facet, (counts.get(facet) ?? 0) + 1);
  return counts;
}

function collectNumbers(products: readonly IndexedItem[]): Map<string, number[]> {
  const all = new Map<string, number[]>();
  for (const { numbers } of products)
    for (const [key, number] of Object.entries(numbers)) {
      const known = all.get(key);
      if (known) known.push(number);
      else all.set(key, [number]);
    }
  return all;
}

function buildFacet(plan: FacetPlan, { stated, numbers, valuesOf }: Counted): FacetProfile {
  const base = { name: plan.facet, type: plan.type, role: plan.role, attributes: plan.attributes, unit: plan.unit };
  if (plan.type !== 'number')
    return { ...base, count: stated.get(plan.facet) ?? 0, values: plan.type === 'text' ? [] : valuesOf(plan.facet) };
  const sorted = (numbers.get(plan.numberKey) ?? []).sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { ...base, count: sorted.length, values: [], range: { low: at(RANGE_TAIL), high: at(1 - RANGE_TAIL) } };
}

function mostFrequent(values: string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
