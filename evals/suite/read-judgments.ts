import { basename } from 'node:path';
import { AppError } from '../../server/errors.ts';
import type { Grades } from '../metrics/ranking.ts';
import { readText } from './read-yaml.ts';

/** TREC qrels, `query-id 0 item-id grade`, by query. Throws `AppError` `judgments_invalid` with the line. */
export function readJudgments(path: string): Map<string, Grades> {
  const byQuery = new Map<string, Map<string, number>>();
  for (const [at, line] of readText(path).split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [query, , item, grade, ...rest] = line.trim().split(/\s+/);
    const number = Number(grade);
    if (!query || !item || grade === undefined || !Number.isFinite(number) || rest.length > 0) {
      throw new AppError('judgments_invalid', `${basename(path)}:${at + 1}: expected "query-id 0 item-id grade"`);
    }
    const grades = byQuery.get(query) ?? new Map<string, number>();
    byQuery.set(query, grades.set(item, number));
  }
  return byQuery;
}
