import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../server/errors.ts';
import type { Grades } from '../metrics/ranking.ts';
import { DialogueCase, RetrievalCase, UnderstandingCase } from '../suite/cases.ts';
import { type CaseProblem, readCases } from '../suite/read-cases.ts';
import { readJudgments } from '../suite/read-judgments.ts';
import type { Suite } from '../suite/suite.ts';

export type LoadedCases =
  | { kind: 'retrieval'; cases: RetrievalCase[]; judgments: ReadonlyMap<string, Grades>; problems: CaseProblem[] }
  | { kind: 'understanding'; cases: UnderstandingCase[]; problems: CaseProblem[] }
  | { kind: 'dialogue'; cases: DialogueCase[]; problems: CaseProblem[] };

/** The figure that a suite of a kind is about; a line that is no case counts as 0 in it. */
export const PRIMARY = {
  retrieval: 'ndcg@10',
  understanding: 'f1',
  dialogue: 'satisfied',
  robustness: 'base',
} as const;

/** Files that a suite needs and that are not there: data that is not shipped with the project. */
export function missingFiles({ folder, file, catalog, base }: Suite): string[] {
  const own = file.kind === 'robustness' ? [] : [file.cases, ...(file.kind === 'retrieval' ? [file.judgments] : [])];
  const paths = [...(catalog ? [catalog] : []), ...own.map((path) => resolve(folder, path))];
  const missing = paths.filter((path) => !existsSync(path));
  return [...new Set([...missing, ...(base ? missingFiles({ ...base, catalog }) : [])])];
}

/** Throws `AppError` `suite_invalid` or `judgments_invalid`; a broken case line is a problem, not a fault. */
export function loadCases({ folder, file, base }: Suite): LoadedCases {
  if (file.kind === 'robustness') {
    if (!base) throw new AppError('suite_invalid', `${folder}: a robustness suite needs a base`);
    return loadCases(base);
  }
  const path = resolve(folder, file.cases);
  if (file.kind === 'retrieval') {
    const judgments = readJudgments(resolve(folder, file.judgments));
    return { kind: 'retrieval', judgments, ...readCases(path, RetrievalCase) };
  }
  if (file.kind === 'understanding') return { kind: 'understanding', ...readCases(path, UnderstandingCase) };
  return { kind: 'dialogue', ...readCases(path, DialogueCase) };
}

/** Only the case with this id, for `--case`. */
export function keepCase(loaded: LoadedCases, id: string | undefined): LoadedCases {
  if (id === undefined) return loaded;
  const only = <Case extends { id: string }>(cases: Case[]): Case[] => cases.filter((one) => one.id === id);
  if (loaded.kind === 'retrieval') return { ...loaded, cases: only(loaded.cases), problems: [] };
  if (loaded.kind === 'understanding') return { ...loaded, cases: only(loaded.cases), problems: [] };
  return { ...loaded, cases: only(loaded.cases), problems: [] };
}
