import { z } from 'zod';

/** Every setting Aisle reads from its environment, with its default and what it means: the one home of names, defaults and limits. */
const milliseconds = z.coerce.number().int().min(1).max(3_600_000);
const positive = z.coerce.number().int().min(1);
const httpUrl = z.url({ protocol: /^https?$/, error: 'expected an http:// or https:// address' });
const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'expected a postgres:// address' });
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
);
/** Flags arrive as a list, so that a path may hold a comma; the environment as one text. */
const paths = z.union([z.array(z.string().min(1)), list]);
const secret = z.string().min(16, 'expected at least 16 characters');

export const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('port of the chat; 0 takes a free one'),
  HOST: z.string().default('0.0.0.0').describe('address to listen on'),
  CATALOG: paths.optional().describe('catalog files, separated by commas; the sample shop when left out'),
  SHOP_NAME: z
    .string()
    .max(80)
    .optional()
    .describe('name of the shop in the chat; the catalog file names it when left out'),
  SHOP_LANGUAGE: z.enum(['en', 'de']).default('en').describe('language of the catalog and of the answers: en or de'),
  DATA_DIR: z.string().optional().describe('folder for sessions and the index; .aisle/<catalog> when left out'),
  CACHE_DIR: z.string().optional().describe('folder for model weights, shared by all shops of this user'),

  QDRANT_URL: httpUrl.optional().describe('a Qdrant of your own; one is started on this machine when left out'),
  QDRANT_API_KEY: z.string().optional().describe('key of that Qdrant'),
  QDRANT_TIMEOUT_MS: milliseconds.default(5_000).describe('longest wait for one answer of Qdrant'),
  QDRANT_START_TIMEOUT_MS: milliseconds.default(60_000).describe('longest wait for the embedded Qdrant to be ready'),
  QDRANT_INDEX_TIMEOUT_MS: milliseconds.default(120_000).describe('longest wait for one write of the indexer'),

  DATABASE_URL: databaseUrl.optional().describe('PostgreSQL for sessions; SQLite in the data folder when left out'),
  DATABASE_TIMEOUT_MS: milliseconds.default(5_000).describe('longest wait for the database'),

  EMBEDDINGS: z
    .enum(['minilm', 'gte-small', 'off'])
    .default('minilm')
    .describe('embedding model on this machine: minilm, gte-small or off (words only)'),
  EMBEDDINGS_THREADS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .optional()
    .describe('threads of that model; one a core, four at most, when left out'),
  EMBEDDINGS_URL: httpUrl.optional().describe('OpenAI-compatible embeddings endpoint used instead, as https://host/v1'),
  EMBEDDINGS_MODEL: z.string().optional().describe('model name at that endpoint'),
  EMBEDDINGS_API_KEY: z.string().optional().describe('key of that endpoint'),
  EMBEDDINGS_QUERY_TIMEOUT_MS: milliseconds.default(2_000).describe('longest wait for the vector of one query'),
  EMBEDDINGS_PASSAGE_TIMEOUT_MS: milliseconds
    .default(60_000)
    .describe('longest wait for one passage, or for one batch of the endpoint'),
  EMBEDDINGS_CONNECT_TIMEOUT_MS: milliseconds.default(4_000).describe('longest wait for a source of weights to answer'),
  EMBEDDINGS_DOWNLOAD_TIMEOUT_MS: milliseconds.default(600_000).describe('longest wait for the weights to arrive'),

  OPENAI_API_KEY: z.string().optional().describe('key of a language model; without one the embedded parser does all'),
  OPENAI_BASE_URL: httpUrl.optional().describe('OpenAI-compatible endpoint, as https://host/v1'),
  OPENAI_MODEL: z.string().default('gpt-4.1-mini').describe('model name at that endpoint'),
  OPENAI_TIMEOUT_MS: milliseconds.default(8_000).describe('longest wait for one answer of the model'),
  OPENAI_READING: z
    .enum(['cascade', 'always', 'off'])
    .default('cascade')
    .describe('what the model reads after the cards: what the embedded parser leaves open (cascade), always, or off'),
  OPENAI_READING_TIMEOUT_MS: milliseconds.default(4_000).describe('longest wait for such a reading or a ranking'),
  OPENAI_REPLIES: z
    .enum(['on', 'off'])
    .default('on')
    .describe('sentences of the model, each checked against the records'),
  OPENAI_RANKING_ORDERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(4)
    .default(0)
    .describe('orders of the best products that a ranking by the model is averaged over; 0: none'),
  OPENAI_OUTPUT: z
    .enum(['schema', 'json', 'text'])
    .default('schema')
    .describe('how JSON is asked for; steps down by itself where the endpoint refuses'),
  OPENAI_CONCURRENCY: positive.default(8).describe('calls of the model at once; as many again wait'),
  OPENAI_SESSION_TOKENS: positive.default(200_000).describe('tokens that one session may use of the model'),
  OPENAI_DAY_TOKENS: positive.default(20_000_000).describe('tokens that this process may use of the model in a day'),
  OPENAI_INPUT_PRICE: z.coerce
    .number()
    .min(0)
    .default(0)
    .describe('price of a million tokens read, for the cost in metrics'),
  OPENAI_OUTPUT_PRICE: z.coerce.number().min(0).default(0).describe('price of a million tokens written'),

  SESSION_SECRET: secret
    .optional()
    .describe('signs session tokens; made once and kept in the data folder when left out'),
  ADMIN_TOKEN: secret
    .optional()
    .describe(
      'token of /metrics and of the pages /insights and /trace; without one metrics are open and the pages off',
    ),
  ALLOWED_ORIGINS: list
    .default([])
    .describe('web origins that may connect, separated by commas; the own origin when left out'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('number of proxies in front whose forwarded address is believed'),

  TURNS_PER_MINUTE: positive.default(40).describe('turns of one session in a minute'),
  ADDRESS_TURNS_PER_MINUTE: positive.default(300).describe('turns of one network address in a minute'),
  ADDRESS_CONNECTIONS_PER_MINUTE: positive.default(120).describe('connections of one network address in a minute'),
  INTERACTIONS_PER_MINUTE: positive.default(600).describe('recorded interactions of one session in a minute'),
  CONCURRENT_TURNS: positive.default(64).describe('turns at work at once in this process; more are told to wait'),

  TURN_TIMEOUT_MS: milliseconds.default(20_000).describe('longest time for one turn'),
  SHUTDOWN_TIMEOUT_MS: milliseconds.default(10_000).describe('time for running turns to end when the server stops'),
  TRACE: z
    .enum(['on', 'off'])
    .default('on')
    .describe('keep how the last 500 turns were searched, for /trace: on or off'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .describe('how much is logged'),
});
export type Settings = z.infer<typeof Settings>;

/** Flags are short names of the settings one changes by hand; a flag wins over the environment. */
export const flags = {
  port: 'PORT',
  host: 'HOST',
  catalog: 'CATALOG',
  name: 'SHOP_NAME',
  language: 'SHOP_LANGUAGE',
  data: 'DATA_DIR',
  embeddings: 'EMBEDDINGS',
  'log-level': 'LOG_LEVEL',
} as const satisfies Record<string, keyof Settings>;

/** Name, default and meaning of every setting, in the order of the table. */
export function describeSettings(): { name: string; fallback: string; meaning: string }[] {
  return Object.entries(Settings.shape).map(([name, schema]) => {
    const fallback: unknown = schema.safeParse(undefined).data;
    return {
      name,
      fallback: fallback === undefined || Array.isArray(fallback) ? '' : String(fallback),
      meaning: schema.description ?? '',
    };
  });
}
