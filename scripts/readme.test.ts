import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repositoryRoot } from '../server/config.ts';
import { notRun, runCommands } from './testing/documented-commands.ts';
import { commandsOf, linksOf, pathsOfTree } from './testing/read-markdown.ts';

const read = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');
const readme = read('README.md');
const contributing = read('CONTRIBUTING.md');
const commands = [...new Set([...commandsOf(readme), ...commandsOf(contributing)])];

describe('README.md and CONTRIBUTING.md', () => {
  test('there are commands to check, and each is run somewhere or has a reason not to be', () => {
    expect(commands.length).toBeGreaterThan(20);
    const known = [...runCommands, ...notRun];
    const unknown = commands.filter((command) => !known.some(({ when }) => when.test(command)));
    expect(unknown, 'say in scripts/testing/documented-commands.ts where it is run').toEqual([]);
  });

  test.each(runCommands.map((entry) => [String(entry.when), entry] as const))(
    '%s is run where it is said',
    (_, entry) => {
      const { when, by, saying } = entry;
      expect(
        commands.some((command) => when.test(command)),
        'no such command any more',
      ).toBe(true);
      expect(read(by)).toContain(saying);
    },
  );

  test('name only npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = `${readme}\n${contributing}`.matchAll(/npm run ([a-z]+)/g);
    expect([...named].map(([, name]) => name as string).filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(['README.md', 'CONTRIBUTING.md'])('%s links to files that are there', (file) => {
    const links = linksOf(read(file)).filter((link) => !/^(https?:|#)/.test(link));
    expect(links.filter((link) => !existsSync(resolve(repositoryRoot, dirname(file), link)))).toEqual([]);
  });

  test('every decision record can be reached from the README', () => {
    const records = readdirSync(join(repositoryRoot, 'docs/decisions'));
    expect(records.filter((name) => !linksOf(readme).includes(`docs/decisions/${name}`))).toEqual([]);
  });

  test('files named in the text are there', () => {
    const named = contributing.matchAll(/`((?:server|client|evals|scripts|docs|prompts)\/[\w./-]+)`/g);
    // `read-NAME.ts` is for whoever writes it.
    const paths = [...named].map(([, path]) => path as string).filter((path) => !/NAME|XX/.test(path));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });
});

describe('the tree of the README', () => {
  const paths = pathsOfTree(readme);

  test('has only paths that exist', () => {
    expect(paths.length).toBeGreaterThan(60);
    expect(paths.filter((path) => !existsSync(join(repositoryRoot, path)))).toEqual([]);
  });

  test.each(['server', 'client', 'evals', 'scripts', 'docs'])('names every folder of %s', (parent) => {
    const entries = readdirSync(join(repositoryRoot, parent), { withFileTypes: true });
    const folders = entries
      .filter((entry) => entry.isDirectory() && readdirSync(join(repositoryRoot, parent, entry.name)).length > 0)
      .map(({ name }) => `${parent}/${name}`);
    expect(
      folders.filter((path) => !paths.includes(path)),
      'add a line to the tree in README.md',
    ).toEqual([]);
  });
});
