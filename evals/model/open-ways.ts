import { join, resolve } from 'node:path';
import { parseConfig } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';
import type { EvalOptions } from '../options.ts';
import { embeddedReader, type Reader } from './reader.ts';

export interface Ways {
  readers: Reader[];
  openRanked: () => Reader;
}

interface Surroundings {
  env: Record<string, string | undefined>;
  evalsFolder: string;
  workFolder: string;
}

/** The readers that the options ask for. Client and templates are loaded only where one of them has a model. */
export async function openWays(
  { parsers, arms, prompt, live }: Pick<EvalOptions, 'parsers' | 'arms' | 'prompt' | 'live'>,
  { env, evalsFolder, workFolder }: Surroundings,
): Promise<Ways> {
  if (parsers.every((parser) => parser === 'embedded') && !arms.includes('ranked'))
    return { readers: [embeddedReader('full')], openRanked: refuse };
  const { openReaders, openRanked, openRecordings, parseVersions } = await import('./readers.ts');
  const hasKey = Boolean(env.OPENAI_API_KEY?.trim());
  const { model } = parseConfig([], { ...env, OPENAI_API_KEY: hasKey ? env.OPENAI_API_KEY : 'none' });
  if (!model) return refuse();
  const { id, files } = prompt ? parseVersions(prompt) : {};
  const versions = id && files && { id, files: files.map((file) => resolve(workFolder, file)) };
  const recordings = openRecordings(join(evalsFolder, 'recordings'), model.name);
  const options = { parsers, versions, live, model, hasKey, recordings };
  return { readers: openReaders(options), openRanked: () => openRanked(options) };
}

function refuse(): never {
  throw new AppError('model_missing', 'no language model was opened for this run');
}
