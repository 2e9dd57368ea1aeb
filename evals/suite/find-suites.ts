import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '../../server/errors.ts';
import { readYaml } from './read-yaml.ts';
import { type Suite, SuiteFile } from './suite.ts';

export interface SuiteRequest {
  /** `evals/suites` of this project. */
  home: string;
  /** Folder paths or names under `home`; all of `home` when empty. */
  wanted: string[];
  /** From the command line. */
  catalog?: string;
  workFolder: string;
}

/** Throws `AppError` `suite_missing` for a name that is no suite, `suite_invalid` for a suite that cannot be read. */
export function findSuites(request: SuiteRequest): Suite[] {
  const { home, wanted, workFolder } = request;
  const named = wanted.length > 0;
  const folders = named ? wanted.map((name) => findFolder(name, home, workFolder)) : listFolders(home);
  return folders.map((folder) => loadSuite(folder, { ...request, named }));
}

type LoadRequest = Omit<SuiteRequest, 'wanted'> & { named: boolean };

function loadSuite(folder: string, request: LoadRequest): Suite {
  const file = readYaml(join(folder, 'suite.yaml'), SuiteFile);
  const base = file.kind === 'robustness' ? loadSuite(resolve(folder, file.base), request) : undefined;
  if (base?.file.kind === 'robustness') {
    throw new AppError(
      'suite_invalid',
      `${join(folder, 'suite.yaml')}: base ${base.name} is a robustness suite itself`,
    );
  }
  const own = file.catalog === undefined ? base?.catalog : resolve(folder, file.catalog);
  const given = request.catalog === undefined ? undefined : resolve(request.workFolder, request.catalog);
  // A suite run by name follows the command line; in a run of all suites each keeps the catalog that it was written for.
  const catalog = request.named ? (given ?? own) : (own ?? given);
  const language = file.language ?? base?.language;
  const name =
    dirname(folder) === resolve(request.home) ? basename(folder) : `${basename(dirname(folder))}/${basename(folder)}`;
  return { name, folder, file, catalog, language, base, named: request.named };
}

function findFolder(name: string, home: string, workFolder: string): string {
  const places = [resolve(workFolder, name), resolve(home, name)];
  const folder = places.find((place) => existsSync(join(place, 'suite.yaml')));
  if (folder) return folder;
  const known = listFolders(home).map((place) => basename(place));
  throw new AppError(
    'suite_missing',
    `no suite.yaml in ${places.join(' or ')}; give a folder or one of: ${known.join(', ') || '(none yet)'}`,
  );
}

function listFolders(home: string): string[] {
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .sort()
    .map((name) => resolve(home, name))
    .filter((folder) => existsSync(join(folder, 'suite.yaml')));
}
