import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import { AppError } from '../errors.ts';

export interface IndexOptions {
  config: Config;
  /** File for all problems, one a line. */
  problemsFile?: string;
  /** Prices and stock instead of a catalog. */
  updateFile?: string;
}

export const indexHelp = `npm run index -- FILE [FILE ...] [options]

Reads, learns and indexes a catalog without the server: native JSON Lines (.jsonl, .gz), CSV, Google Merchant Center (XML, TSV) or
Shopify CSV. A later file replaces items of the same id. Without a file: the sample shop. Texts seen before are not embedded again.
Prints what was found and every line that could not be used.

  --catalog FILE     the same as FILE
  --data DIR         folder of the shop; the one npm start uses for these files when left out
  --name SHOP        name of the shop
  --language CODE    language of the catalog; the same as for npm start
  --embeddings MODEL minilm, gte-small or off
  --problems FILE    writes every problem to FILE, one a line
  --update FILE      JSON Lines of { id, price?, listPrice?, availability?, stock?, rating?, popularity? }: changes those in the index in
                     use, without embedding; they hold until the catalog itself is indexed anew
  --help             this

The embedded Qdrant serves one process: stop the server of this folder first, or let both use the Qdrant of QDRANT_URL.
Exit code: 0 done, 1 nothing could be used or the run failed.`;

/** Throws `AppError` `config_invalid`. Relative paths count from where npm was called. */
export function parseIndexOptions(
  argv: string[],
  env: Record<string, string | undefined>,
  resolvePath: (path: string) => string,
): IndexOptions {
  const { values, positionals } = readArguments(argv);
  const flags = (['data', 'name', 'language', 'embeddings', 'log-level'] as const).flatMap((flag) => {
    const value = values[flag];
    return value === undefined ? [] : [`--${flag}`, value];
  });
  const catalogs = [...positionals, ...(values.catalog ?? [])].flatMap((file) => ['--catalog', file]);
  return {
    config: parseConfig([...catalogs, ...flags], env),
    ...(values.problems === undefined ? {} : { problemsFile: resolvePath(values.problems) }),
    ...(values.update === undefined ? {} : { updateFile: resolvePath(values.update) }),
  };
}

function readArguments(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        catalog: { type: 'string', multiple: true },
        data: { type: 'string' },
        name: { type: 'string' },
        language: { type: 'string' },
        embeddings: { type: 'string' },
        'log-level': { type: 'string' },
        problems: { type: 'string' },
        update: { type: 'string' },
      },
    });
  } catch (cause) {
    const [line] = String(cause instanceof Error ? cause.message : cause).split('. ');
    throw new AppError('config_invalid', `${line}. See npm run index -- --help`, { cause });
  }
}
