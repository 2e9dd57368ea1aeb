import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AppError } from '../../server/errors.ts';

/** Reads a YAML file by a schema. Throws `AppError` `suite_invalid` that names file and line. */
export function readYaml<Schema extends z.ZodType>(path: string, schema: Schema): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(readText(path), { lineCounter: lines });
  const fault = document.errors[0];
  if (fault) throw invalid(path, lines.linePos(fault.pos[0]).line, fault.message.split('\n')[0] ?? fault.code);
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const at = issue?.path.filter((key) => typeof key !== 'symbol') ?? [];
  const message = `${at.length > 0 ? `${at.join('.')}: ` : ''}${issue?.message ?? 'invalid'}`;
  throw invalid(path, findLine(at), message);

  /** The line of the deepest part of the path that is in the file. */
  function findLine(path: (string | number)[]): number {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

const invalid = (path: string, line: number, message: string): AppError =>
  new AppError('suite_invalid', `${path}:${line}: ${message}`);

export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('suite_invalid', `${path}: cannot be read; check the path`, { cause });
  }
}
