import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { outputSchemas } from './output-schemas.ts';

const outputNames = ['text', ...Object.keys(outputSchemas)];

const FrontMatter = z
  .object({
    id: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'lower case words joined by hyphens'),
    variables: z.array(z.string().regex(/^[a-z][A-Za-z]*$/, 'names in camelCase')).min(1),
    output: z.string().refine((name) => outputNames.includes(name), `one of ${outputNames.join(', ')}`),
    sampling: z
      .object({ temperature: z.number().min(0).max(2), maxTokens: z.number().int().min(1).max(8_000) })
      .strict(),
  })
  .strict();

/** A prompt as its file says it: two messages, the first without variables that change from turn to turn. */
export interface PromptFile extends z.infer<typeof FrontMatter> {
  system: string;
  user: string;
}

const PARTS = /^---\n+(?<front>[\s\S]*?)\n---\n+# system\n(?<system>[\s\S]*?)\n# user\n(?<user>[\s\S]*)$/;

/** Throws `AppError` `prompt_invalid` with the file's name and what is wrong. `id`: the prompt that the file must be. */
export function parsePromptFile(file: string, text: string, id = basename(file, '.md')): PromptFile {
  const parts = PARTS.exec(text.replaceAll('\r\n', '\n'))?.groups;
  if (!parts) throw invalidPrompt(file, 'expected front matter between "---" lines, then "# system" and "# user"');
  const front = FrontMatter.safeParse(readYaml(file, parts.front ?? ''));
  if (!front.success) {
    const [issue] = front.error.issues;
    throw invalidPrompt(file, `${issue?.path.join('.') || 'front matter'}: ${issue?.message}`);
  }
  if (front.data.id !== id) throw invalidPrompt(file, `its id is ${front.data.id}`);
  return { ...front.data, system: (parts.system ?? '').trim(), user: (parts.user ?? '').trim() };
}

function readYaml(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw invalidPrompt(file, 'its front matter is not YAML', cause);
  }
}

export const invalidPrompt = (file: string, problem: string, cause?: unknown): AppError =>
  new AppError('prompt_invalid', `${basename(file)}: ${problem}`, { cause });
