import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../errors.ts';
import type { EmbeddingModel } from './models.ts';
import { type FetchLimits, type WeightSource, weightSources } from './weight-sources.ts';

export interface FetchWeightsOptions extends FetchLimits {
  cacheDir: string;
  /** One line a step, for people. */
  progress: (line: string) => void;
  signal?: AbortSignal;
  sources?: WeightSource[];
}

const staleDraftMs = 3_600_000;

/**
 * Folder with the checked files of `model`, fetched once per user. Safe for several starts at once: each fetches into its own draft
 * and the first to finish gives it its name. Throws `AppError` `weights_unavailable` that says what each source answered.
 */
export async function fetchWeights(model: EmbeddingModel, options: FetchWeightsOptions): Promise<string> {
  const parent = join(options.cacheDir, 'models');
  const home = join(parent, model.id);
  if ((await faultIn(home, model)) === undefined) return home;
  try {
    await mkdir(parent, { recursive: true });
    await removeStaleDrafts(parent);
  } catch (cause) {
    throw new AppError('weights_unavailable', `${parent} cannot be written: set CACHE_DIR to a folder that can`, {
      cause,
    });
  }
  const refusals: string[] = [];
  for (const source of options.sources ?? weightSources(model, options)) {
    options.progress(`fetching ${model.repository} (${model.megabytes} MB) from ${source.name}`);
    const refusal = await fillFrom(source, model, home, options);
    options.signal?.throwIfAborted();
    if (refusal === undefined) {
      options.progress(`fetched ${model.repository} from ${source.name} into ${home}`);
      return home;
    }
    options.progress(`${source.name}: ${refusal}`);
    refusals.push(`${source.name}: ${refusal}`);
  }
  throw new AppError('weights_unavailable', `${model.repository} cannot be had (${refusals.join('; ')})`);
}

/** Undefined when the weights are in place, otherwise why not. */
async function fillFrom(source: WeightSource, model: EmbeddingModel, home: string, options: FetchWeightsOptions) {
  const draft = `${home}.${randomUUID()}.draft`;
  const deadline = AbortSignal.timeout(options.downloadTimeoutMs);
  try {
    await mkdir(draft);
    await source.fill(draft, options.signal ? AbortSignal.any([options.signal, deadline]) : deadline);
    const fault = await faultIn(draft, model);
    if (fault) return `refused, ${fault}`;
    await moveInto(draft, home, model);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function moveInto(draft: string, home: string, model: EmbeddingModel): Promise<void> {
  try {
    await rename(draft, home);
  } catch (error) {
    // Another start was first, or a damaged copy is in the way.
    if ((await faultIn(home, model)) === undefined) return;
    await rm(home, { recursive: true, force: true });
    await rename(draft, home).catch(() => Promise.reject(error));
  }
}

/** What is wrong with the files in `folder`, in words; undefined when all are there and are the pinned ones. */
async function faultIn(folder: string, model: EmbeddingModel): Promise<string | undefined> {
  for (const [file, allowed] of Object.entries(model.files)) {
    const digest = await digestOf(join(folder, file));
    if (digest === undefined) return `${file} is missing`;
    if (!allowed.includes(digest)) return `${file} has the wrong sha256 ${digest}`;
  }
  return undefined;
}

async function digestOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}

/** Drafts of starts that were killed. */
async function removeStaleDrafts(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.endsWith('.draft')) continue;
    const path = join(parent, name);
    const changed = await stat(path).catch(() => undefined);
    if (changed && Date.now() - changed.mtimeMs > staleDraftMs) await rm(path, { recursive: true, force: true });
  }
}

/** One line: the innermost cause knows most ("getaddrinfo ENOTFOUND"), the wrappers only say that something failed. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const stderr = 'stderr' in error ? String(error.stderr).trim() : '';
  return (stderr || error.message).split('\n')[0] ?? error.name;
}
