import { z } from 'zod';

export const ChangeName = z.enum([
  'typos',
  'case',
  'filler',
  'politeness',
  'reorder',
  'currency',
  'irrelevant',
  'negation-flip',
  'paraphrase',
]);
export type ChangeName = z.infer<typeof ChangeName>;

/** A number is a floor (a ceiling for figures where less is better); `{ min, max }` says it outright. */
const Gate = z.record(
  z.string(),
  z.union([z.number(), z.object({ min: z.number().optional(), max: z.number().optional() }).strict()]),
);

const base = {
  /** Shown in reports in place of the folder's name. */
  title: z.string().optional(),
  description: z.string().optional(),
  catalog: z.string().min(1).optional(),
  /** Of the catalog and the shoppers; the shop's default when left out. */
  language: z.string().min(2).optional(),
  gate: Gate.default({}),
};
const withCases = { ...base, cases: z.string().min(1) };

export const SuiteFile = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retrieval'), ...withCases, judgments: z.string().min(1) }).strict(),
  z.object({ kind: z.literal('understanding'), ...withCases }).strict(),
  z.object({ kind: z.literal('dialogue'), ...withCases }).strict(),
  z
    .object({
      kind: z.literal('robustness'),
      ...base,
      /** Folder of the suite that is changed, relative to this one. */
      base: z.string().min(1),
      changes: z.array(ChangeName).min(1),
      seed: z.number().int().default(1),
      /** The unchanged base has to reach this, or a small drop proves nothing. */
      floor: z.number().min(0).max(1).default(0.1),
    })
    .strict(),
]);
export type SuiteFile = z.infer<typeof SuiteFile>;

export type SuiteKind = SuiteFile['kind'];

/** A suite with its paths made absolute. */
export interface Suite {
  /** Folder name under `evals/suites`, or `parent/folder` elsewhere. */
  name: string;
  folder: string;
  file: SuiteFile;
  catalog?: string;
  language?: string;
  /** The suite that a robustness suite changes; its catalog is used where that names none. */
  base?: Suite;
  /** Asked for by name: then a missing catalog is a fault, not a reason to skip. */
  named: boolean;
}
