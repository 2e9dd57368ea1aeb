import { Act, Relation } from '../contract/constraint.ts';
import type { FacetProfile, ValueCount } from '../domain/catalog-profile.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { fence } from './fence.ts';

const CORE_VALUES = 12;
const CORE_TYPES = 40;
const TOUCHED_VALUES = 20;
const TOUCHED_FACETS = 12;
/** What every shop has beside its own facets, with the values that are not a matter of the catalog. */
const FIXED = [
  { facet: 'price', numbers: true },
  { facet: 'rating', numbers: true },
  { facet: 'availability', values: ['in_stock'] },
];

/** Acts and relations as the contract knows them; the same in every call. */
export const renderRules = (): { acts: string; relations: string } => ({
  acts: Act.options.join(', '),
  relations: Relation.options.join(', '),
});

/**
 * Facets and values that a model may name for this text: first the shop's core, the same for every text, so that a provider can cache
 * it, then what the words of the text touch.
 */
export function renderVocabulary(text: string, lexicon: Lexicon): string {
  const { profile, language } = lexicon;
  const facets = Object.values(profile.facets);
  const core = facets.filter(({ role, type }) => role !== undefined && role !== 'type' && type !== 'text');
  const stems = new Set(language.stems(text).filter((stem) => !language.isFiller(stem)));
  const touches = (phrase: string): boolean => phrase.split(' ').some((stem) => stems.has(stem));
  const touched = facets
    .filter(
      ({ name, values, type }) =>
        type !== 'text' && (touches(language.key(name)) || values.some(({ value }) => touches(value))),
    )
    .slice(0, TOUCHED_FACETS);
  return [
    ...FIXED,
    { facet: 'category', values: labels(profile.types.slice(0, CORE_TYPES)) },
    ...core.map((facet) => describeFacet(facet, facet.values.slice(0, CORE_VALUES))),
    { facet: 'category', values: labels(profile.types.filter(({ value }) => touches(value)).slice(0, TOUCHED_VALUES)) },
    { facet: 'brand', values: labels(profile.brands.filter(({ value }) => touches(value)).slice(0, TOUCHED_VALUES)) },
    ...touched.map((facet) => describeFacet(facet, touchedValues(facet, touches))),
  ]
    .filter((line) => !('values' in line) || line.values === undefined || line.values.length > 0)
    .map((line) => fence(line))
    .join('\n');
}

const labels = (values: readonly Pick<ValueCount, 'label'>[]): string[] => values.map(({ label }) => label);

const touchedValues = ({ values }: FacetProfile, touches: (phrase: string) => boolean): ValueCount[] => {
  const hit = values.filter(({ value }) => touches(value));
  return (hit.length > 0 ? hit : values).slice(0, TOUCHED_VALUES);
};

function describeFacet({ name, type, unit, range }: FacetProfile, values: readonly ValueCount[]) {
  if (type === 'number') return { facet: name, numbers: true, unit, range };
  if (type === 'boolean') return { facet: name, values: ['yes'] };
  return { facet: name, values: labels(values) };
}
