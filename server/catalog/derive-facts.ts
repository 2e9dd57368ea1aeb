import type { AttributeValue, Product } from '../domain/catalog-item.ts';
import type { FacetRole } from '../domain/catalog-profile.ts';
import type { Fact } from '../domain/fact.ts';
import { type Concept, shadeOf } from '../language/concepts.ts';
import type { Language } from '../language/language.ts';
import type { Token } from '../language/tokenise.ts';
import type { Denials } from './denials.ts';
import { type FacetPlan, type FacetPlans, PROSE_ROLES } from './facet-plan.ts';
import type { ResolvedType, TypeResolver } from './type-resolver.ts';

export interface FactContext {
  language: Language;
  plans: FacetPlans;
  types: TypeResolver;
  denials: Denials;
}

/**
 * All that a record says of a product, each fact with the words that say it: first what attributes, variants and categories
 * state, then, for facets they leave open, what title and description say. Prose never overrules a stated attribute.
 */
export function deriveFacts(product: Product, context: FactContext, named = resolveType(product, context)): Fact[] {
  const stated = [
    ...typeFacts(product, named, context),
    ...brandFacts(product, context),
    ...Object.entries(product.attributes).flatMap(([name, value]) => attributeFacts(name, value, 'attribute', context)),
    ...product.variants.flatMap((variant) =>
      Object.entries(variant.options).flatMap(([name, value]) => attributeFacts(name, value, 'variant', context)),
    ),
  ];
  const statedFacets = new Set(stated.map((fact) => fact.facet));
  return [...stated, ...proseFacts(product, statedFacets, context)];
}

/** What the title calls the product; costs a comparison with all types that it names, so that an item is resolved once. */
export const resolveType = (product: Product, { language, types }: FactContext): ResolvedType =>
  types.resolve(product, language.tokenise(product.title));

function typeFacts(product: Product, named: ResolvedType, { language }: FactContext): Fact[] {
  const title = language.tokenise(product.title);
  const fromCategory = aislesOf(product, named.types, language).map((label) => ({
    facet: 'category',
    value: language.key(label),
    says: 'yes' as const,
    source: 'category' as const,
    words: label,
  }));
  const fromTitle = (named.isTypical ? named.types : []).map((value) => ({
    facet: 'category',
    value,
    says: 'yes' as const,
    source: 'title' as const,
    words: wordsOf(value, title, product.title),
  }));
  return [...fromCategory, ...fromTitle];
}

/** Labels that say what the thing is: pumps under "Shoes, Dress, Heels" are shoes, and no dress. The narrowest is always right. */
function aislesOf({ category }: Product, names: readonly string[], { types, key }: Language): string[] {
  const isExplained = (label: string): boolean => types.expand(key(label)).some((name) => names.includes(name));
  if (!category.some(isExplained)) return category;
  return category.filter((label) => label === category.at(-1) || isExplained(label) || !types.isProduct(key(label)));
}

function wordsOf(value: string, tokens: readonly Token[], text: string): string {
  const stems = value.split(' ');
  const start = tokens.findIndex((_, index) => stems.every((stem, offset) => tokens[index + offset]?.stem === stem));
  const [first, last] = [tokens[start], tokens[start + stems.length - 1]];
  return first && last ? text.slice(first.start, last.end) : value;
}

function brandFacts(product: Product, { language }: FactContext): Fact[] {
  if (!product.brand) return [];
  return [
    { facet: 'brand', value: language.key(product.brand), says: 'yes', source: 'attribute', words: product.brand },
  ];
}

function attributeFacts(name: string, value: AttributeValue, source: Fact['source'], context: FactContext): Fact[] {
  const plan = context.plans.ofAttribute(name);
  if (!plan || plan.type === 'number' || plan.type === 'text') return [];
  const words = `${name}: ${Array.isArray(value) ? value.join(', ') : String(value)}`;
  if (plan.type === 'boolean')
    return [{ facet: plan.facet, value: 'yes', says: isTrue(value) ? 'yes' : 'no', source, words }];
  return splitValues(value).flatMap((one) => valueFacts(plan, one, { source, words }, context));
}

const isTrue = (value: AttributeValue): boolean => value === true || /^(yes|true|y)$/i.test(String(value).trim());

export const splitValues = (value: AttributeValue): string[] =>
  (Array.isArray(value) ? value : String(value).split(/[,;|/]| & | and /))
    .map((one) => String(one).trim())
    .filter(Boolean);

function valueFacts(
  plan: FacetPlan,
  value: string,
  from: Pick<Fact, 'source' | 'words'>,
  context: FactContext,
): Fact[] {
  const { language } = context;
  const own: Fact = { facet: plan.facet, value: language.key(value), says: 'yes', ...from };
  const book = plan.role ? language.concepts.get(plan.role) : undefined;
  const concepts = (book?.matchAll(language.tokenise(value)) ?? []).filter((match) => !match.value.recipient);
  return unique([own, ...concepts.flatMap((match) => conceptFacts(plan.facet, match.value, from))]);
}

function conceptFacts(facet: string, concept: Concept, from: Pick<Fact, 'source' | 'words'>): Fact[] {
  const yes = [concept.value, ...parentsOf(concept)].map((value) => ({ facet, value, says: 'yes' as const, ...from }));
  return [...yes, ...concept.denies.map((value) => ({ facet, value, says: 'no' as const, ...from }))];
}

/** Oak is wood. Burgundy is a shade of red but nobody calls it red: a wish for red accepts it, "not red" does not exclude it. */
function parentsOf({ role, value, parents }: Concept): string[] {
  if (role !== 'colour') return parents;
  const families = parents.length > 0 ? parents : [value];
  const named = families.filter((family) => value.split(' ').includes(family));
  return [...named, ...families.map(shadeOf)];
}

function proseFacts(product: Product, stated: Set<string>, context: FactContext): Fact[] {
  const open = new Map<FacetRole, string>();
  for (const role of PROSE_ROLES) {
    const plan = context.plans.ofRole(role);
    if (plan && !stated.has(plan.facet)) open.set(role, plan.facet);
  }
  if (open.size === 0) return [];
  const texts = [
    ['title', product.title],
    ['description', product.description ?? ''],
  ] as const;
  return unique(texts.flatMap(([source, text]) => proseFactsOf(text, source, open, context)));
}

function proseFactsOf(
  text: string,
  source: Fact['source'],
  open: Map<FacetRole, string>,
  context: FactContext,
): Fact[] {
  const tokens = context.language.tokenise(text);
  const denied = context.denials.mark(tokens);
  const matches = [...open].flatMap(([role, facet]) =>
    (context.language.concepts.get(role)?.matchAll(tokens) ?? []).map((match) => ({ ...match, facet })),
  );
  return matches.flatMap(({ start, end, facet, value: concept }) => {
    if (concept.ambiguous || concept.recipient) return [];
    const words = text.slice(tokens[start]?.start, tokens[end - 1]?.end);
    if (denied[start]) return [{ facet, value: concept.value, says: 'no' as const, source, words }];
    return conceptFacts(facet, concept, { source, words });
  });
}

function unique(facts: Fact[]): Fact[] {
  const seen = new Set<string>();
  return facts.filter((fact) => {
    const key = `${fact.facet}=${fact.value}=${fact.says}`;
    return !seen.has(key) && seen.add(key);
  });
}
