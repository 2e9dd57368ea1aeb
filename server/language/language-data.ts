import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';

const Words = z.array(z.coerce.string());
const Cue = z.object({ before: Words.default([]), after: Words.default([]) });
const OrderPhrases = z.array(
  z.object({ facet: z.string(), direction: z.enum(['ascending', 'descending']), phrases: Words }),
);

export const Grammar = z.object({
  stemmer: z.string(),
  decimal: z.enum(['.', ',']),
  /** Exceptions of the stemmer, and "-er" forms that compare ("kleiner") unless a noun follows ("ein kleiner Tisch"). */
  endings: z.object({ whole: Words, takesEr: Words, comparing: Words }).optional(),
  /** For languages that write compounds as one word: what else than products and values may stand first or last. */
  compounds: z.object({ heads: Words, tails: Words, joints: Words, dropped: Words }).optional(),
  /** Letters that shoppers write as two: "ü" as "ue". */
  digraphs: z.record(z.string(), z.string()).optional(),
  /** Words for colour that make a group of them ("warme Farben"); English where left out. */
  colourWords: Words.optional(),
  /** What shoppers call the facets that every shop has under an English name. */
  builtInNames: z.record(z.enum(['brand', 'category']), Words).optional(),
  negate: Cue,
  notNegation: Words,
  negationJoins: Words,
  atMost: Cue,
  atLeast: Cue,
  around: Cue,
  between: z.object({ before: Words, joins: Words }),
  setTo: Words,
  makeIt: Words,
  keep: Words,
  priceWords: Words,
  ratingWords: Words,
  reviewWords: Words,
  superlatives: OrderPhrases,
  comparatives: OrderPhrases,
  than: Words,
  relax: Cue,
  anyWord: Words,
  modals: Words.default([]),
  seasons: Words.default([]),
  relatives: Words.default([]),
  qualityNouns: Words.default([]),
  rejects: Words.default([]),
  switch: Words,
  prefer: Words,
  must: Words,
  add: Words,
  references: z.object({
    pronouns: Words,
    plural: Words,
    theOne: Words,
    definite: Words,
    single: Words,
    both: Words,
    noneOf: Words,
    oneWords: Words,
    ordinals: z.record(z.string(), z.number()),
    numberWords: Words,
    comparedOf: Words,
  }),
  acts: z.record(z.string(), Words),
  deictic: Words,
  conjunctions: z.object({ or: Words, and: Words }),
  clauseEnds: Words,
  forPhrase: Words,
  withPhrase: Words,
  typeTail: Words,
  questionWords: Words,
  occasions: Words,
  possessives: Words,
  collectives: Words,
  saysNot: Cue,
  newWords: Words,
  stockWords: z.record(z.string(), Words),
  wellRated: Words,
  onSale: Words,
  newItem: Words,
});
export type Grammar = z.infer<typeof Grammar>;

const Materials = z.object({
  materials: z.record(
    z.string(),
    z.object({
      words: Words.default([]),
      kinds: Words.default([]),
      kin: Words.default([]),
      imitations: Words.default([]),
    }),
  ),
});
const Colours = z.object({
  families: z.record(z.string(), Words),
  spellings: z.record(z.string(), z.coerce.string()).default({}),
  groups: z.record(z.string(), Words).default({}),
  modifiers: Words.default([]),
  ambiguous: Words.default([]),
});
const Audience = z.object({
  audiences: z.record(
    z.string(),
    z.object({ words: Words.default([]), recipients: Words.default([]), includes: Words.default([]) }),
  ),
  exclusive: z.array(z.tuple([z.string(), z.string()])).default([]),
});
const Unit = z.object({
  unit: z.coerce.string(),
  dimension: z.string(),
  factor: z.number(),
  offset: z.number().default(0),
  forms: Words,
});
const Money = z.object({
  currencies: z.record(
    z.string(),
    z.object({ symbols: Words.default([]), words: Words.default([]), cents: Words.default([]) }),
  ),
  slang: z.record(z.string(), z.number()).default({}),
  vague: z.record(z.string(), Words).default({}),
});
const Needs = z.array(z.object({ words: Words, prefer: Words.default([]), types: Words.default([]) }));
const Fillers = z.object({ stopwords: Words, fillers: Words, generic_nouns: Words });
const FacetNames = z.looseObject({ dimensions: z.record(z.string(), Words).default({}) });
const Accessories = z.object({ heads: Words, hosts: Words.default([]) });
const NumberWords = z.looseObject({ words: z.record(z.string(), z.number()).default({}) });

/** Every file of one language folder, checked. */
const files = {
  grammar: Grammar,
  colours: Colours,
  materials: Materials,
  patterns: z.record(z.string(), Words),
  styles: z.array(Words),
  opposites: z.array(Words),
  synonyms: z.array(Words),
  kinds: z.record(z.string(), Words),
  accessories: Accessories,
  audience: Audience,
  units: z.looseObject({ units: z.array(Unit) }),
  numbers: NumberWords,
  money: Money,
  needs: Needs,
  fillers: Fillers,
  spellings: z.record(z.string(), z.coerce.string()),
  sizes: z.record(z.string(), z.record(z.string(), Words)),
  'facet-names': FacetNames,
} as const;

export type LanguageData = { [Name in keyof typeof files]: z.infer<(typeof files)[Name]> };

/** Reads and checks a language folder. Throws `AppError` `language_data` with the file and the place of the mistake. */
export function readLanguageData(code: string): LanguageData {
  const entries = Object.entries(files).map(([name, schema]) => [name, readFile(code, name, schema)]);
  return Object.fromEntries(entries) as LanguageData;
}

function readFile(code: string, name: string, schema: z.ZodType): unknown {
  const url = new URL(`./${code}/${name}.yaml`, import.meta.url);
  const read = schema.safeParse(parse(readFileSync(url, 'utf8')));
  if (read.success) return read.data;
  throw new AppError('language_data', `language/${code}/${name}.yaml: ${z.prettifyError(read.error)}`);
}
