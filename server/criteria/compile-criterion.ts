import type { Constraint } from '../contract/constraint.ts';
import type { Criterion, RangeCriterion, TermsCriterion } from '../domain/criterion.ts';
import { shadeOf } from '../language/concepts.ts';
import type { Language } from '../language/language.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { BUILT_IN, measuredKey, numberKey } from '../language/number-facets.ts';
import { convertUnit, measureKey, toBase, type Unit } from '../language/units.ts';
import { compileType } from './compile-type.ts';
import { textTerms } from './text-terms.ts';

/** "Around 200" accepts a quarter to either side. */
const AROUND = 0.25;
/** Shoppers say "15 inch" for 15.6: a whole number of inches from here on covers its fractions. */
const ROUNDED_FROM_INCH = 10;

/**
 * What exactly makes an item of this catalog fit a constraint: all of the criteria hold. Pure; the same constraint always
 * compiles to the same criteria. One, but for some types (`compileType`).
 */
export function compileConstraint(constraint: Constraint, lexicon: Lexicon): Criterion[] {
  const known = compiled.get(lexicon) ?? new WeakMap<Constraint, Criterion[]>();
  compiled.set(lexicon, known);
  const criteria = known.get(constraint) ?? compile(constraint, lexicon);
  known.set(constraint, criteria);
  return criteria;
}

/** A turn asks for the same constraints again and again: to filter, to count near misses, to explain each card. */
const compiled = new WeakMap<Lexicon, WeakMap<Constraint, Criterion[]>>();

function compile(constraint: Constraint, lexicon: Lexicon): Criterion[] {
  const key = keyOf(constraint, lexicon);
  if (key !== undefined) return [compileRange(constraint, key, lexicon)];
  return constraint.facet === 'category' ? compileType(constraint, lexicon) : [compileTerms(constraint, lexicon)];
}

function keyOf({ facet, value, relation, unit }: Constraint, { profile, language }: Lexicon): string | undefined {
  if (typeof value === 'string' || (Array.isArray(value) && typeof value[0] === 'string')) return undefined;
  if (BUILT_IN.has(facet)) return facet;
  const known = profile.facets[facet];
  if (known?.type === 'number' && relation !== 'is') return numberKey(known.name);
  if (relation === 'is' || relation === 'is-not') return undefined;
  const said = saidUnit({ facet, unit }, language);
  return said ? measuredKey(said.dimension) : `unstated_${facet}`;
}

function compileRange(constraint: Constraint, key: string, lexicon: Lexicon): RangeCriterion {
  const { id, facet, relation, value } = constraint;
  const negated = relation === 'is-not';
  const [low, high] = (Array.isArray(value) ? value : [value, value]).map((one) =>
    convert(Number(one), constraint, lexicon),
  );
  const base = { kind: 'range' as const, constraintId: id, facet, key, negated };
  if (low === undefined || high === undefined) return base;
  if (relation === 'at-most') return { ...base, high };
  if (relation === 'at-least') return { ...base, low };
  if (relation === 'around') return { ...base, low: low * (1 - AROUND), high: high * (1 + AROUND) };
  return { ...base, low, high };
}

/** The unit of a size that no facet states and titles may say. */
const saidUnit = ({ facet, unit }: Pick<Constraint, 'facet' | 'unit'>, { units }: Language): Unit | undefined =>
  facet === 'text' && unit !== undefined ? units.byUnitName(unit) : undefined;

function convert(value: number, { facet, unit }: Constraint, { profile, language }: Lexicon): number {
  const said = saidUnit({ facet, unit }, language);
  if (said) return toBase(value, said);
  const to = profile.facets[facet]?.unit;
  const [source, target] = [unit, to].map((name) => (name ? language.units.byUnitName(name) : undefined));
  return convertUnit(value, source, target);
}

const DENIALS = new Set(['false', 'no']);

function compileTerms(constraint: Constraint, lexicon: Lexicon): TermsCriterion {
  const { id, facet, relation } = constraint;
  const values = (Array.isArray(constraint.value) ? constraint.value : [constraint.value]).map(String);
  // "Waterproof is false" is said of a feature as "is not waterproof".
  const isDenied = lexicon.profile.facets[facet]?.type === 'boolean' && DENIALS.has(values[0]?.toLowerCase() ?? '');
  const negated = (relation === 'is-not') !== isDenied;
  const any = values.flatMap((value) => termsOf(value, constraint, lexicon, negated));
  const mentions = negated ? values.flatMap((value) => mentionTerms(lexicon.language.key(value), facet, lexicon)) : [];
  const closed = facet !== 'text';
  return {
    kind: 'terms',
    constraintId: id,
    facet,
    any: [...new Set(any)],
    mentions: [...new Set(mentions)],
    negated,
    closed,
  };
}

function termsOf(value: string, { facet, unit }: Constraint, lexicon: Lexicon, negated: boolean): string[] {
  const key = lexicon.language.key(value);
  if (unit !== undefined)
    return [...(facet === 'text' ? [] : [`${facet}=${Number(value)}`]), ...measureTerms(Number(value), unit, lexicon)];
  if (facet === 'text') return textTerms(key, lexicon);
  if (facet === 'availability') return [`availability=${value}`];
  const role = lexicon.profile.facets[facet]?.role;
  if (role === 'audience') return audienceTerms(facet, key, lexicon, negated);
  if (lexicon.profile.facets[facet]?.type === 'boolean') return [`${facet}=yes`, `text=${lexicon.language.key(facet)}`];
  if (negated)
    return [key, ...lexicon.language.kinOf(key)].flatMap((one) =>
      [facet, ...lexicon.facetsWith(one)].map((name) => `${name}=${one}`),
    );
  // "Gold" may be the colour or the metal: what states either fits.
  const others = role === undefined ? [] : facetsOfLook(lexicon).map((one) => `${one}=${key}`);
  if (role === 'colour') return [`${facet}=${key}`, `${facet}=${shadeOf(key)}`, ...others];
  return [`${facet}=${key}`, ...others, ...(role ? [] : textTerms(key, lexicon))];
}

const facetsOfLook = ({ facetOfRole }: Lexicon): string[] =>
  ['colour', 'material', 'pattern'].flatMap((role) => facetOfRole.get(role) ?? []);

/** Words and shades that come near what the shopper does not want. */
function mentionTerms(key: string, facet: string, lexicon: Lexicon): string[] {
  return [...textTerms(key, lexicon), `${facet}=${shadeOf(key)}`];
}

/** A gift for a woman may be for everyone; "not for women" excludes only what is for women. */
function audienceTerms(facet: string, audience: string, { language }: Lexicon, negated: boolean): string[] {
  const included = Object.entries(language.data.audience.audiences)
    .filter(([name]) => language.key(name) === audience)
    .flatMap(([, { includes }]) => includes.map(language.key));
  const everyone = negated ? [] : ['unisex'];
  return [audience, ...included, ...everyone].map((one) => `${facet}=${one}`);
}

function measureTerms(value: number, unitName: string, { language }: Lexicon): string[] {
  const unit = language.units.byUnitName(unitName);
  if (!unit) return [`text=${value}`];
  const isRounded = unit.unit === 'in' && Number.isInteger(value) && value >= ROUNDED_FROM_INCH;
  const sizes = isRounded ? Array.from({ length: 10 }, (_, tenth) => value + tenth / 10) : [value];
  return sizes.map((size) => `measure=${measureKey(size, unit)}`);
}
