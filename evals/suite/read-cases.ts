import { basename } from 'node:path';
import type { z } from 'zod';
import { readText } from './read-yaml.ts';

/** A line that is no case: it counts as a failed case, so that a typo cannot make a suite easier. */
export interface CaseProblem {
  line: number;
  message: string;
}

export interface CaseFile<Case> {
  cases: Case[];
  problems: CaseProblem[];
}

/** Reads JSON Lines; blank lines are skipped, a repeated id is a problem. */
export function readCases<Schema extends z.ZodType<{ id: string }>>(
  path: string,
  schema: Schema,
): CaseFile<z.infer<Schema>> {
  const cases: z.infer<Schema>[] = [];
  const problems: CaseProblem[] = [];
  const firstLine = new Map<string, number>();
  for (const [at, text] of readText(path).split(/\r?\n/).entries()) {
    if (text.trim() === '') continue;
    const line = at + 1;
    const parsed = parseLine(text, schema);
    const message = 'message' in parsed ? parsed.message : repeated(parsed.value.id, firstLine);
    if (message !== undefined) problems.push({ line, message: `${basename(path)}:${line}: ${message}` });
    else if ('value' in parsed) {
      firstLine.set(parsed.value.id, line);
      cases.push(parsed.value);
    }
  }
  return { cases, problems };
}

const repeated = (id: string, firstLine: Map<string, number>): string | undefined =>
  firstLine.has(id) ? `id ${id} is already on line ${firstLine.get(id)}` : undefined;

function parseLine<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
): { value: z.infer<Schema> } | { message: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { message: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { value: parsed.data };
  const issue = parsed.error.issues[0];
  return { message: `${issue?.path.join('.') || 'case'}: ${issue?.message ?? 'invalid'}` };
}
