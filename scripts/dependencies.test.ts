import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '../server/config.ts';

type Versions = Record<string, string>;
const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Versions
>;
const server = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
const all = [...server, ...Object.keys(manifest.devDependencies)];

const filesOf = (folder: string): string[] =>
  readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
const sources = [...['server', 'client', 'evals', 'scripts'].flatMap(filesOf), 'vite.config.ts'].filter(
  (path) => /(?<!\.d)\.(tsx?|mjs|css)$/.test(path) && !path.endsWith('dependencies.test.ts'),
);
const isTest = (path: string): boolean => /\.test\.tsx?$|\.contract\.ts$|\/testing\//.test(path);

/** Whatever stands in quotes and may be a package; "react/jsx-runtime" is of `react`. */
function packagesIn(paths: string[]): Set<string> {
  const quoted = paths.flatMap((path) => [...read(path).matchAll(/['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"\s]*)?['"]/g)]);
  return new Set(quoted.flatMap(([, name]) => name ?? []));
}

test('every package in package.json is used', () => {
  const used = packagesIn(sources);
  // Types are of the package they describe; those of Node are of none.
  const unused = all.filter((name) => name !== '@types/node' && !used.has(name.replace(/^@types\//, '')));
  expect(unused).toEqual([]);
});

test('what only tests, evals and the page use is a dev dependency', () => {
  const used = packagesIn(sources.filter((path) => path.startsWith('server/') && !isTest(path)));
  expect(server.filter((name) => !used.has(name))).toEqual([]);
});

test('the decision record says why each package of the server is there, and names none that is gone', () => {
  const rows = read('docs/decisions/003-dependencies.md').matchAll(/^\| (`.*?) \|/gm);
  const named = [...rows].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  expect([...named].sort()).toEqual([...server].sort());
});
