import { basename, join, relative } from 'node:path';
import type { Config } from '../../server/config.ts';
import { repositoryRoot } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';
import { buildTurnModel, openModel } from '../../server/llm/open-model.ts';
import { loadPrompts, PROMPT_IDS, type PromptId } from '../../server/llm/prompt-catalog.ts';
import type { ModelUses } from '../../server/llm/turn-model.ts';
import { UsageMeter } from '../../server/llm/usage-meter.ts';
import { buildModelReport } from './model-report.ts';
import type { ParserName } from './parsers.ts';
import { embeddedReader, type Reader } from './reader.ts';
import { RecordedModel } from './recorded-model.ts';
import { Recordings } from './recordings.ts';

export interface ReaderOptions {
  parsers: readonly ParserName[];
  /** Two versions of one prompt: every reader with a model comes twice. */
  versions?: { id: PromptId; files: readonly string[] };
  live: boolean;
  /** As configured; only its name is read in a replay. */
  model: NonNullable<Config['model']>;
  hasKey: boolean;
  recordings: Recordings;
}

const USES: Record<Exclude<ParserName, 'embedded'> | 'ranked', Pick<ModelUses, 'reading' | 'rankingOrders'>> = {
  cascade: { reading: 'cascade', rankingOrders: 0 },
  model: { reading: 'alone', rankingOrders: 0 },
  ranked: { reading: 'off', rankingOrders: 2 },
};

/** One file a model: the same words to another model are another answer. */
export const openRecordings = (folder: string, model: string): Recordings =>
  new Recordings(join(folder, `${model.toLowerCase().replace(/[^a-z0-9.]+/g, '-')}.jsonl`));

/** Throws `AppError` `model_missing` where a model is asked for and there is neither an endpoint nor a recording. */
export function openReaders(options: ReaderOptions): Reader[] {
  const { parsers, versions } = options;
  const isOne = parsers.length === 1 && !versions;
  return parsers.flatMap((parser) => {
    if (parser === 'embedded') return [embeddedReader(isOne ? 'full' : 'embedded')];
    const files = versions?.files ?? [undefined];
    return files.map((file) => openReader(parser, options, file));
  });
}

/** The product with a model that orders the best products; the `ranked` arm. */
export const openRanked = (options: ReaderOptions): Reader => openReader('ranked', options, undefined);

function openReader(use: keyof typeof USES, options: ReaderOptions, version: string | undefined): Reader {
  const { model, live, versions, recordings } = options;
  requireAnswers(options, use);
  const replaced = version && versions ? { [versions.id]: version } : {};
  const prompts = loadPrompts(join(repositoryRoot, 'prompts'), replaced);
  const label = version && versions ? ` ${basename(version, '.md')}@${prompts.get(versions.id).hash}` : '';
  return {
    name: `${use}${label}`,
    open() {
      const opened = live ? openModel(model) : undefined;
      const meter = opened?.meter ?? new UsageMeter(model.prices);
      const recorded = new RecordedModel({
        name: model.name,
        recordings,
        meter,
        live: opened?.model,
        now: () => performance.now(),
      });
      // A recording comes at once, and a live answer is worth waiting for: no figure here is about time.
      const uses = { ...USES[use], replies: false, readingTimeoutMs: model.timeoutMs };
      const turnModel = buildTurnModel({ model: recorded, prompts, meter }, uses);
      return {
        model: turnModel,
        finish() {
          recordings.save();
          const { tally } = turnModel;
          const figures = { usage: meter.read(), tally: tally.read(), log: recorded.log };
          return buildModelReport({ model: model.name, promptsHash: prompts.hash, ...figures });
        },
      };
    },
  };
}

function requireAnswers({ live, hasKey, model, recordings }: ReaderOptions, use: string): void {
  if (live && hasKey) return;
  if (live)
    throw new AppError(
      'model_missing',
      'recording needs a language model: set OPENAI_API_KEY, and OPENAI_BASE_URL and OPENAI_MODEL for any other than OpenAI’s own (docs/models.md)',
    );
  if (recordings.size > 0) return;
  throw new AppError(
    'model_missing',
    `“${use}” needs a language model, and nothing of ${model.name} is recorded in ${relative(process.cwd(), recordings.file)}: set OPENAI_API_KEY (and OPENAI_BASE_URL, OPENAI_MODEL; docs/models.md) and record once with --live`,
  );
}

/** `id=first.md,second.md`. Throws `AppError` `options_invalid`. */
export function parseVersions(text: string): { id: PromptId; files: string[] } {
  const [name = '', list = ''] = text.split('=');
  const id = PROMPT_IDS.find((one) => one === name);
  const files = list.split(',').filter(Boolean);
  if (!id) throw new AppError('options_invalid', `--prompt names no prompt: one of ${PROMPT_IDS.join(', ')}`);
  if (files.length !== 2)
    throw new AppError('options_invalid', `--prompt ${id} needs two files: ${id}=prompts/${id}.md,other.md`);
  return { id, files };
}
