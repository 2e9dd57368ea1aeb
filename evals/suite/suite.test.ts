import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { DialogueCase, RetrievalCase } from './cases.ts';
import { findSuites } from './find-suites.ts';
import { readCases } from './read-cases.ts';
import { readJudgments } from './read-judgments.ts';

let home: string;
const write = (path: string, text: string): string => {
  const full = join(home, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, text);
  return full;
};
const find = (wanted: string[], catalog?: string) => findSuites({ home, wanted, catalog, workFolder: home });

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aisle-suites-'));
});

describe('finding suites', () => {
  it('takes every folder with a suite.yaml, in order', () => {
    write('b/suite.yaml', 'kind: dialogue\ncatalog: c.jsonl\ncases: cases.jsonl\n');
    write('a/suite.yaml', 'kind: understanding\ncatalog: c.jsonl\ncases: cases.jsonl\n');
    write('notes/readme.md', 'no suite');
    const suites = find([]);
    expect(suites.map((suite) => [suite.name, suite.named])).toEqual([
      ['a', false],
      ['b', false],
    ]);
    expect(suites[0]?.catalog).toBe(join(home, 'a/c.jsonl'));
  });

  it('lets the command line give or replace the catalog of a suite run by name', () => {
    write('a/suite.yaml', 'kind: dialogue\ncatalog: own.jsonl\ncases: cases.jsonl\n');
    expect(find(['a'], 'given.jsonl')[0]?.catalog).toBe(join(home, 'given.jsonl'));
    expect(find([], 'given.jsonl')[0]?.catalog).toBe(join(home, 'a/own.jsonl'));
  });

  it('names the line of a mistake in suite.yaml', () => {
    write('a/suite.yaml', 'kind: dialogue\ncases: cases.jsonl\ngate:\n  satisfied: high\n');
    expect(() => find(['a'])).toThrow(/a\/suite\.yaml:4: gate\.satisfied/);
    write('b/suite.yaml', 'kind: dialogue\ncases: [\n');
    expect(() => find(['b'])).toThrow(/b\/suite\.yaml:\d+: /);
    write('c/suite.yaml', 'kind: dance\ncases: x\n');
    expect(() => find(['c'])).toThrow(/c\/suite\.yaml:1: kind/);
  });

  it('says which suites there are when a name is none', () => {
    write('a/suite.yaml', 'kind: dialogue\ncases: cases.jsonl\n');
    expect(() => find(['zzz'])).toThrow(/one of: a/);
  });
});

describe('reading cases', () => {
  it('reports a broken line with its number and keeps the rest', () => {
    const path = write('cases.jsonl', '{"id":"1","text":"a"}\n{oops\n\n{"id":"3"}\n{"id":"1","text":"again"}\n');
    const { cases, problems } = readCases(path, RetrievalCase);
    expect(cases.map((one) => one.id)).toEqual(['1']);
    expect(problems.map((problem) => problem.line)).toEqual([2, 4, 5]);
    expect(problems[0]?.message).toMatch(/^cases\.jsonl:2: not JSON/);
    expect(problems[1]?.message).toMatch(/^cases\.jsonl:4: text: /);
    expect(problems[2]?.message).toBe('cases.jsonl:5: id 1 is already on line 1');
  });

  it('refuses an expectation that it does not know, so that a typo cannot pass', () => {
    const path = write(
      'cases.jsonl',
      '{"id":"1","turns":[{"text":"a","expect":{"al":[]}}]}\n{"id":"2","turns":[{}]}\n',
    );
    const { cases, problems } = readCases(path, DialogueCase);
    expect(cases).toEqual([]);
    expect(problems[0]?.message).toMatch(/turns\.0\.expect/);
    expect(problems[1]?.message).toMatch(/either text or edit/);
  });
});

describe('reading judgments', () => {
  it('groups grades by query', () => {
    const grades = readJudgments(write('qrels.txt', 'q1 0 a 3\nq1\t0\tb\t0\n\nq2 0 a 1\n'));
    expect(grades.get('q1')).toEqual(
      new Map([
        ['a', 3],
        ['b', 0],
      ]),
    );
    expect(grades.get('q2')?.get('a')).toBe(1);
  });

  it('names the line that is no judgment', () => {
    expect(() => readJudgments(write('qrels.txt', 'q1 0 a 3\nq1 0 a\n'))).toThrow(/qrels\.txt:2/);
  });
});
