import type { FacetRole } from '../domain/catalog-profile.ts';
import type { LanguageData } from './language-data.ts';

/** A word that means a value of a facet in every shop: a colour, a material, a pattern, an audience. */
export interface Concept {
  role: FacetRole;
  /** The canonical value: "navy", "faux leather", "women". */
  value: string;
  /** As a person writes it. */
  label: string;
  /** Broader values that hold as well: navy is a blue, oak is a wood. */
  parents: string[];
  /** Values that are known not to hold: faux leather is not leather. */
  denies: string[];
  /** Also an everyday word ("olive", "cherry"): a fact only where the record states it as this facet. */
  ambiguous: boolean;
  /** Named through a person ("my dad") rather than by the value itself. */
  recipient?: boolean;
}

export type ConceptEntry = { phrase: string; concept: Concept };

/** The value that every shade of a colour family has, beside its own name. */
export const shadeOf = (family: string): string => `${family} shade`;

/** Flattens the language's tables of values into one list of phrases with their meaning. */
export function buildConcepts(data: LanguageData): ConceptEntry[] {
  return [...colourEntries(data), ...materialEntries(data), ...patternEntries(data), ...audienceEntries(data)];
}

function colourEntries({ colours }: LanguageData): ConceptEntry[] {
  const parents = new Map<string, string[]>();
  for (const [family, shades] of Object.entries(colours.families))
    for (const shade of shades) parents.set(shade, [...(parents.get(shade) ?? []), family]);
  const ambiguous = new Set(colours.ambiguous);
  return [...parents].map(([shade, families]) => {
    const isFamily = shade in colours.families;
    return {
      phrase: shade,
      concept: {
        role: 'colour',
        value: shade,
        label: shade,
        parents: isFamily ? [] : families,
        denies: [],
        ambiguous: ambiguous.has(shade),
      },
    };
  });
}

function materialEntries({ materials }: LanguageData): ConceptEntry[] {
  const entries = new Map<string, Concept>();
  const concept = (value: string): Concept => {
    const known = entries.get(value) ?? {
      role: 'material',
      value,
      label: value,
      parents: [],
      denies: [],
      ambiguous: false,
    };
    entries.set(value, known);
    return known;
  };
  const words: ConceptEntry[] = [];
  for (const [name, { words: names, kinds, imitations }] of Object.entries(materials.materials)) {
    concept(name);
    for (const word of names) words.push({ phrase: word, concept: concept(name) });
    for (const kind of kinds) concept(kind).parents.push(name);
    for (const imitation of imitations) concept(imitation).denies.push(name);
  }
  const named = new Set(words.map((entry) => entry.phrase));
  const own = [...entries.values()].filter(({ value }) => !named.has(value));
  return [...words, ...own.map((entry) => ({ phrase: entry.value, concept: entry }))];
}

function patternEntries({ patterns }: LanguageData): ConceptEntry[] {
  return Object.entries(patterns).flatMap(([value, words]) =>
    [...new Set([value, ...words])].map((phrase) => ({
      phrase,
      concept: { role: 'pattern' as const, value, label: value, parents: [], denies: [], ambiguous: false },
    })),
  );
}

function audienceEntries({ audience }: LanguageData): ConceptEntry[] {
  const excluded = (value: string): string[] =>
    audience.exclusive.flatMap(([a, b]) => (a === value ? [b] : b === value ? [a] : []));
  return Object.entries(audience.audiences).flatMap(([value, { words, recipients }]) => {
    const concept: Concept = {
      role: 'audience',
      value,
      label: value,
      parents: [],
      denies: excluded(value),
      ambiguous: false,
    };
    return [
      ...words.map((phrase) => ({ phrase, concept })),
      ...recipients.map((phrase) => ({ phrase, concept: { ...concept, recipient: true } })),
    ];
  });
}
