/**
 * Holds the direction of imports: doors -> turn -> stages -> domain -> contract, one owner folder a vendor SDK.
 * Tests, contract suites and testing folders may look at anything. Prints one line a breach, which names the right home.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stages = ['understanding', 'dialogue', 'ranking', 'blend', 'interests', 'reply'];
/** Where stages are put together. */
const composers = /^server\/(turn\/|components\.ts$|main\.ts$|app\.ts$)/;
/** Interfaces that a stage may know of an adapter. */
const ports = /^server\/(retrieval\/(retriever|embedder)|llm\/(model|language-model|llm))\.ts$/;
const shared = ['server/domain/', 'server/contract/', 'server/language/', 'server/criteria/', 'server/errors.ts'];

/** `from`: whose imports; `may`: the only project paths besides its own folder; `packages`: the only packages, all when left out. */
const layers = [
  {
    from: 'server/contract/',
    may: [],
    packages: ['zod'],
    home: 'contract/ is all that a client may know: keep it to zod',
  },
  {
    from: 'server/domain/',
    may: ['server/contract/', 'server/errors.ts'],
    packages: ['zod'],
    home: 'domain/ has no I/O and no libraries: move what needs them into the stage or adapter that uses it',
  },
  {
    from: 'server/language/',
    may: ['server/domain/', 'server/contract/', 'server/errors.ts'],
    home: 'language/ knows words, not stages or stores: hand the data in from turn/ or components.ts',
  },
  ...stages.map((stage) => ({
    from: `server/${stage}/`,
    may: shared,
    ports: true,
    home: `${stage}/ is a stage: shared types go to domain/, words to language/, and turn/ puts stages together`,
  })),
  {
    from: 'client/',
    may: ['server/contract/'],
    home: 'the client knows server/contract/ and nothing else of the server',
  },
];

/** The one folder that may import each vendor SDK. */
const owners = [
  ['@qdrant/js-client-rest', /^server\/retrieval\//, 'server/retrieval/ behind the Retriever port'],
  [
    '@huggingface/transformers',
    /^server\/retrieval\/embedding\//,
    'server/retrieval/embedding/ behind the Embedder port',
  ],
  ['kysely', /^server\/session\//, 'server/session/ behind the store'],
  ['libsql', /^server\/session\//, 'server/session/ behind the store'],
  ['pg', /^server\/(session|socket)\/|^server\/(components|app)\.ts$/, 'server/session/ behind the store'],
  ['openai', /^server\/llm\//, 'server/llm/ behind the model port'],
  ['@langchain/', /^server\/llm\//, 'server/llm/ behind the model port'],
  ['socket.io', /^server\/(socket\/|app\.ts$|components\.ts$)/, 'server/socket/'],
  ['@socket.io/', /^server\/(socket\/|app\.ts$|components\.ts$)/, 'server/socket/'],
  ['socket.io-client', /^(client\/socket|evals|scripts)\//, 'client/socket/'],
  ['express', /^server\/(http\/|app\.ts$)/, 'server/http/'],
  ['react', /^client\//, 'client/'],
];

/** Breaches of one file, as lines; `source` is its text. */
export function findBreaches(file, source) {
  if (/\.test\.tsx?$|\.contract\.ts$|\/testing\//.test(file)) return [];
  return importsOf(source).flatMap((specifier) => {
    const target = specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : undefined;
    const home = target ? projectBreach(file, target) : packageBreach(file, specifier);
    return home ? [`${file} imports ${target ?? specifier}: ${home}`] : [];
  });
}

function projectBreach(file, target) {
  const layer = layers.find(({ from }) => file.startsWith(from));
  if (layer) {
    const allowed = target.startsWith(layer.from) || layer.may.some((path) => target.startsWith(path));
    return allowed || (layer.ports && ports.test(target)) ? undefined : layer.home;
  }
  if (!file.startsWith('server/')) return undefined;
  if (/^(client|evals|scripts)\//.test(target)) return 'the server does not know its page, its evals or its scripts';
  const isStage = stages.some((stage) => target.startsWith(`server/${stage}/`));
  return isStage && !composers.test(file)
    ? 'only turn/, components.ts, app.ts and main.ts put stages together'
    : undefined;
}

function packageBreach(file, specifier) {
  const layer = layers.find(({ from }) => file.startsWith(from));
  const isBuiltin = specifier.startsWith('node:');
  if (layer?.packages && !layer.packages.includes(specifier)) return layer.home;
  if (isBuiltin) return undefined;
  const owner = owners.find(
    ([name]) => specifier === name || specifier.startsWith(name.endsWith('/') ? name : `${name}/`),
  );
  return owner && !owner[1].test(file) ? `its home is ${owner[2]}` : undefined;
}

function importsOf(source) {
  const statements = source.matchAll(
    /^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm,
  );
  const calls = source.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g);
  return [...[...statements].map(([, from, bare]) => from ?? bare), ...[...calls].map(([, from]) => from)];
}

export function checkTree() {
  const files = ['server', 'client', 'evals', 'scripts'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((path) => `${folder}/${path}`)
      .filter((path) => /\.tsx?$/.test(path)),
  );
  return files.flatMap((file) => findBreaches(file, readFileSync(join(root, file), 'utf8')));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = checkTree();
  for (const breach of breaches) console.error(breach);
  console.log(`imports: ${breaches.length === 0 ? 'every file keeps the direction' : `${breaches.length} breaches`}`);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
