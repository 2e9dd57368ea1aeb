import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AppError } from './errors.ts';
import { describeSettings, flags, Settings } from './settings.ts';

export const repositoryRoot = dirname(dirname(fileURLToPath(import.meta.url)));
export const sampleCatalog = join(repositoryRoot, 'server/sample-shop/catalog.jsonl');

export type Config = ReturnType<typeof buildConfig>;
type Environment = Record<string, string | undefined>;

/**
 * Flags over environment over defaults. Pure but for the current folder, against which relative paths count where npm names no other.
 * Throws `AppError` `config_invalid` with one line that says which setting is wrong and what it may be.
 */
export function parseConfig(argv: string[], env: Environment): Config {
  const given = { ...nonEmpty(env), ...readFlags(argv) };
  const settings = Settings.safeParse(given);
  if (!settings.success) {
    const [issue] = settings.error.issues;
    const name = String(issue?.path[0]);
    throw invalid(`${settingLabel(name)}: ${issue?.message}`);
  }
  if (settings.data.EMBEDDINGS_URL && !settings.data.EMBEDDINGS_MODEL) {
    throw invalid('EMBEDDINGS_URL needs EMBEDDINGS_MODEL, the name of the model at that endpoint');
  }
  return buildConfig(settings.data, env);
}

function buildConfig(settings: Settings, env: Environment) {
  // npm runs scripts in the root of the package; INIT_CWD is where the user typed the command.
  const from = (path: string) => resolve(env.INIT_CWD ?? process.cwd(), path);
  const catalogs = settings.CATALOG?.length ? settings.CATALOG.map(from) : [sampleCatalog];
  return {
    port: settings.PORT,
    host: settings.HOST,
    /** Absolute paths, at least one. */
    catalogs,
    shopName: settings.SHOP_NAME,
    language: settings.SHOP_LANGUAGE,
    dataDir: settings.DATA_DIR ? from(settings.DATA_DIR) : defaultDataDir(catalogs),
    /** Holds downloaded weights; shared by all shops of one user. */
    cacheDir: settings.CACHE_DIR ? from(settings.CACHE_DIR) : defaultCacheDir(env),
    clientDir: join(repositoryRoot, 'dist/client'),
    sessionSecret: settings.SESSION_SECRET,
    adminToken: settings.ADMIN_TOKEN,
    allowedOrigins: settings.ALLOWED_ORIGINS,
    trustProxy: settings.TRUST_PROXY,
    traces: settings.TRACE === 'on',
    logLevel: settings.LOG_LEVEL,
    qdrant: {
      url: settings.QDRANT_URL,
      apiKey: settings.QDRANT_API_KEY,
      timeoutMs: settings.QDRANT_TIMEOUT_MS,
      startTimeoutMs: settings.QDRANT_START_TIMEOUT_MS,
      indexTimeoutMs: settings.QDRANT_INDEX_TIMEOUT_MS,
    },
    database: { url: settings.DATABASE_URL, timeoutMs: settings.DATABASE_TIMEOUT_MS },
    embeddings: buildEmbeddings(settings),
    /** Left out: no language model. */
    model: settings.OPENAI_API_KEY
      ? {
          apiKey: settings.OPENAI_API_KEY,
          baseUrl: settings.OPENAI_BASE_URL,
          name: settings.OPENAI_MODEL,
          timeoutMs: settings.OPENAI_TIMEOUT_MS,
          outputMode: settings.OPENAI_OUTPUT,
          concurrency: settings.OPENAI_CONCURRENCY,
          sessionTokens: settings.OPENAI_SESSION_TOKENS,
          dayTokens: settings.OPENAI_DAY_TOKENS,
          prices: { input: settings.OPENAI_INPUT_PRICE, output: settings.OPENAI_OUTPUT_PRICE },
          uses: {
            reading: settings.OPENAI_READING,
            readingTimeoutMs: settings.OPENAI_READING_TIMEOUT_MS,
            replies: settings.OPENAI_REPLIES === 'on',
            rankingOrders: settings.OPENAI_RANKING_ORDERS,
          },
        }
      : undefined,
    limits: {
      turnsPerMinute: settings.TURNS_PER_MINUTE,
      addressTurnsPerMinute: settings.ADDRESS_TURNS_PER_MINUTE,
      addressConnectionsPerMinute: settings.ADDRESS_CONNECTIONS_PER_MINUTE,
      interactionsPerMinute: settings.INTERACTIONS_PER_MINUTE,
      concurrentTurns: settings.CONCURRENT_TURNS,
    },
    turnTimeoutMs: settings.TURN_TIMEOUT_MS,
    shutdownTimeoutMs: settings.SHUTDOWN_TIMEOUT_MS,
  };
}

function buildEmbeddings(settings: Settings) {
  return {
    choice: settings.EMBEDDINGS,
    threads: settings.EMBEDDINGS_THREADS,
    /** Set: used instead of the model on this machine. */
    endpoint:
      settings.EMBEDDINGS_URL && settings.EMBEDDINGS_MODEL
        ? { url: settings.EMBEDDINGS_URL, model: settings.EMBEDDINGS_MODEL, apiKey: settings.EMBEDDINGS_API_KEY }
        : undefined,
    queryTimeoutMs: settings.EMBEDDINGS_QUERY_TIMEOUT_MS,
    passageTimeoutMs: settings.EMBEDDINGS_PASSAGE_TIMEOUT_MS,
    connectTimeoutMs: settings.EMBEDDINGS_CONNECT_TIMEOUT_MS,
    downloadTimeoutMs: settings.EMBEDDINGS_DOWNLOAD_TIMEOUT_MS,
  };
}

/** One folder a set of catalogs, so that two shops live side by side. */
function defaultDataDir(catalogs: string[]): string {
  const slug = basename(catalogs[0] ?? '')
    .replace(/\..*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40);
  const hash = createHash('sha256')
    .update([...catalogs].sort().join('\n'))
    .digest('hex')
    .slice(0, 8);
  return join(repositoryRoot, '.aisle', `${slug}-${hash}`);
}

function defaultCacheDir(env: Environment): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'aisle');
}

/** Empty counts as not set: compose files hand on empty variables. */
function nonEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => name in Settings.shape && value?.trim()));
}

function readFlags(argv: string[]): Record<string, string | string[] | undefined> {
  const options = Object.fromEntries(
    Object.keys(flags).map((flag) => [flag, { type: 'string', multiple: true }] as const),
  );
  let values: Record<string, string[] | undefined>;
  try {
    values = parseArgs({ args: argv, options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    const [line] = String(cause instanceof Error ? cause.message : cause).split('. ');
    throw invalid(line ?? 'unknown argument', cause);
  }
  return Object.fromEntries(
    Object.entries(flags).flatMap(([flag, name]) => {
      const given = values[flag];
      if (!given) return [];
      // A later flag wins, except for catalogs, which add up.
      return [[name, name === 'CATALOG' ? given : given.at(-1)]];
    }),
  );
}

function settingLabel(name: string): string {
  const flag = Object.entries(flags).find(([, setting]) => setting === name)?.[0];
  return flag ? `--${flag} (${name})` : name;
}

function invalid(line: string, cause?: unknown): AppError {
  return new AppError('config_invalid', `${line}. See npm start -- --help`, { cause });
}

export function wantsHelp(argv: string[]): boolean {
  return argv.includes('--help') || argv.includes('-h');
}

export function helpText(): string {
  const settings = describeSettings().map(
    ({ name, fallback, meaning }) => `  ${name.padEnd(31)} ${meaning}${fallback && ` [${fallback}]`}`,
  );
  return [
    'npm start -- [--catalog FILE ...] [--port N] [--host ADDRESS] [--data DIR] [--name SHOP] [--language CODE] [--embeddings MODEL] [--log-level LEVEL]',
    '',
    'Settings, from the environment or a .env file in the project (a flag wins):',
    ...settings,
  ].join('\n');
}
