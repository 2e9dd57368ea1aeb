import type { AttributeValue, Product } from '../domain/catalog-item.ts';
import type { FacetRole, FacetType } from '../domain/catalog-profile.ts';
import type { Language } from '../language/language.ts';
import { numberKey } from '../language/number-facets.ts';

/** How one facet of this catalog is read: from which attributes, as what type. */
export interface FacetPlan {
  facet: string;
  type: FacetType;
  role?: FacetRole;
  unit?: string;
  /** The catalog's attribute names behind it; empty for a facet read from prose. */
  attributes: string[];
  /** Key of its number in an indexed item. */
  numberKey: string;
}

/** Facets that are read from prose where a record does not state them. */
export const PROSE_ROLES = ['colour', 'material', 'pattern', 'audience'] as const satisfies FacetRole[];

const ROLES: FacetRole[] = ['colour', 'material', 'pattern', 'size', 'audience', 'age', 'type', 'style'];
const LONG_TEXT = 40;
const MOSTLY = 0.8;
const BOOLEAN_WORDS = new Set(['yes', 'no', 'true', 'false', 'y', 'n']);

export class FacetPlans {
  readonly all: FacetPlan[];
  private readonly byAttribute = new Map<string, FacetPlan>();
  private readonly byFacet = new Map<string, FacetPlan>();

  constructor(plans: FacetPlan[]) {
    this.all = plans;
    for (const plan of plans) {
      this.byFacet.set(plan.facet, plan);
      for (const attribute of plan.attributes) this.byAttribute.set(attribute, plan);
    }
  }

  ofAttribute(attribute: string): FacetPlan | undefined {
    return this.byAttribute.get(attribute);
  }

  ofFacet(facet: string): FacetPlan | undefined {
    return this.byFacet.get(facet);
  }

  ofRole(role: FacetRole): FacetPlan | undefined {
    return this.all.find((plan) => plan.role === role);
  }
}

/**
 * Looks at every attribute of the catalog and decides what facet it is. Attributes that mean the same to people ("product
 * colour", "cable colour") become one facet; colour, material, pattern and audience exist even where only prose names them.
 */
export function planFacets(products: Iterable<Product>, language: Language): FacetPlans {
  const samples = sampleAttributes(products);
  const roleOf = buildRoles(language);
  const byRole = new Map<FacetRole, string[]>();
  const plans: FacetPlan[] = [];
  for (const [attribute, values] of samples) {
    const role = roleOf(attribute);
    if (role) byRole.set(role, [...(byRole.get(role) ?? []), attribute]);
    else
      plans.push({
        facet: attribute,
        attributes: [attribute],
        numberKey: numberKey(attribute),
        ...readType(attribute, values, language),
      });
  }
  for (const role of ROLES) {
    const attributes = byRole.get(role) ?? [];
    const isProse = (PROSE_ROLES as readonly FacetRole[]).includes(role);
    if (attributes.length === 0 && !isProse) continue;
    const facet = nameRole(role, attributes, language);
    plans.push({ facet, type: 'categorical', role, attributes, numberKey: numberKey(facet) });
  }
  return new FacetPlans(plans);
}

function sampleAttributes(products: Iterable<Product>): Map<string, AttributeValue[]> {
  const samples = new Map<string, AttributeValue[]>();
  const add = (name: string, value: AttributeValue): void => {
    const values = samples.get(name) ?? [];
    if (values.length < 500) values.push(value);
    samples.set(name, values);
  };
  for (const product of products) {
    for (const [name, value] of Object.entries(product.attributes)) add(name, value);
    for (const variant of product.variants)
      for (const [name, value] of Object.entries(variant.options)) add(name, value);
  }
  return samples;
}

function buildRoles(language: Language): (attribute: string) => FacetRole | undefined {
  const roles = new Map<string, FacetRole>();
  const names = language.data['facet-names'];
  for (const role of ROLES) {
    roles.set(language.key(role), role);
    const known = names[role];
    if (Array.isArray(known)) for (const name of known) roles.set(language.key(String(name)), role);
  }
  return (attribute) => roles.get(language.key(attribute));
}

function nameRole(role: FacetRole, attributes: string[], language: Language): string {
  const [only] = attributes;
  if (attributes.length === 1 && only !== undefined) return only;
  return attributes.find((attribute) => language.key(attribute) === language.key(role)) ?? role;
}

function readType(attribute: string, values: AttributeValue[], language: Language): { type: FacetType; unit?: string } {
  const share = (test: (value: AttributeValue) => boolean): number => values.filter(test).length / values.length;
  const isBoolean = (value: AttributeValue): boolean =>
    typeof value === 'boolean' || (typeof value === 'string' && BOOLEAN_WORDS.has(value.toLowerCase().trim()));
  if (share(isBoolean) >= MOSTLY) return { type: 'boolean' };
  const isNumber = (value: AttributeValue): boolean => readAttributeNumber(value, language) !== undefined;
  if (share(isNumber) >= MOSTLY) return { type: 'number', unit: readUnit(attribute, values, language) };
  const isLong = (value: AttributeValue): boolean => typeof value === 'string' && value.length > LONG_TEXT;
  return { type: share(isLong) > 1 - MOSTLY ? 'text' : 'categorical' };
}

/** A number, or a string that is nothing but a number with its unit ("12 cm"). */
export function readAttributeNumber(
  value: AttributeValue,
  language: Language,
): { value: number; unit?: string } | undefined {
  if (typeof value === 'number') return { value };
  if (typeof value !== 'string' || value.length > 24) return undefined;
  const tokens = language.tokenise(value);
  const measure = language.units.measureAt(tokens, 0);
  if (measure && measure.end === tokens.length) return { value: measure.value, unit: measure.unit.unit };
  const [only] = tokens;
  return tokens.length === 1 && only?.number !== undefined ? { value: only.number } : undefined;
}

/** The unit in the attribute's name ("width cm", "weight (kg)"), or the one that most values carry. */
function readUnit(attribute: string, values: AttributeValue[], language: Language): string | undefined {
  const words = attribute
    .replace(/[()[\]]/g, ' ')
    .trim()
    .split(/[\s_]+/);
  const last = words.length > 1 ? words.at(-1)?.toLowerCase() : undefined;
  if (last && language.units.isUnit(last)) return language.units.byUnitName(last)?.unit;
  const counts = new Map<string, number>();
  for (const value of values) {
    const unit = readAttributeNumber(value, language)?.unit;
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
