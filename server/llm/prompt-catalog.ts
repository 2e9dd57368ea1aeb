import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import type { ModelMessage } from './model-port.ts';
import { type OutputName, outputSchemas } from './output-schemas.ts';
import { invalidPrompt, type PromptFile, parsePromptFile } from './prompt-file.ts';

export const PROMPT_IDS = [
  'parse-intent',
  'repair-intent',
  'compose-reply',
  'answer-about-item',
  'compare',
  'summarise-reviews',
  'suggest-follow-ups',
  'rerank',
  'judge-helpfulness',
] as const;
export type PromptId = (typeof PROMPT_IDS)[number];

export interface Prompt {
  id: string;
  /** Changes with the content of the file; goes into every turn's log and every eval row. */
  hash: string;
  sampling: PromptFile['sampling'];
  /** Left out: prose. */
  output?: OutputName;
  /** Throws `AppError` `prompt_invalid` where the variables are not exactly those of the prompt. */
  render(variables: Record<string, string>): Promise<ModelMessage[]>;
}

export interface PromptCatalog {
  get(id: PromptId): Prompt;
  /** One hash over all prompts. */
  hash: string;
}

/**
 * Reads every prompt of a folder and checks it, so that a broken one stops the start and not a turn. `versions` names files to read in place
 * of the folder's own, for comparing two versions of a prompt.
 */
export function loadPrompts(folder: string, versions: Partial<Record<PromptId, string>> = {}): PromptCatalog {
  const prompts = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => {
        const prompt = buildPrompt(join(folder, name), readFileSync(join(folder, name), 'utf8'));
        return [prompt.id, prompt] as const;
      }),
  );
  for (const [id, file] of Object.entries(versions)) prompts.set(id, buildPrompt(file, readVersion(file), id));
  const missing = PROMPT_IDS.find((id) => !prompts.has(id));
  if (missing) throw invalidPrompt(join(folder, `${missing}.md`), 'it is missing');
  return {
    get: (id) => prompts.get(id) as Prompt,
    hash: hashOf(PROMPT_IDS.map((id) => prompts.get(id)?.hash).join()),
  };
}

function readVersion(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw invalidPrompt(file, 'it cannot be read', cause);
  }
}

function buildPrompt(file: string, text: string, id?: string): Prompt {
  const parsed = parsePromptFile(file, text, id);
  const template = buildTemplate(file, parsed);
  const used = template.inputVariables;
  const unused = parsed.variables.find((name) => !used.includes(name));
  const undeclared = used.find((name) => !parsed.variables.includes(name));
  if (unused) throw invalidPrompt(file, `the variable ${unused} does not occur in it`);
  if (undeclared) throw invalidPrompt(file, `the variable ${undeclared} is not in its front matter`);
  return {
    id: parsed.id,
    hash: hashOf(text),
    sampling: parsed.sampling,
    ...(parsed.output in outputSchemas ? { output: parsed.output as OutputName } : {}),
    render: (variables) => render(file, template, parsed.variables, variables),
  };
}

/** Mustache: catalog text full of braces goes in as it is and is never read as a template. */
function buildTemplate(file: string, { system, user }: PromptFile) {
  try {
    return ChatPromptTemplate.fromMessages(
      [
        ['system', system],
        ['human', user],
      ],
      { templateFormat: 'mustache' },
    );
  } catch (cause) {
    throw invalidPrompt(file, 'its template cannot be read', cause);
  }
}

async function render(
  file: string,
  template: ChatPromptTemplate,
  expected: readonly string[],
  variables: Record<string, string>,
): Promise<ModelMessage[]> {
  const given = Object.keys(variables);
  const wrong = [
    ...expected.filter((name) => !given.includes(name)),
    ...given.filter((name) => !expected.includes(name)),
  ];
  if (wrong.length > 0) throw invalidPrompt(file, `rendered with other variables than its own: ${wrong.join(', ')}`);
  const messages = await template.formatMessages(variables);
  return messages.map((message) => ({
    role: message.getType() === 'system' ? 'system' : 'user',
    content: message.text,
  }));
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
